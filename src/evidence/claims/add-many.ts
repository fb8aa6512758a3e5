/** Many files as one job: read side by side, added one after the other, gone on with where it stopped. */
import { lstat, rm } from 'node:fs/promises';
import type { Json } from '#core/canonical.ts';
import { sha256 } from '#core/hash.ts';
import { type About, keepBytes, putFile } from '#evidence/claims/add.ts';
import { Asker, checkModel, type Elements, type ModelChoice } from '#evidence/claims/ask.ts';
import { type KeptFile, readApart } from '#evidence/claims/read-apart.ts';
import { type ExtractOptions, heldAs, MAX_BYTES } from '#evidence/sources/sources.ts';
import type { Actor, Store } from '#store/store.ts';
import {
  type Counts,
  extendJob,
  Files,
  itemsOf,
  type Job,
  type JobFile,
  listJobs,
  type Root,
  type RunOptions,
  runJob,
  startJob,
} from '#work/work.ts';

/** What a job of adding was asked for. */
export interface AddOptions {
  readonly roots: readonly Root[];
  readonly about: About;
  readonly read: ExtractOptions;
  /** A folder of files that were sent, which goes when the job is done. */
  readonly incoming?: string;
  /** A model of this machine that is asked about each file too. */
  readonly model?: ModelChoice;
}

export interface AddingOptions extends RunOptions {
  /** Whether a job's model may be asked now; true where not said. It is not without `elements`. */
  mayAsk?(model: ModelChoice): boolean;
  readonly elements?: Elements;
}

const KIND = 'add';

/** Throws `store.read-only`, and where a model is to be asked `model.address`, `protected.refused`. */
export async function startAdding(
  store: Store,
  by: string,
  options: AddOptions,
  names: readonly string[],
): Promise<Job> {
  if (options.model) await checkModel(store, options.model);
  return startJob(store, by, KIND, options as unknown as Json, names);
}

export function addOptions(job: Job): AddOptions {
  return JSON.parse(job.options);
}

/** A job that did not come to its end and was asked for the same; files that came since are put at its end. */
export async function unfinished(
  store: Store,
  options: AddOptions,
  names: readonly string[],
): Promise<Job | undefined> {
  const asked = JSON.stringify(options);
  const job = (await unfinishedJobs(store)).find(it => it.options === asked);
  if (!job) return undefined;
  const known = new Set((await itemsOf(store, job.id)).map(it => it.name));
  await extendJob(
    store,
    job,
    names.filter(it => !known.has(it)),
  );
  return job;
}

/** The oldest first. */
export async function unfinishedJobs(store: Store): Promise<Job[]> {
  return (await listJobs(store)).filter(it => it.kind === KIND && it.state !== 'done').reverse();
}

/** Files that are all words take many times their size while they are read; others are mostly pictures. */
const WORDS = /\.(?:txt|md|markdown|html?|xhtml|eml|csv)$/i;
const PER_BYTE = 10;

function weightOf({ name, size }: JobFile): number {
  return WORDS.test(name) ? size * PER_BYTE : size;
}

/** Nothing has been read where the bytes are held already. */
type Prepared = { readonly here: string } | { readonly file: KeptFile };

/** Whether what a job has still to read may be there. */
export async function filesThere(job: Job): Promise<boolean> {
  const { roots } = addOptions(job);
  const there = await Promise.all(roots.slice(0, 100).map(it => lstat(it.path).catch(() => undefined)));
  return there.some(it => it !== undefined);
}

/** Throws `disk.full`, `store.*`, `model.address`, `protected.refused`; what is wrong with a file is in its item. */
export async function runAdding(
  store: Store,
  actor: Actor,
  job: Job,
  options: AddingOptions = {},
): Promise<Counts> {
  const counts = await runAll(store, actor, job, options);
  const { incoming } = addOptions(job);
  if (incoming !== undefined && counts.waiting === 0) await rm(incoming, { recursive: true, force: true });
  return counts;
}

async function askerOf(store: Store, job: Job, options: AddingOptions): Promise<Asker | undefined> {
  const { model } = addOptions(job);
  if (!model || !options.elements || options.mayAsk?.(model) === false) return undefined;
  await checkModel(store, model);
  return new Asker(store, model, options.elements);
}

async function runAll(store: Store, actor: Actor, job: Job, options: AddingOptions): Promise<Counts> {
  const { roots, about, read } = addOptions(job);
  const asker = await askerOf(store, job, options);
  const files = new Files(roots, MAX_BYTES);
  try {
    return await runJob<Prepared>(
      store,
      actor,
      job,
      {
        act: 'add',
        weigh: async item => weightOf(await files.open(item.name)),
        prepare: async (item, signal) => {
          const file = await files.open(item.name);
          const bytes = await file.bytes();
          const here = await heldAs(store, sha256(bytes));
          if (here !== undefined) return { here };
          const keep = asker !== undefined;
          const plain = await readApart({ bytes, name: file.name, about, options: read, keep }, signal);
          const done = asker ? await asker.further(plain, about, signal) : plain;
          return { file: await keepBytes(store, done) };
        },
        commit: async (write, _, prepared) => {
          if ('here' in prepared) return { here: prepared.here };
          // one with the same bytes may have come before it in this very job
          const here = await heldAs(write.store, prepared.file.file);
          if (here !== undefined) return { here };
          return { ...(await putFile(write, actor, prepared.file, about)) } as unknown as Json;
        },
      },
      options,
    );
  } finally {
    await files.close();
  }
}
