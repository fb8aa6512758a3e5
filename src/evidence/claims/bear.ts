/** A person records that a claim bears on an element, or that a rule binds everybody posted. */
import { Problem } from '#core/errors.ts';
import { subjectFor } from '#evidence/claims/subjects.ts';
import { type Actor, act, findRow, type Store, type Write } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

/** The standard and element of a bearing that says that a rule binds everybody posted. */
export const BINDS = { standard: 'binding', element: 'binding.all-posted' } as const;

export type Bears = Pick<Row<'bearings'>, 'claim' | 'standard' | 'element' | 'direction' | 'reason'> & {
  /** As `subjectFor` reads it. */
  readonly subject: string;
};

/** Answers the bearing's id. Throws `row.missing`, `row.state` for a claim that is withdrawn. */
export async function bear(store: Store, actor: Actor, bears: Bears): Promise<string> {
  const claim = await findRow(store, 'claims', bears.claim);
  if (!claim) throw new Problem('row.missing', { where: 'claim', what: bears.claim });
  if (claim.state === 'withdrawn') throw new Problem('row.state', { where: 'claim', what: bears.claim });
  return act(store, { ...actor, act: 'edit' }, async write => {
    const subject = await subjectFor(write, bears.subject);
    const id = await freeId(write, `${bears.claim}.${bears.element}`, subject);
    await write.put('bearings', { ...bears, id, subject });
    return id;
  });
}

/** One bearing of a claim on an element for each subject: said again, it replaces what was said. */
async function freeId({ store }: Write, plain: string, subject: string): Promise<string> {
  const there = await findRow(store, 'bearings', plain);
  return there === undefined || there.subject === subject ? plain : `${plain}.${subject}`;
}

/** Beside a bearing of a rule: that the rule binds everybody posted, for the reason given. */
export async function bindRule(write: Write, bearing: Row<'bearings'>, reason: string): Promise<void> {
  const subject = await findRow(write.store, 'subjects', bearing.subject);
  if (subject?.kind !== 'rule') throw new Problem('usage.value', { what: bearing.subject, where: 'binds' });
  const id = `${bearing.claim}.${BINDS.element}`;
  const row = { ...bearing, ...BINDS, id: await freeId(write, id, bearing.subject), reason };
  await write.put('bearings', { ...row, direction: 'supports' });
}
