/** Jobs and their items as the store has them: operational, in no package and in no history. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Json } from '#core/canonical.ts';
import { Problem } from '#core/errors.ts';
import { type Store, whole } from '#store/store.ts';

export type JobState = 'running' | 'done' | 'stopped';

export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly at: string;
  readonly by: string;
  /** What the whole job was asked for, as JSON. */
  readonly options: string;
}

export interface Item {
  readonly seq: number;
  readonly name: string;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly result: Json;
}

export interface Counts {
  readonly all: number;
  readonly waiting: number;
  /** Ended well; those that were in the dossier already are `here`. */
  readonly done: number;
  readonly here: number;
  readonly failed: number;
}

/** Items written by one statement. */
const CHUNK = 500;
/** Jobs that are kept, for who wants to look at what became of them. */
const KEPT = 20;

/** A job and all its items, or nothing. Throws `store.read-only`. */
export async function startJob(
  store: Store,
  by: string,
  kind: string,
  options: Json,
  names: readonly string[],
): Promise<Job> {
  if (store.readOnly) throw new Problem('store.read-only', { what: store.location });
  const at = new Date().toISOString();
  const id = `${at.slice(0, 10)}.${Date.now().toString(36)}${randomBytes(2).toString('hex')}`;
  const job: Job = { id, kind, state: 'running', at, by, options: JSON.stringify(options) };
  await whole(store, async inside => {
    await inside.db
      .insertInto('jobs')
      .values({ dossier: store.dossier, ...job })
      .execute();
    await addItems(inside, id, names, 0);
    await forgetOld(inside);
  });
  return job;
}

/** Further items at the end of a job's list, for files that came since. */
export async function extendJob(store: Store, job: Job, names: readonly string[]): Promise<void> {
  const { all } = await countsOf(store, job.id);
  await whole(store, inside => addItems(inside, job.id, names, all));
}

async function addItems(store: Store, job: string, names: readonly string[], from: number): Promise<void> {
  for (let at = 0; at < names.length; at += CHUNK) {
    const rows = names.slice(at, at + CHUNK).map((name, n) => ({
      dossier: store.dossier,
      job,
      seq: from + at + n + 1,
      name: stored(name),
      state: 'waiting' as const,
      result: null,
    }));
    await store.db.insertInto('job_items').values(rows).execute();
  }
}

/** Names of files may hold what no database keeps: half a surrogate pair. */
function stored(name: string): string {
  return name.replaceAll('\0', '\uFFFD').toWellFormed();
}

async function forgetOld(store: Store): Promise<void> {
  const old = (await listJobs(store, 'done')).slice(KEPT).map(it => it.id);
  for (const id of old) await removeJob(store, id);
}

async function removeJob(store: Store, id: string): Promise<void> {
  await store.db.deleteFrom('job_items').where('dossier', '=', store.dossier).where('job', '=', id).execute();
  await store.db.deleteFrom('jobs').where('dossier', '=', store.dossier).where('id', '=', id).execute();
}

/** The newest first. */
export async function listJobs(store: Store, state?: JobState): Promise<Job[]> {
  let query = store.db
    .selectFrom('jobs')
    .select(['id', 'kind', 'state', 'at', 'by', 'options'])
    .where('dossier', '=', store.dossier);
  if (state) query = query.where('state', '=', state);
  return query.orderBy('at', 'desc').orderBy('id', 'desc').execute();
}

/** Throws `row.missing`. */
export async function findJob(store: Store, id: string): Promise<Job> {
  const job = (await listJobs(store)).find(it => it.id === id);
  if (!job) throw new Problem('row.missing', { where: 'job', what: id });
  return job;
}

export async function setJobState(store: Store, id: string, state: JobState): Promise<void> {
  await whole(store, inside =>
    inside.db
      .updateTable('jobs')
      .set({ state })
      .where('dossier', '=', store.dossier)
      .where('id', '=', id)
      .execute(),
  );
}

export async function countsOf(store: Store, job: string): Promise<Counts> {
  const here = sql<string>`case when result like '{"here":%' then 'here' else state end`;
  const rows = await store.db
    .selectFrom('job_items')
    .select(it => [here.as('what'), it.fn.countAll<number>().as('n')])
    .where('dossier', '=', store.dossier)
    .where('job', '=', job)
    .groupBy(here)
    .execute();
  const count = (what: string) => Number(rows.find(it => it.what === what)?.n ?? 0);
  const [waiting, done, held, failed] = ['waiting', 'done', 'here', 'failed'].map(count) as [
    number,
    number,
    number,
    number,
  ];
  return { all: waiting + done + held + failed, waiting, done, here: held, failed };
}

export interface ItemQuery {
  readonly state?: Item['state'];
  /** Only those after this one. */
  readonly after?: number;
  readonly limit?: number;
}

export async function itemsOf(store: Store, job: string, query: ItemQuery = {}): Promise<Item[]> {
  let from = store.db
    .selectFrom('job_items')
    .select(['seq', 'name', 'state', 'result'])
    .where('dossier', '=', store.dossier)
    .where('job', '=', job)
    .where('seq', '>', query.after ?? 0);
  if (query.state) from = from.where('state', '=', query.state);
  if (query.limit) from = from.limit(query.limit);
  const rows = await from.orderBy('seq').execute();
  return rows.map(row => ({ ...row, result: row.result === null ? null : JSON.parse(row.result) }));
}

/** Writes what came of an item, where it still waits; false where another process was first. */
export async function settle(
  store: Store,
  job: string,
  seq: number,
  state: 'done' | 'failed',
  result: Json,
): Promise<boolean> {
  const updated = await store.db
    .updateTable('job_items')
    .set({ state, result: JSON.stringify(result) })
    .where('dossier', '=', store.dossier)
    .where('job', '=', job)
    .where('seq', '=', seq)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) === 1;
}
