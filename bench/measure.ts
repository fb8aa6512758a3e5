/** What every bench shares: a machine's line, percentiles, and one table with its JSON. Times are in milliseconds. */
import { cpus, release } from 'node:os';

export interface Measure {
  readonly bench: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Against what it is set, measured in the same run; absent where there is no peer. */
  readonly peer?: { readonly name: string; readonly value: number };
}

export const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform} ${release()}, Node ${process.versions.node}`;

export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Runs `work` several times; answers the times in order. */
export async function repeated(times: number, work: (n: number) => unknown): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) all.push(await timed(() => work(n)));
  return all.sort((a, b) => a - b);
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function print(measures: readonly Measure[]): void {
  for (const { bench, what, value, unit, peer } of measures) {
    const ratio = peer
      ? `   ${(value / peer.value).toFixed(2)} × ${peer.name} (${round(peer.value)} ${unit})`
      : '';
    process.stdout.write(
      `${bench.padEnd(8)} ${what.padEnd(44)} ${String(round(value)).padStart(9)} ${unit.padEnd(5)}${ratio}\n`,
    );
  }
  process.stdout.write(`\n${JSON.stringify({ machine, at: new Date().toISOString(), measures })}\n`);
}

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
