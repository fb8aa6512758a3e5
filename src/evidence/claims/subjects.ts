/** Whom a bearing is about, as a person names it: an id, `programme`, or `rule:NAME`, `cohort:NAME`, `person:PSEUDONYM`. */
import { Problem } from '#core/errors.ts';
import { idFrom } from '#core/ids.ts';
import { findRow, readRows, type Write } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

type Kind = Row<'subjects'>['kind'];
const NAMED: readonly string[] = ['rule', 'cohort', 'person'] satisfies Kind[];

/** The subject so named, or a new one of that kind. Throws `row.missing`, `usage.value`. */
export async function subjectFor(write: Write, named: string): Promise<string> {
  const known = await findRow(write.store, 'subjects', named);
  if (known) return known.id;
  if (named === 'programme') return programmeIn(write);
  const at = named.indexOf(':');
  const [kind, name] = [named.slice(0, at), named.slice(at + 1).trim()];
  if (at < 0) throw new Problem('row.missing', { where: 'subject', what: named });
  if (!NAMED.includes(kind) || idFrom(name) === '')
    throw new Problem('usage.value', { what: named, where: 'subject' });
  return namedSubject(write, kind as Kind, name);
}

/** The subject of that kind and name, or a new one. */
export async function namedSubject(write: Write, kind: Kind, name: string): Promise<string> {
  const all = await readRows(write.store, 'subjects');
  const known = all.find(it => it.kind === kind && it.name === name);
  if (known) return known.id;
  const plain = `${kind}.${idFrom(name)}`;
  const taken = new Set(all.map(it => it.id));
  const id = taken.has(plain) ? `${plain}-${taken.size}` : plain;
  // how the people of a cohort were chosen is not known until somebody says so
  await put(write, { id, kind, name, frame: kind === 'cohort' ? 'unknown' : null });
  return id;
}

/** The subject that stands for the programme, or a new one. */
export async function programmeIn(write: Write): Promise<string> {
  const known = (await readRows(write.store, 'subjects')).find(it => it.kind === 'programme');
  if (known) return known.id;
  await put(write, { id: 'programme', name: 'programme', kind: 'programme', frame: null });
  return 'programme';
}

function put(write: Write, row: Pick<Row<'subjects'>, 'id' | 'kind' | 'name' | 'frame'>): Promise<void> {
  return write.put('subjects', { party: null, n: null, from: null, to: null, note: null, ...row });
}
