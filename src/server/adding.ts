/** The jobs that a server runs: one at a time, the others wait their turn. Stopping the server leaves them where they are. */
import { loadElements } from '#assessment/standards/standards.ts';
import { Problem } from '#core/errors.ts';
import { runAdding } from '#evidence/claims/claims.ts';
import { checkedAddress, type Model } from '#evidence/model/model.ts';
import { asProblem, type Store } from '#store/store.ts';
import { findJob, setJobState } from '#work/work.ts';

export type Doing = 'running' | 'queued' | null;

export class Adding {
  readonly #store: Store;
  readonly #by: string;
  readonly #model: Model | null;
  /** Why a job ended before its end. */
  readonly #faults = new Map<string, Problem>();
  #queue: string[] = [];
  #current: { readonly id: string; readonly stop: AbortController; readonly end: Promise<void> } | null =
    null;
  #closed = false;

  constructor(store: Store, by: string, model: Model | null) {
    this.#store = store;
    this.#by = by;
    this.#model = model;
  }

  doing(id: string): Doing {
    if (this.#current?.id === id) return 'running';
    return this.#queue.includes(id) ? 'queued' : null;
  }

  fault(id: string): Problem | undefined {
    return this.#faults.get(id);
  }

  add(id: string): void {
    if (this.doing(id) === null) this.#queue.push(id);
    this.#next();
  }

  /** Until somebody has it go on; what is under way is written whole or not at all. */
  async stop(id: string): Promise<void> {
    this.#queue = this.#queue.filter(it => it !== id);
    const current = this.#current;
    if (current?.id === id) {
      current.stop.abort(new Error('stopped'));
      await current.end;
    }
    if ((await findJob(this.#store, id)).state === 'running') await setJobState(this.#store, id, 'stopped');
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#queue = [];
    this.#current?.stop.abort(new Error('closed'));
    await this.#current?.end;
  }

  #next(): void {
    if (this.#current || this.#closed) return;
    const id = this.#queue.shift();
    if (id === undefined) return;
    const stop = new AbortController();
    const end = this.#run(id, stop.signal).finally(() => {
      this.#current = null;
      this.#next();
    });
    this.#current = { id, stop, end };
  }

  /** A job that was begun with a model asks no other than this server's; with none it asks nobody. */
  async #asking() {
    const model = this.#model;
    if (!model) return {};
    return {
      mayAsk: ({ url }: { url: string }) => checkedAddress(url).href === model.url.href,
      elements: await loadElements(),
    };
  }

  async #run(id: string, signal: AbortSignal): Promise<void> {
    this.#faults.delete(id);
    try {
      await runAdding(this.#store, { by: this.#by }, await findJob(this.#store, id), {
        signal,
        ...(await this.#asking()),
      });
    } catch (error) {
      const problem = asProblem(error, this.#store.location);
      const known = problem instanceof Problem;
      if (!known) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      this.#faults.set(id, known ? problem : new Problem('http.failed', { what: String(error) }));
    }
  }
}
