/** Tasks that a pool is tried with: some end well, some never. */
import { Problem } from '#core/errors.ts';

export const double = ({ n }: { n: number }) => n * 2;

export const wait = async ({ ms }: { ms: number }) => {
  await new Promise(resolve => setTimeout(resolve, ms));
  return ms;
};

export const hang = () => {
  for (;;);
};

export const swell = () => {
  const all: string[][] = [];
  for (;;) all.push(Array.from({ length: 1e5 }, (_, n) => `${n} of ${all.length}`));
};

/** Grows outside of the heap, and stays. */
export const swellOutside = async () => {
  const all: Uint8Array[] = [];
  for (let n = 0; n < 200; n += 1) {
    all.push(new Uint8Array(8 << 20).fill(1));
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return all.length;
};

export const refuse = ({ what }: { what: string }) => {
  throw new Problem('file.encrypted', { what });
};

export const fail = () => {
  throw new TypeError('a library tripped');
};

export const quit = () => process.exit(7);

export const tripLater = () => {
  setTimeout(() => {
    throw new Error('after the answer');
  });
  return new Promise(() => undefined);
};

/** Gives back what it was given. */
export const keep = ({ bytes }: { bytes: Uint8Array }) => ({ bytes, sum: bytes.reduce((a, b) => a + b, 0) });
