/** How far a job is, on the error stream: one line that is renewed on a terminal, else one for each tenth. */
import type { Context } from '#cli/context.ts';
import type { Store } from '#store/store.ts';
import { formatNumber, say } from '#words/language.ts';
import { workWords } from '#words/work.ts';
import { type Counts, countsOf } from '#work/work.ts';

/** A terminal is not written to more often than this, in milliseconds. */
const OFTEN = 100;
const CLEAR = '\r\u001b[K';

export class Progress {
  readonly #context: Context;
  readonly #began = performance.now();
  /** Files that had ended before this run. */
  readonly #before: number;
  #shown = 0;
  #tenth = 0;
  #open = false;

  private constructor(context: Context, before: number, all: number) {
    this.#context = context;
    this.#before = before;
    this.#tenth = tenthOf(before, all);
  }

  static async of(context: Context, store: Store, job: string): Promise<Progress> {
    const { all, waiting } = await countsOf(store, job);
    if (waiting < all) {
      const line = say(workWords.resumed, context.language, { ended: all - waiting, all });
      context.io.stderr.write(`${line}\n`);
    }
    return new Progress(context, all - waiting, all);
  }

  show(counts: Counts): void {
    const { stderr } = this.#context.io;
    const now = performance.now();
    if (stderr.isTTY) {
      if (now - this.#shown < OFTEN) return;
      this.#shown = now;
      this.#open = true;
      stderr.write(`${CLEAR}${this.#line(counts)}`);
      return;
    }
    const tenth = tenthOf(counts.all - counts.waiting, counts.all);
    if (tenth > this.#tenth) stderr.write(`${this.#line(counts)}\n`);
    this.#tenth = tenth;
  }

  /** What it came to. */
  end(counts: Counts): void {
    this.close();
    const { language, io } = this.#context;
    const sentence = counts.waiting > 0 ? workWords.stopped : workWords.ended;
    io.stderr.write(`${say(sentence, language, { ...counts })}\n`);
  }

  /** Takes the renewed line away. */
  close(): void {
    if (this.#open) this.#context.io.stderr.write(CLEAR);
    this.#open = false;
  }

  #line({ all, waiting, failed }: Counts): string {
    const { language } = this.#context;
    const ended = all - waiting;
    const seconds = (performance.now() - this.#began) / 1000;
    const speed = (ended - this.#before) / Math.max(seconds, 0.001);
    const left = formatTime(waiting / Math.max(speed, 0.001));
    return say(workWords.progress, language, {
      ended,
      all,
      failed,
      speed: formatNumber(speed, language, speed < 10 ? 1 : 0),
      left,
    });
  }
}

function tenthOf(ended: number, all: number): number {
  return Math.floor((ended * 10) / Math.max(1, all));
}

/** Minutes and seconds, or hours and minutes with an h. */
function formatTime(seconds: number): string {
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  return `${Math.floor(seconds / 3600)} h ${two((seconds / 60) % 60)}`;
}
