/**
 * What an act of acceptance knows of the dossier: each thing read once and kept up as the act writes, so that
 * thousands of proposals are accepted in seconds.
 */
import { Problem } from '#core/errors.ts';
import { idFrom } from '#core/ids.ts';
import { idsByName } from '#evidence/claims/named.ts';
import { programmeIn } from '#evidence/claims/subjects.ts';
import { findRow, findRows, readDossier, readRows, readText, type Write } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

interface TextOf {
  readonly text: Row<'texts'>;
  readonly source: Row<'sources'>;
  readonly body: string;
}

export interface Known {
  /** A text with its source and its words. Throws `row.missing`. */
  textOf(id: string): Promise<TextOf>;
  /** The party of that name or alias, or a new one. */
  partyFor(name: string, kind: Row<'parties'>['kind']): Promise<string>;
  /** The subject that stands for the programme, or a new one. */
  programme(): Promise<string>;
  sendingState(): Promise<string>;
  /** The smallest claim proposal of the text that holds these words and is not rejected. */
  around(text: string, start: number, end: number): Promise<Row<'proposals'> | undefined>;
  /** Figures and bearings that wait within these words and stand in no claim that is not rejected. */
  orphans(text: string, start: number, end: number): Promise<Row<'proposals'>[]>;
  /** A proposal as the act has just put it. */
  put(proposal: Row<'proposals'>): Promise<void>;
}

export function knownIn(write: Write): Known {
  const { store } = write;
  const texts = new Map<string, Promise<TextOf>>();
  const proposals = new Map<string, Promise<Map<string, Row<'proposals'>>>>();
  const proposalsOf = async (text: string) => {
    const rows = await once(proposals, text, async () => {
      const found = await findRows(store, 'proposals', 'text', text);
      return new Map(found.map(it => [it.id, it]));
    });
    return [...rows.values()];
  };
  const around: Known['around'] = async (text, start, end) =>
    (await proposalsOf(text))
      .filter(it => it.kind === 'claim' && it.state !== 'rejected' && it.start <= start && it.end >= end)
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  const dossier = lazily(() => readDossier(store));
  const parties = lazily(async () => partiesIn(await readRows(store, 'parties')));
  const subject = lazily(() => programmeIn(write));
  return {
    textOf: id => once(texts, id, () => textWith(write, id)),
    partyFor: async (name, kind) => (await parties()).idOf(write, name, kind),
    programme: subject,
    sendingState: async () => (await dossier()).sendingState,
    around,
    orphans: async (text, start, end) => {
      const within = (await proposalsOf(text)).filter(
        it =>
          it.state === 'waiting' &&
          (it.kind === 'figure' || it.kind === 'bearing') &&
          it.start >= start &&
          it.end <= end,
      );
      const alone = await Promise.all(
        within.map(async it => ((await around(text, it.start, it.end)) === undefined ? [it] : [])),
      );
      return alone.flat();
    },
    // what is put before a text's proposals are read is read as it was put
    put: async row => {
      (await proposals.get(row.text))?.set(row.id, row);
    },
  };
}

/** Parties by each of their names. */
function partiesIn(rows: readonly Row<'parties'>[]) {
  const ids = new Set(rows.map(it => it.id));
  const byName = idsByName(rows);
  return {
    idOf: async (write: Write, name: string, kind: Row<'parties'>['kind']): Promise<string> => {
      const known = byName.get(name);
      if (known !== undefined) return known;
      const plain = idFrom(name) || 'unnamed';
      const id = ids.has(plain) ? `${plain}-${ids.size}` : plain;
      const rest = { parent: null, place: null, aliases: null, members: null, note: null };
      await write.put('parties', { id, name, kind, ...rest });
      ids.add(id);
      byName.set(name, id);
      return id;
    },
  };
}

async function textWith({ store }: Write, id: string): Promise<TextOf> {
  const text = await findRow(store, 'texts', id);
  const source = text && (await findRow(store, 'sources', text.source));
  const body = await readText(store, id);
  if (!text || !source || body === undefined) throw new Problem('row.missing', { where: 'text', what: id });
  return { text, source, body };
}

function once<T>(kept: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const value = kept.get(key) ?? work();
  kept.set(key, value);
  return value;
}

function lazily<T>(work: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  return () => {
    value ??= work();
    return value;
  };
}
