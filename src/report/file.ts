/** A redaction file: YAML that says for whom a report is and what it holds back. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { Problem, systemCode } from '#core/errors.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import { AUDIENCES, type Kind, type Redaction } from '#report/redact.ts';

const ids = z.array(z.string()).default([]);
const level = z.record(z.string(), z.enum(AUDIENCES)).default({});
const shape = z.strictObject({
  audience: z.enum(AUDIENCES).default('public'),
  withhold: z.strictObject({ claims: ids, sources: ids, parties: ids }).prefault({}),
  levels: z.strictObject({ claims: level, sources: level, parties: level }).prefault({}),
});

/** Throws `file.missing`, `report.redaction`. */
export async function readRedaction(path: string, evidence: Evidence): Promise<Redaction> {
  const text = await readFile(path, 'utf8').catch(error => {
    if (systemCode(error) === 'ENOENT') throw new Problem('file.missing', { what: path });
    if (systemCode(error) === 'EISDIR') throw new Problem('file.folder', { what: path });
    throw error;
  });
  return redactionFrom(text, path, evidence);
}

/** The same from its text: an id that is not in the dossier is told, since a slip of the pen would let it out. */
export function redactionFrom(text: string, where: string, evidence: Evidence): Redaction {
  const result = shape.safeParse(yaml(text, where) ?? {});
  if (!result.success) {
    const [issue] = result.error.issues;
    throw wrong(where, `${issue?.path.join('.')}: ${issue?.message}`);
  }
  const known = knownIn(evidence);
  for (const kind of KINDS) {
    const named = [...result.data.withhold[kind], ...Object.keys(result.data.levels[kind])];
    const unknown = named.find(id => !known[kind].has(id));
    if (unknown !== undefined) throw wrong(where, `${kind}: ${unknown} is not in the dossier`);
  }
  return result.data;
}

/** Ids without their kind, each put where it is known; an id of several kinds is withheld as all of them. */
export function redactionOf(ids: readonly string[], evidence: Evidence): Redaction['withhold'] {
  const known = knownIn(evidence);
  const unknown = ids.find(id => !KINDS.some(kind => known[kind].has(id)));
  if (unknown !== undefined) throw wrong('withhold', `${unknown} is not in the dossier`);
  const of = (kind: Kind) => ids.filter(id => known[kind].has(id));
  return { claims: of('claims'), sources: of('sources'), parties: of('parties') };
}

const KINDS = ['claims', 'sources', 'parties'] as const;

function knownIn(evidence: Evidence): Readonly<Record<Kind, ReadonlySet<string>>> {
  return {
    claims: new Set(evidence.claims.keys()),
    sources: new Set([...evidence.claims.values()].map(it => it.source.id)),
    parties: new Set(evidence.parties.keys()),
  };
}

function yaml(text: string, where: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch (error) {
    throw wrong(where, (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '');
  }
}

function wrong(where: string, what: string): Problem {
  return new Problem('report.redaction', { where, what });
}
