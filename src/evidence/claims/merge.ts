/** What a person does with a party: says more about it, or says that two are one. Each is one act, and can be undone. */
import { Problem } from '#core/errors.ts';
import { type Changes, changed } from '#evidence/claims/changes.ts';
import { namesOf } from '#evidence/claims/named.ts';
import {
  type Actor,
  act,
  findRow,
  findRows,
  readDossier,
  readRows,
  type Store,
  type Write,
} from '#store/store.ts';
import { type Row, type TableName, tableNames, tables } from '#store/tables.ts';

/** Sets columns of a party; an alias makes later speakers of that name resolve to it. Throws `row.missing`, `party.name`. */
export async function editParty(store: Store, actor: Actor, id: string, changes: Changes): Promise<void> {
  const party = await partyOf(store, id);
  const row = tidy(changed('parties', party, changes));
  for (const other of await readRows(store, 'parties')) {
    const taken = other.id === id ? undefined : namesOf(other).find(it => namesOf(row).includes(it));
    if (taken !== undefined) throw new Problem('party.name', { what: taken, where: other.id });
  }
  if (await isAbove(store, id, row.parent))
    throw new Problem('party.loop', { what: id, where: row.parent ?? '' });
  await act(store, { ...actor, act: 'edit' }, write => write.put('parties', row));
}

/**
 * Two parties are one: whatever names `from` names `into` instead, whose aliases take its names. Answers how many rows
 * were pointed anew. Throws `row.missing`.
 */
export async function mergeParties(store: Store, actor: Actor, from: string, into: string): Promise<number> {
  if (from === into) throw new Problem('usage.value', { what: from, where: '--merge' });
  const [gone, kept] = [await partyOf(store, from), await partyOf(store, into)];
  return act(store, { ...actor, act: 'edit' }, async write => {
    const parent = kept.parent === from ? (gone.parent === into ? null : gone.parent) : kept.parent;
    const names = [...namesOf(kept).slice(1), ...namesOf(gone)];
    await write.put('parties', tidy({ ...kept, parent, aliases: names.join('; ') }));
    let n = 0;
    for (const table of tableNames) n += await pointAnew(write, table, from, into);
    const dossier = await readDossier(write.store);
    if (dossier.dutyBearer === from) await write.putDossier({ ...dossier, dutyBearer: into });
    await write.take('parties', from);
    return n;
  });
}

async function partyOf(store: Store, id: string): Promise<Row<'parties'>> {
  const party = await findRow(store, 'parties', id);
  if (!party) throw new Problem('row.missing', { where: 'party', what: id });
  return party;
}

/** Aliases once each, without the name itself. */
function tidy(party: Row<'parties'>): Row<'parties'> {
  const names = (party.aliases ?? '').split(';').map(it => it.trim().replace(/\s+/g, ' '));
  const aliases = [...new Set(names)].filter(it => it !== '' && it !== party.name);
  return { ...party, aliases: aliases.length > 0 ? aliases.join('; ') : null };
}

async function isAbove(store: Store, id: string, parent: string | null): Promise<boolean> {
  const seen = new Set<string>();
  for (let at = parent; at !== null && !seen.has(at); ) {
    if (at === id) return true;
    seen.add(at);
    at = (await findRow(store, 'parties', at))?.parent ?? null;
  }
  return false;
}

/** Rows of a table that refer to `from`, put with `into` in its place. */
async function pointAnew(write: Write, table: TableName, from: string, into: string): Promise<number> {
  const columns = Object.entries(tables[table]).filter(
    ([, it]) => (it.type === 'ref' || it.type === 'refs') && (it.to as readonly string[]).includes('parties'),
  );
  const rows = new Map<string, Row<TableName>>();
  for (const [column, { type }] of columns)
    for (const row of await referring(write.store, table, column, type, from)) rows.set(row.id, row);
  for (const row of rows.values()) {
    if (table === 'parties' && row.id === from) continue;
    const entries = Object.entries(row).map(([column, value]) => {
      const isRef = columns.some(([name]) => name === column);
      return [column, isRef ? renamed(value as string | null, from, into) : value];
    });
    const next = Object.fromEntries(entries) as Row<TableName>;
    await write.put(table, table === 'parties' ? notItsOwn(next as Row<'parties'>) : next);
  }
  return rows.size;
}

/** A party that belonged to the one it now is would be its own parent or member. */
function notItsOwn(party: Row<'parties'>): Row<'parties'> {
  const members = (party.members ?? '').split(' ').filter(it => it !== party.id && it !== '');
  return {
    ...party,
    parent: party.parent === party.id ? null : party.parent,
    members: members.length > 0 ? members.join(' ') : null,
  };
}

async function referring(store: Store, table: TableName, column: string, type: string, id: string) {
  if (type === 'ref') return findRows(store, table, column as 'id', id);
  const all = await readRows(store, table);
  return all.filter(it =>
    String(it[column as 'id'] ?? '')
      .split(' ')
      .includes(id),
  );
}

function renamed(ids: string | null, from: string, into: string): string | null {
  return ids === null ? null : [...new Set(ids.split(' ').map(it => (it === from ? into : it)))].join(' ');
}
