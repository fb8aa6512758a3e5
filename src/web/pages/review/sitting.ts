/** How long a person takes for a proposal, in one sitting at the desk: from when it stood in front until it is decided. */

/** Seconds for each decision since the page was opened. */
const seconds: number[] = [];
let shownAt: { readonly id: string; readonly at: number } | null = null;

/** Longer than this nobody was at the desk, in seconds. */
const AWAY = 300;

/** The proposal that stands in front now. */
export function stands(id: string | undefined): void {
  if (id !== undefined && shownAt?.id !== id) shownAt = { id, at: performance.now() };
}

/** It was decided, alone or with others. */
export function decidedNow(n = 1): void {
  if (!shownAt || n === 0) return;
  const took = (performance.now() - shownAt.at) / 1000;
  if (took < AWAY) for (let i = 0; i < n; i += 1) seconds.push(took / n);
  shownAt = null;
}

/** How many were decided, and the median of the seconds; null before the first. */
export function sitting(): { readonly n: number; readonly seconds: number } | null {
  const sorted = seconds.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? null : { n: sorted.length, seconds: Math.round(middle * 10) / 10 };
}
