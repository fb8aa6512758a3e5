/**
 * Sizes from lists that overlap, on generated tables of two shapes: 1,000 bootstrap draws of the stepwise choice, the least
 * BIC of every model of five lists, and averaging over 822 graphs. Beside them the R packages, where R is installed.
 */
import { spawnSync } from 'node:child_process';
import { Random } from '#core/random.ts';
import { bca } from '#numbers/population/bootstrap.ts';
import { byBic, stepwiseByTail } from '#numbers/population/choose.ts';
import { averaged } from '#numbers/population/graphs.ts';
import { type Histories, readHistories } from '#numbers/population/population.ts';
import { type Measure, percentile, repeated } from './measure.ts';

const DRAWS = 1000;
const GRID = 60_000;
const TIMES = 5;

/** R's `SparseMSE` and `dga` do the same to the same table; absent where R or the package is. */
const PEERS = {
  bootstrap: 'SparseMSE',
  graphs: 'dga',
} as const;

export async function populationBench(): Promise<Measure[]> {
  const [thin, five] = [tableOf(5, 345, 11), tableOf(5, 2744, 12)];
  const present = (name: string) => spawnSync('Rscript', ['-e', `library(${name})`]).status === 0;
  for (const name of Object.values(PEERS))
    if (!present(name)) process.stdout.write(`population: peer absent (R with its package ${name})\n`);
  const median = async (work: () => unknown) => percentile(await repeated(TIMES, work), 0.5);
  const row = (what: string, value: number): Measure => ({ bench: 'population', what, value, unit: 'ms' });
  const estimate = (it: Histories) => stepwiseByTail(it)?.estimate ?? null;
  return [
    row(
      '1,000 bootstrap draws, stepwise, five lists',
      await median(() => bca(thin, estimate, 0.95, { resamples: DRAWS, random: new Random(1) })),
    ),
    row('least BIC of every model of five lists', await median(() => byBic(five))),
    row('822 graphs on 60,001 sizes', await median(() => averaged(five, GRID))),
  ];
}

/** People of two kinds, one easier to reach: lists that depend on each other. Always the same table. */
function tableOf(lists: number, seen: number, seed: number): Histories {
  const random = new Random(seed);
  const counts = new Map<string, number>();
  for (let people = 0; people < seen; ) {
    const reach = random.uniform() < 0.2 ? 0.25 : 0.04;
    const row = Array.from({ length: lists }, (_, i) => Number(random.uniform() < reach * (1 + i / lists)));
    if (!row.includes(1)) continue;
    people += 1;
    const key = row.join(',');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const head = row(Array.from({ length: lists }, (_, i) => `l${i}`).concat('count'));
  return readHistories([head, ...[...counts].map(([key, n]) => `${key},${n}`)].join('\n'), 'bench');
}

const row = (cells: readonly string[]) => cells.join(',');
