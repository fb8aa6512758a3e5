/**
 * Runs a job: items are prepared side by side, ahead of the one writer, and committed in their order, each an act of
 * its own, a few of them at once. What came of an item is written with its rows: a kill loses and doubles nothing.
 */
import { setImmediate as others, setTimeout as pause } from 'node:timers/promises';
import type { Json } from '#core/canonical.ts';
import { Problem } from '#core/errors.ts';
import { type Act, type Actor, act, type Store, type Write, whole } from '#store/store.ts';
import { type Counts, countsOf, type Item, itemsOf, type Job, setJobState, settle } from '#work/jobs.ts';

export interface Steps<Prepared> {
  /** The act that each item is. */
  readonly act: Act;
  /** How many bytes it will take while it is under way. */
  weigh(item: Item): Promise<number>;
  /** Side by side with others; a Problem fails this item alone. */
  prepare(item: Item, signal: AbortSignal): Promise<Prepared>;
  /** Writes it; answers what came of it. One with `here` alone says that it was there already. */
  commit(write: Write, item: Item, prepared: Prepared): Promise<Json>;
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  /** Items prepared ahead of the writer. */
  readonly ahead?: number;
  onItem?(counts: Counts, item: Item): void;
}

const AHEAD = 16;
/** Items committed at once: the disk is waited for once and not for each; and how long for more of them, in ms. */
const TOGETHER = 8;
const PATIENCE = 250;
/** Bytes of files that may be under way at once; a larger one goes alone. */
const HEAVIEST = 64 << 20;
const PAGE = 500;
/** How often a store that another process holds is tried again; each try waits a second by itself. */
const TRIES = 30;

/** Goes on where the job stands. It is `done` at its end; where it is stopped or fails it stays as it is. */
export async function runJob<Prepared>(
  store: Store,
  actor: Actor,
  job: Job,
  steps: Steps<Prepared>,
  options: RunOptions = {},
): Promise<Counts> {
  const run = new Run(store, actor, job, steps, options, await countsOf(store, job.id));
  if (job.state !== 'running') await setJobState(store, job.id, 'running');
  const counts = await run.whole();
  if (!options.signal?.aborted) await setJobState(store, job.id, 'done');
  return counts;
}

interface UnderWay<Prepared> {
  readonly item: Item;
  readonly weight: number;
  readonly prepared: Promise<PromiseSettledResult<Prepared>>;
  ready: boolean;
}

class Run<Prepared> {
  readonly #store: Store;
  readonly #actor: Actor;
  readonly #job: Job;
  readonly #steps: Steps<Prepared>;
  readonly #options: RunOptions;
  readonly #stop = new AbortController();
  #counts: Counts;

  constructor(
    store: Store,
    actor: Actor,
    job: Job,
    steps: Steps<Prepared>,
    options: RunOptions,
    counts: Counts,
  ) {
    this.#store = store;
    this.#actor = actor;
    this.#job = job;
    this.#steps = steps;
    this.#options = options;
    this.#counts = counts;
  }

  async whole(): Promise<Counts> {
    const { signal } = this.#options;
    const stop = () => this.#stop.abort(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
    try {
      await this.#all();
    } finally {
      // what is still being prepared is of no use
      this.#stop.abort();
      signal?.removeEventListener('abort', stop);
    }
    return this.#counts;
  }

