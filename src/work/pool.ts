/**
 * Work done apart, in threads that can be killed: a file that hangs or swells takes down its thread and nothing
 * else. One thread stays warm; none keeps the process alive.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Problem } from '#core/errors.ts';
import { movable } from '#work/moved.ts';
import type { Answered } from '#work/worker.ts';

export interface Task {
  /** `import.meta.url` of the module, or an address made from it. */
  readonly module: string | URL;
  /** The function that it exports; takes and gives plain data. A member `bytes` is moved where it is large. */
  readonly name: string;
}

export interface Limits {
  /** The file's name, for what is said when it fails. */
  readonly what: string;
  /** Longest time, in seconds. */
  readonly seconds?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface PoolOptions {
  readonly size?: number;
  /** Longest of a task that does not say its own, in seconds. */
  readonly seconds?: number;
  /** Of its heap, and again of what it holds outside of it, in MB. */
  readonly megabytes?: number;
  /** After so long with nothing to do all threads but one go, in milliseconds. */
  readonly idle?: number;
}

interface Job {
  readonly task: Task;
  readonly input: unknown;
  readonly limits: Limits;
  done(value: unknown): void;
  failed(error: unknown): void;
}

interface Thread {
  readonly worker: Worker;
  /** What it does at the moment, and how that ends. */
  job: Job | null;
  end: (() => void) | null;
}

const SECONDS = 60;
const MEGABYTES = 400;
const IDLE = 5000;
/** New space of a thread's heap, in MB: left to itself it grows to several times what a file's words take. */
const YOUNG = 6;
/** How often a thread's memory outside of its heap is looked at, in milliseconds. */
const LOOK = 250;
const MOST = 4;

export class Pool {
  readonly size: number;
  readonly #seconds: number;
  readonly #megabytes: number;
  readonly #idle: number;
  readonly #threads = new Set<Thread>();
  #queue: Job[] = [];
  #rest: NodeJS.Timeout | undefined;

  constructor(options: PoolOptions = {}) {
    this.size = options.size ?? Math.min(MOST, availableParallelism());
    this.#seconds = options.seconds ?? SECONDS;
    this.#megabytes = options.megabytes ?? MEGABYTES;
    this.#idle = options.idle ?? IDLE;
  }

  /** Throws the task's own Problem, `file.slow`, `file.memory`, or `file.broken` where it broke otherwise. */
  run<Out>(task: Task, input: unknown, limits: Limits): Promise<Out> {
    return new Promise<Out>((resolve, reject) => {
      const { signal } = limits;
      if (signal?.aborted) return reject(signal.reason);
      const stop = () => this.#stop(job, signal?.reason);
      const ended = () => signal?.removeEventListener('abort', stop);
      const job: Job = {
        task,
        input,
        limits,
        done: value => {
          ended();
          resolve(value as Out);
        },
        failed: error => {
          ended();
          reject(error);
        },
      };
      signal?.addEventListener('abort', stop, { once: true });
      this.#queue.push(job);
      this.#next();
    });
  }

  /** Ends every thread at once; what was under way fails. */
  async close(): Promise<void> {
    clearTimeout(this.#rest);
    this.#queue = [];
    await Promise.all([...this.#threads].map(thread => this.#kill(thread)));
  }

  /** How many threads there are. */
  get threads(): number {
    return this.#threads.size;
  }

  #next(): void {
    clearTimeout(this.#rest);
    const idle = [...this.#threads].find(it => it.job === null);
    const thread = idle ?? (this.#threads.size < this.size ? this.#start() : undefined);
    const job = thread && this.#queue.shift();
    if (job) this.#give(thread, job);
    else this.#rest = setTimeout(() => this.#shrink(), this.#idle).unref();
  }

  #start(): Thread {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#megabytes, maxYoungGenerationSizeMb: YOUNG },
    });
    const thread: Thread = { worker, job: null, end: null };
    this.#threads.add(thread);
    worker.on('message', (answered: Answered) => this.#answered(thread, answered));
    worker.on('error', error => this.#lost(thread, error));
    worker.on('exit', () => this.#lost(thread, undefined));
    // a thread that has nothing to do yet would keep the process; one that comes up holds on to it anew
    worker.on('online', () => thread.job === null && worker.unref());
    worker.unref();
    return thread;
  }

  #give(thread: Thread, job: Job): void {
    const { what, seconds = this.#seconds } = job.limits;
    const { module, name } = job.task;
    thread.job = job;
    thread.worker.ref();
    const tooLong = setTimeout(
      () => this.#fail(thread, new Problem('file.slow', { what, limit: `${seconds} s` })),
      seconds * 1000,
    );
    const look = setInterval(() => this.#look(thread, job), LOOK);
    thread.end = () => {
      clearTimeout(tooLong);
      clearInterval(look);
      thread.job = null;
      thread.end = null;
      thread.worker.unref();
    };
    const { input } = job;
    const bytes = typeof input === 'object' && input !== null && 'bytes' in input ? input.bytes : null;
    thread.worker.postMessage({ module: String(module), name, input }, movable(bytes));
  }

  /** Buffers lie outside of the heap that V8 bounds. */
  async #look(thread: Thread, job: Job): Promise<void> {
    const { external_memory: bytes } = await thread.worker
      .getHeapStatistics()
      .catch(() => ({ external_memory: 0 }));
    if (thread.job === job && bytes > this.#megabytes * 2 ** 20) this.#fail(thread, this.#tooMuch(job));
  }

  #tooMuch(job: Job): Problem {
    return new Problem('file.memory', { what: job.limits.what, limit: `${this.#megabytes} MB` });
  }

  #answered(thread: Thread, answered: Answered): void {
    const { job, end } = thread;
    if (!job) return;
    end?.();
    if ('value' in answered) job.done(answered.value);
    else if ('problem' in answered) job.failed(new Problem(...answered.problem));
    else job.failed(broken(job, new Error(answered.fault)));
    this.#next();
  }

  /** The thread broke or ended by itself. */
  #lost(thread: Thread, error: unknown): void {
    if (!this.#threads.has(thread)) return;
    const { job } = thread;
    const full =
      typeof error === 'object' && error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    this.#fail(thread, job && (full ? this.#tooMuch(job) : broken(job, error)));
  }

  #fail(thread: Thread, error: unknown): void {
    const { job } = thread;
    this.#kill(thread);
    job?.failed(error);
    this.#next();
  }

  async #kill(thread: Thread): Promise<void> {
    this.#threads.delete(thread);
    thread.end?.();
    await thread.worker.terminate();
  }

  #stop(job: Job, reason: unknown): void {
    const running = [...this.#threads].find(it => it.job === job);
    this.#queue = this.#queue.filter(it => it !== job);
    if (running) this.#fail(running, reason);
    else job.failed(reason);
  }

  #shrink(): void {
    for (const thread of [...this.#threads].filter(it => it.job === null).slice(1)) this.#kill(thread);
  }
}

function broken(job: Job, cause: unknown): Problem {
  return new Problem('file.broken', { what: job.limits.what }, { cause });
}

let shared: Pool | undefined;

/** The process's own pool, made when it is first needed; options count only then. */
export function pool(options: PoolOptions = {}): Pool {
  shared ??= new Pool(options);
  return shared;
}
