/**
 * Copies among generated texts of 300 words: the time each added text takes to be laid beside those that are held, at
 * the beginning and at the end, beside the bare comparison of every pair; and what that takes in memory.
 */

import { sha256 } from '#core/hash.ts';
import { copyProposals } from '#evidence/claims/claims.ts';
import { copyVerdict } from '#evidence/sources/copies.ts';
import { copyWords } from '#evidence/sources/copy-words.ts';
import { act, memoryStore, type Store } from '#store/store.ts';
import { a, aDossier } from '#test/factories.ts';
import { seeded } from '#test/seeded.ts';
import { type Measure, percentile, timed } from './measure.ts';

const SEED = 11;
const LENGTH = 300;
/** Each tenth text is a copy of an earlier one under another head. */
const COPIES = 10;

/** A text whose words follow Zipf's law, with names and numbers. */
export function texts(count: number): string[] {
  const random = seeded(SEED);
  const word = () => {
    const n = Math.floor(6000 ** random());
    return n % 17 === 0 ? `Name${n}` : n % 23 === 0 ? String(n * 7) : `word${n.toString(36)}`;
  };
  const made: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const old = made[Math.floor(random() * n)];
    made.push(
      n % COPIES === COPIES - 1 && old
        ? `A headline of number ${n}.\n\n${old.slice(0, Math.floor(old.length * 0.9))}`
        : Array.from({ length: LENGTH }, word).join(' '),
    );
  }
  return made;
}

/** Adds texts as files are added; answers the time that each one's search for copies took, in order. */
export async function addAll(
  store: Store,
  bodies: readonly string[],
): Promise<{ times: number[]; found: number }> {
  const times: number[] = [];
  let found = 0;
  for (const [n, body] of bodies.entries())
    await act(store, { by: 'bench', act: 'add' }, async write => {
      await write.put('sources', a('sources', { id: `s${n}` }));
      await write.putText(
        a('texts', { id: `s${n}.text`, source: `s${n}`, kind: 'extracted', sha256: sha256(body) }),
        body,
      );
      times.push(
        await timed(async () => {
          for (const row of await copyProposals(write.store, `s${n}.text`)) {
            await write.put('proposals', row);
            found += 1;
          }
        }),
      );
    });
  return { times, found };
}

export async function copiesBench(sizes: readonly number[] = [1000, 10_000]): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const size of sizes) {
    const bodies = texts(size);
    const store = await memoryStore(aDossier());
    const before = process.memoryUsage().rss;
    const { times, found } = await addAll(store, bodies);
    const memory = (process.memoryUsage().rss - before) / 2 ** 20;
    const last = times.slice(-200).sort((x, y) => x - y);
    const pairs = { name: 'every pair', value: await everyPair(bodies) };
    const of = (what: string, value: number, unit: string, peer?: Measure['peer']): Measure => ({
      bench: 'copies',
      what: `${what}, ${size} texts`,
      value,
      unit,
      ...(peer ? { peer } : {}),
    });
    measures.push(
      of('a text laid beside all that are held', percentile(last, 0.5), 'ms', pairs),
      of('the slowest of twenty', percentile(last, 0.95), 'ms'),
      of('copies found of those that are there', found / Math.floor(size / COPIES), 'share'),
      of('memory, the store in it', memory, 'MB'),
    );
    await store.close();
  }
  return measures;
}

/** What one text would take beside every other, from a hundred of them. */
async function everyPair(bodies: readonly string[]): Promise<number> {
  const some = bodies.slice(0, 100);
  const own = copyWords(bodies.at(-1) ?? '');
  const time = await timed(() => {
    for (const body of some) copyVerdict(own, copyWords(body));
  });
  return (time / some.length) * bodies.length;
}