  async #all(): Promise<void> {
    const underWay: UnderWay<Prepared>[] = [];
    const most = this.#options.ahead ?? AHEAD;
    for await (const item of this.#waiting()) {
      const weight = await this.#steps.weigh(item).catch(() => 0);
      const held = () => underWay.reduce((sum, it) => sum + it.weight, 0);
      while (underWay.length >= most || (underWay.length > 0 && held() + weight > HEAVIEST))
        if (!(await this.#endSome(underWay))) return;
      if (this.#stop.signal.aborted) return;
      underWay.push(this.#begin(item, weight));
    }
    while (underWay.length > 0) if (!(await this.#endSome(underWay))) return;
  }

  #begin(item: Item, weight: number): UnderWay<Prepared> {
    const prepared = settled(this.#steps.prepare(item, this.#stop.signal));
    const it: UnderWay<Prepared> = { item, weight, prepared, ready: false };
    prepared.then(() => {
      it.ready = true;
    });
    return it;
  }

  async *#waiting(): AsyncGenerator<Item> {
    for (let after = 0; ; ) {
      const items = await itemsOf(this.#store, this.#job.id, { state: 'waiting', after, limit: PAGE });
      yield* items;
      if (items.length < PAGE) return;
      after = items.at(-1)?.seq ?? after;
    }
  }

  /** Ends the first, and those after it that are ready too. False where the job was stopped: they go on waiting. */
  async #endSome(underWay: UnderWay<Prepared>[]): Promise<boolean> {
    const first = underWay.slice(0, TOGETHER);
    await first[0]?.prepared;
    await Promise.race([Promise.all(first.map(it => it.prepared)), pause(PATIENCE, null, { ref: false })]);
    const late = first.findIndex(it => !it.ready);
    const some = underWay.splice(0, late < 0 ? first.length : late);
    if (this.#stop.signal.aborted) return false;
    for (const item of await patiently(() => this.#together(some))) this.#count(item);
    return true;
  }

  #together(some: readonly UnderWay<Prepared>[]): Promise<Item[]> {
    return whole(this.#store, async inside => {
      const ended: Item[] = [];
      for (const { item, prepared } of some) {
        const one = await this.#settled(inside, item, await prepared);
        if (one) ended.push(one);
        // the database leaves no turn to the threads, which wait for their next item
        await others();
      }
      return ended;
    });
  }

  async #settled(
    store: Store,
    item: Item,
    prepared: PromiseSettledResult<Prepared>,
  ): Promise<Item | undefined> {
    try {
      if (prepared.status === 'rejected') throw prepared.reason;
      return await this.#commit(store, item, prepared.value);
    } catch (error) {
      if (!isOfItem(error)) throw error;
      const result = { problem: error.code, details: error.details };
      const failed = await settle(store, this.#job.id, item.seq, 'failed', result);
      return failed ? { ...item, state: 'failed', result } : undefined;
    }
  }

  #commit(store: Store, item: Item, prepared: Prepared): Promise<Item | undefined> {
    const { act: name, commit } = this.#steps;
    return act(store, { ...this.#actor, act: name }, async write => {
      // claimed first: another process may be at the same job
      if (!(await settle(write.store, this.#job.id, item.seq, 'done', null))) return undefined;
      const result = await commit(write, item, prepared);
      await write.store.db
        .updateTable('job_items')
        .set({ result: JSON.stringify(result) })
        .where('dossier', '=', this.#store.dossier)
        .where('job', '=', this.#job.id)
        .where('seq', '=', item.seq)
        .execute();
      return { ...item, state: 'done', result };
    });
  }

  #count(item: Item): void {
    const what = item.state === 'failed' ? 'failed' : isHere(item.result) ? 'here' : 'done';
    const { waiting } = this.#counts;
    this.#counts = { ...this.#counts, waiting: waiting - 1, [what]: this.#counts[what] + 1 };
    this.#options.onItem?.(this.#counts, item);
  }
}

function isHere(result: Json): boolean {
  return typeof result === 'object' && result !== null && Object.keys(result)[0] === 'here';
}

/** A full disk or a store that is gone stops the job; anything else that a reader can mend is of the one item. */
function isOfItem(error: unknown): error is Problem {
  return error instanceof Problem && error.code !== 'disk.full' && !error.code.startsWith('store.');
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'store.locked') || n >= TRIES) throw error;
    }
  }
}

async function settled<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [result] = await Promise.allSettled([promise]);
  return result;
}
