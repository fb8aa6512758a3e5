/** The data of every page over a generated dossier, by HTTP, beside one bare SQL page of claims of the same store. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { serve } from '#server/server.ts';
import { openStore } from '#store/store.ts';
import { generatedStore, SEED } from '#test/generated.ts';
import { type Measure, percentile, repeated, timed } from './measure.ts';

/** Each page's data, as its first view and as choices change it; `{n}` and `{year}` differ from one time to the next. */
export const PAGES: Readonly<Record<string, readonly string[]>> = {
  overview: ['/api/answers?lang=es'],
  'who says so': [
    '/api/claims',
    '/api/claims?side=critical&place=BRA',
    '/api/claims?q=doctors passports',
    '/api/claims?q=salary&period={year}/2025',
    '/api/claims?element=ilo11.documents&offset=100',
    '/api/claims?asserter=Party {n}',
  ],
  'one claim': ['/api/claims/c{n}'],
  'is it forced labour': [
    '/api/findings',
    '/api/findings?standard=ilo-11-indicators&place=MEX',
    '/api/findings?proof=clear-and-convincing&period={year}/{year}-06',
    '/api/findings/places',
    '/api/findings/places?standard=ilo-11-indicators',
  ],
  'how many': ['/api/figures', '/api/figures?counted=revenue&place=KEN&period={year}/2025'],
  money: ['/api/money', '/api/money?place=BRA&period={year}/{year}'],
  response: ['/api/response', '/api/response?place=ITA&kind=measure&period={year}/2025'],
  sources: ['/api/sources', '/api/sources?q=contrato', '/api/sources/s{n}'],
  review: ['/api/review', '/api/review?offset=400&kind=claim'],
};

const TIMES = 40;

export async function workbenchBench(claims = 100_000): Promise<Measure[]> {
  const kept = process.env.PROBANZA_BENCH_DOSSIER;
  const folder = kept ?? join(tmpdir(), `probanza-bench-workbench-${process.pid}`);
  const store = await openStore(folder).catch(() => generatedStore(folder, claims));
  const token = 'bench';
  const server = await serve(store, { port: 0, token });
  const { origin } = new URL(server.address);
  const ask = async (path: string, n: number) => {
    const response = await fetch(
      origin + path.replace('{n}', String((n * 97) % 1000)).replaceAll('{year}', String(2000 + (n % 26))),
      {
        headers: { authorization: `Bearer ${token}` },
      },
    );
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.arrayBuffer();
  };
  const first = await timed(() => ask('/api/state', 0));
  const bare = await repeated(TIMES, n =>
    sql`select * from claims where dossier = ${store.dossier} order by "from" desc limit 50 offset ${n}`.execute(
      store.db,
    ),
  );
  const peer = { name: 'bare SQL page', value: percentile(bare, 0.95) };
  const measures: Measure[] = [
    { bench: 'pages', what: `evidence of ${claims} claims loaded, seed ${SEED}`, value: first, unit: 'ms' },
  ];
  for (const [name, paths] of Object.entries(PAGES)) {
    const each: [string, number[]][] = [];
    const firsts: number[] = [];
    for (const path of paths) {
      firsts.push(await timed(() => ask(path, 0)));
      each.push([path, await repeated(TIMES, n => ask(path, n + 1))]);
    }
    for (const [path, times] of each)
      if (process.env.PROBANZA_BENCH_EACH)
        process.stdout.write(
          `${path.padEnd(64)} p50 ${percentile(times, 0.5).toFixed(1)}  p95 ${percentile(times, 0.95).toFixed(1)}\n`,
        );
    measures.push({
      bench: 'pages',
      what: `${name}, slowest first answer`,
      value: Math.max(...firsts),
      unit: 'ms',
    });
    const times = each.flatMap(([, list]) => list).sort((a, b) => a - b);
    measures.push({
      bench: 'pages',
      what: `${name}, p95 of ${times.length}`,
      value: percentile(times, 0.95),
      unit: 'ms',
      peer,
    });
  }
  await server.close();
  await store.close();
  if (!kept) rmSync(folder, { recursive: true });
  return measures;
}
