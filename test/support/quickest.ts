/** Times of work on a machine that also does other things: a limit is for the work, not for what runs beside it. */

/** Patience, in milliseconds: a quiet moment comes within it, and work that is too slow never gets one. */
const PATIENCE = 15_000;

/** Does the work until once it is within the limit, for as long as patience lasts; its quickest time, in milliseconds. */
export async function quickest(limit: number, work: () => unknown): Promise<number> {
  const until = performance.now() + PATIENCE;
  let best = Number.POSITIVE_INFINITY;
  do {
    const began = performance.now();
    await work();
    best = Math.min(best, performance.now() - began);
  } while (best >= limit && performance.now() < until);
  return best;
}
