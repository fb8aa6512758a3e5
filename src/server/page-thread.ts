/** A thread for pages of PDFs: one question at a time, each within its seconds, else the thread is killed and begun anew. */
import { Worker } from 'node:worker_threads';
import { Problem, type ProblemCode, type ProblemDetails } from '#core/errors.ts';

export interface Asked {
  readonly n: number;
  readonly what: 'page' | 'picture';
  readonly page: number;
  /** Of a picture, in pixels. */
  readonly width: number;
  /** Only where the thread does not have the file yet. */
  readonly bytes?: Uint8Array;
}

export interface Told {
  readonly n: number;
  readonly answer?: unknown;
  readonly problem?: { readonly code: ProblemCode; readonly details: ProblemDetails };
  readonly failed?: string;
}

export interface PageThread {
  /** Throws what the file is at fault for, `file.slow` where it takes longer than the thread may. */
  ask(
    file: { readonly hash: string; read(): Promise<Uint8Array> },
    asked: Omit<Asked, 'n' | 'bytes'>,
  ): Promise<unknown>;
  close(): Promise<void>;
}

/** A thread that is not asked anything ends, in milliseconds. */
const IDLE = 60_000;
/** Of JavaScript; the picture itself is bounded by its pixels. */
const MEGABYTES = 300;

export function pageThread(
  seconds: number,
  script = new URL('./page-worker.ts', import.meta.url),
): PageThread {
  let worker: Worker | null = null;
  let has = '';
  let n = 0;
  let idle: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const stop = async () => {
    const old = worker;
    worker = null;
    has = '';
    await old?.terminate();
  };
  const start = () => {
    const made = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
    made.unref();
    worker = made;
    return made;
  };
  const one: PageThread['ask'] = async (file, asked) => {
    clearTimeout(idle);
    const bytes = has === file.hash ? undefined : await file.read();
    const current = worker ?? start();
    has = file.hash;
    n += 1;
    const told = await answered(current, { n, ...asked, ...(bytes ? { bytes } : {}) }, seconds);
    if (told === null) await stop();
    idle = setTimeout(stop, IDLE);
    idle.unref();
    if (told === null) throw new Problem('file.slow', { what: `PDF, ${asked.page}`, limit: seconds });
    if (told.problem) throw new Problem(told.problem.code, told.problem.details);
    if (told.failed !== undefined)
      throw new Problem('file.broken', { what: 'PDF', where: String(asked.page) });
    return told.answer;
  };
  return {
    ask: (file, asked) => {
      const next = turn.catch(() => undefined).then(() => one(file, asked));
      turn = next;
      return next;
    },
    close: stop,
  };
}

/** What the thread tells; null where it says nothing in its time, or dies. */
function answered(worker: Worker, asked: Asked, seconds: number): Promise<Told | null> {
  return new Promise(resolve => {
    const end = (told: Told | null) => {
      clearTimeout(timer);
      worker.off('message', hear);
      worker.off('error', dead);
      worker.off('exit', dead);
      resolve(told);
    };
    const hear = (told: Told) => told.n === asked.n && end(told);
    const dead = () => end(null);
    const timer = setTimeout(dead, seconds * 1000);
    worker.on('message', hear);
    worker.on('error', dead);
    worker.on('exit', dead);
    worker.postMessage(asked);
  });
}
