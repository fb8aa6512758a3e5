/** What runs in a worker thread: loads a task's module on demand and answers with plain data, or with what is wrong. */
import { parentPort } from 'node:worker_threads';
import { Problem, type ProblemCode, type ProblemDetails } from '#core/errors.ts';
import { movable } from '#work/moved.ts';

export interface Asked {
  /** Address of the module. */
  readonly module: string;
  /** The function that it exports. */
  readonly name: string;
  readonly input: unknown;
}

export type Answered =
  | { readonly value: unknown }
  | { readonly problem: readonly [ProblemCode, ProblemDetails] }
  | { readonly fault: string };

async function answer({ module, name, input }: Asked): Promise<Answered> {
  try {
    const task = (await import(module))[name];
    return { value: await task(input) };
  } catch (error) {
    if (error instanceof Problem) return { problem: [error.code, error.details] };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

// libraries warn of what they meet in a file: that is not for the reader
if (parentPort) for (const stream of [process.stdout, process.stderr]) stream.write = () => true;

parentPort?.on('message', async (asked: Asked) => {
  const answered = await answer(asked);
  const value = 'value' in answered ? answered.value : null;
  const bytes = typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes : null;
  parentPort?.postMessage(answered, movable(bytes));
});
