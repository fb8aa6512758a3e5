/** Full-text search over generated documents, beside raw FTS5 with the same documents and questions. Goal: within 2 ×. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sha256 } from '#core/hash.ts';
import { act, createStore, searchText } from '#store/store.ts';
import { a, aDossier } from '#test/factories.ts';
import { seeded } from '#test/seeded.ts';
import { type Measure, percentile, repeated, timed } from './measure.ts';

const SEED = 42;
const WORDS = 5000;
/** Sources are of so many days, as a newspaper's are. */
const DAYS = 2000;

/** A text of some 60 words, drawn by Zipf's law from words made of syllables. */
function generator() {
  const random = seeded(SEED);
  const syllables = [
    'ma',
    'di',
    'co',
    'pas',
    'tra',
    'ba',
    'jo',
    'sa',
    'lud',
    'mi',
    'sion',
    'go',
    'ver',
    'no',
    'pa',
    'gos',
    'men',
    'te',
    'ris',
    'ta',
  ];
  const words = Array.from({ length: WORDS }, (_, n) =>
    Array.from({ length: 2 + (n % 3) }, () => syllables[Math.floor(random() * syllables.length)]).join(''),
  );
  const word = () => words[Math.floor(WORDS ** random()) - 1] ?? 'ma';
  return { text: () => Array.from({ length: 60 }, word).join(' '), query: () => `${word()} ${word()}` };
}

export async function searchBench(documents = 100_000, questions = 200): Promise<Measure[]> {
  const { text, query } = generator();
  const texts = Array.from({ length: documents }, text);
  const asked = Array.from({ length: questions }, query);
  const folder = join(tmpdir(), `probanza-bench-${process.pid}`);
  const store = await createStore(folder, aDossier());
  const load = await timed(async () => {
    for (let from = 0; from < documents; from += 5000) {
      await act(store, { by: 'bench', act: 'add' }, async write => {
        for (let day = 0; from === 0 && day < DAYS; day += 1) {
          const date = new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10);
          await write.put('sources', a('sources', { id: `s${day}`, lang: 'es', date }));
        }
        for (const [n, body] of texts.slice(from, from + 5000).entries()) {
          await write.putText(
            a('texts', {
              id: `t${from + n}`,
              source: `s${(from + n) % DAYS}`,
              kind: 'extracted',
              sha256: sha256(body),
            }),
            body,
          );
        }
      });
    }
  });
  const ours = await repeated(questions, n => searchText(store, asked[n] ?? '', { limit: 20 }));
  await store.close();
  rmSync(folder, { recursive: true });

  const file = `${folder}.raw.sqlite`;
  const raw = new DatabaseSync(file);
  raw.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create virtual table docs using fts5(body)',
  );
  const insert = raw.prepare('insert into docs (body) values (?)');
  const rawLoad = await timed(() => {
    for (let from = 0; from < documents; from += 5000) {
      raw.exec('begin immediate');
      for (const body of texts.slice(from, from + 5000)) insert.run(body);
      raw.exec('commit');
    }
  });
  const select = raw.prepare('select rowid, body from docs where docs match ? order by rowid limit 20');
  const theirs = await repeated(questions, n =>
    select.all(
      (asked[n] ?? '')
        .split(' ')
        .map(word => `"${word}"`)
        .join(' AND '),
    ),
  );
  raw.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });

  const name = 'raw FTS5';
  const sample = `${documents} documents, seed ${SEED}`;
  return [
    {
      bench: 'search',
      what: `load ${sample}`,
      value: load,
      unit: 'ms',
      peer: { name: `${name}, no history`, value: rawLoad },
    },
    {
      bench: 'search',
      what: 'two words, p50',
      value: percentile(ours, 0.5),
      unit: 'ms',
      peer: { name, value: percentile(theirs, 0.5) },
    },
    {
      bench: 'search',
      what: 'two words, p95',
      value: percentile(ours, 0.95),
      unit: 'ms',
      peer: { name, value: percentile(theirs, 0.95) },
    },
  ];
}
