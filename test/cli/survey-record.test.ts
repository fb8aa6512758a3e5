import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadEvidence, undo } from '#evidence/claims/claims.ts';
import { exportPackage, importPackage } from '#package/package.ts';
import { act, createStore, openStore, readRows, readText, verifyStore } from '#store/store.ts';
import { run } from '#test/command.ts';
import { a, aDossier } from '#test/factories.ts';
import { filesIn } from '#test/files.ts';
import { newStore, stores, tempFolder } from '#test/stores.ts';

let folder: string;
beforeEach(() => {
  folder = tempFolder('record');
  mkdirSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

type Answers = [choice: string, menace: string];
/** 100 people of 25 clusters: nine in ten were menaced, four in five did not choose; the last five did not answer. */
const answers = (i: number): Answers => (i >= 95 ? ['', ''] : [i % 5 ? '1' : '0', i % 10 ? '1' : '0']);
const people = (of = answers, n = 100) =>
  file(
    'people.csv',
    `c,where,name,choice,menace,hours\n${Array.from({ length: n }, (_, i) => `${i % 25},${i < 60 ? 'north' : 'south'},Person ${i},${of(i).join(',')},8`).join('\n')}\n`,
  );
const map = (survey = '') =>
  file(
    'map.yaml',
    `elements:
  c029.work: { always: true }
  c029.involuntary: { column: choice }
  c029.penalty: { column: menace }
survey:
  by: Institute of Questions
  frame: everybody on the list of 2020
  selection: drawn by lot
  from: 2020-03
  to: "2020-06"
  place: BRA
  notReached: who had left
${survey}`,
  );
const RULE = ['--standard', 'ilo-c029'];
const GRADED = ['--grade', 'A', '--grade-reason', 'a known design', '--credibility', '1'];

for (const kind of stores) {
  describe.skipIf(!kind.here)(`survey --record on ${kind.name}`, () => {
    const dossier = async () => {
      const at = await kind.place('example');
      const store = await createStore(at, aDossier(), { by: 'tester' });
      await act(store, { by: 'tester', act: 'add' }, write => write.put('parties', a('parties')));
      await store.close();
      return at;
    };
    const record = (at: string, ...more: string[]) =>
      run(['survey', people(), '--psu', 'c', ...more, '--record', '--dossier', at]);

    test('each share is a claim with its words, its figure, its people and what it rests on', async () => {
      const at = await dossier();
      const done = await record(at, ...RULE, '--map', map());
      expect(done.err).toBe('');
      expect(done.out).toMatch(/Recorded as source .*, with 4 claims/);
      const store = await openStore(at);
      const evidence = await loadEvidence(store);
      expect([...evidence.claims.values()].map(it => it.asserter)).toEqual(
        Array(4).fill('institute-of-questions'),
      );
      const [text] = await readRows(store, 'texts');
      const body = await readText(store, text?.id ?? '');
      expect(body).toMatch(/Table of interviews: people\.csv, SHA-256 [0-9a-f]{64}/);
      expect(body).toMatch(/Reference period: 2020-03 – 2020-06/);
      expect(body).toMatch(/Who could not be reached: who had left/);
      expect(body).toMatch(/Who did not answer: not stated/);
      expect(body).toMatch(/--psu c .*--interval logit/);
      expect(body).toMatch(/version 1\.\d/);
      // no answer of a person goes along
      expect(body).not.toMatch(/Person \d/);
      expect(evidence.figures.map(it => [it.counted, it.unit, it.place, it.population])).toEqual(
        Array(4).fill(['share-of-respondents', 'percent', 'BRA', 'everybody on the list of 2020']),
      );
      const [subject] = await readRows(store, 'subjects');
      expect(subject).toMatchObject({ kind: 'cohort', frame: 'probability', n: 100, from: '2020-03' });
      expect((await readRows(store, 'bearings')).map(it => it.element).sort()).toEqual([
        'c029.involuntary',
        'c029.involuntary',
        'c029.penalty',
        'c029.penalty',
        'c029.work',
        'c029.work',
      ]);
      expect((await verifyStore(store)).failures).toEqual([]);
      await store.close();
    });

    test('a figure is as wide as its interval and what missing answers leave open', async () => {
      const at = await dossier();
      await record(at, '--positive', 'choice', '--map', map());
      const [row] = (
        await run(['survey', people(), '--psu', 'c', '--positive', 'choice', '--map', map(), '--json'])
      ).json() as { low: number; high: number; estimate: number; bounds: { low: number; high: number } }[];
      const store = await openStore(at);
      const [figure] = await readRows(store, 'figures');
      expect(figure?.value).toBeCloseTo(80, 10);
      expect(figure?.low).toBe(Math.min(row?.low ?? 1, row?.bounds.low ?? 1) * 100);
      expect(figure?.high).toBe(Math.max(row?.high ?? 0, row?.bounds.high ?? 0) * 100);
      await store.close();
    });

    test('a finding along the pattern rests on it, once it is graded', async () => {
      const asked = ['assess', ...RULE, '--route', 'pattern', '--place', 'BRA', '--json'];
      const verdict = async (...grading: string[]) => {
        const at = await dossier();
        await record(at, ...RULE, '--map', map(), ...grading);
        const found = await run([...asked, '--proof', 'reasonable-suspicion', '--dossier', at]);
        expect(found.err).toBe('');
        return (found.json() as { verdict: string }).verdict;
      };
      // 1 + 0.9 + 0.8 − 2: seven in ten at the least, less what is uncertain
      expect(await verdict(...GRADED)).toBe('met');
      expect(await verdict()).toBe('open');
    });

    test('that all elements hold of the same people is known, where their shares alone would not tell', async () => {
      const at = await dossier();
      // three in ten to whom both apply: 0.3 + 0.3 + 1 − 2 alone says nothing
      const path = people(i => (i < 30 ? ['1', '1'] : ['0', '0']), 100);
      await run(['survey', path, ...RULE, '--map', map(), ...GRADED, '--record', '--dossier', at]);
      const asked = ['assess', ...RULE, '--route', 'pattern', '--place', 'BRA', '--json', '--dossier', at];
      const found = await run([...asked, '--proof', 'reasonable-suspicion']);
      expect(found.json()).toMatchObject({ verdict: 'met' });
    });

    test('without a frame the people are no sample, and a group that is hidden is in no claim', async () => {
      const at = await dossier();
      const path = file(
        'few.csv',
        `g,y\n${Array.from({ length: 60 }, (_, i) => `${i < 4 ? 'rare' : i < 20 ? 'some' : 'many'},${i % 2}`).join('\n')}\n`,
      );
      const who = file('who.yaml', 'survey: { by: Institute }\n');
      const asked = ['--positive', 'y', '--by', 'g', '--map', who, '--record', '--dossier', at];
      expect((await run(['survey', path, ...asked])).code).toBe(0);
      const store = await openStore(at);
      expect((await readRows(store, 'subjects'))[0]).toMatchObject({ frame: 'unknown' });
      const body = await readText(store, (await readRows(store, 'texts'))[0]?.id ?? '');
      expect(body).toMatch(/none declared: of those who answered alone/);
      expect(body).not.toMatch(/rare|some/);
      await store.close();
    });

    test('travels in a package, is told when it is there already, and is taken back whole', async () => {
      const at = await dossier();
      await record(at, '--positive', 'choice', '--map', map());
      const again = await record(at, '--positive', 'choice', '--map', map());
      expect([again.code, again.err.trim().split('\n').length]).toEqual([2, 1]);
      const store = await openStore(at);
      const [out, back] = [tempFolder('out'), tempFolder('back')];
      await exportPackage(store, out);
      const copy = await importPackage(out, await kind.place('example'));
      await exportPackage(copy, back);
      expect(filesIn(back)).toEqual(filesIn(out));
      await copy.close();
      await undo(store, { by: 'tester' });
      expect(await readRows(store, 'claims')).toEqual([]);
      expect(await readRows(store, 'subjects')).toEqual([]);
      await store.close();
    });
  });
}

describe('what cannot be recorded gets one line', () => {
  test.each([
    ['nobody is named who asked', () => ['--positive', 'choice'], /survey\.by/],
    ['a mean', () => ['--mean', 'hours', '--map', map()], /--positive, --standard/],
    ['a grade that is none', () => ['--positive', 'choice', '--map', map(), '--credibility', '9'], /“9”/],
    ['a period that is none', () => ['--positive', 'choice', '--map', bad('from', 'spring')], /survey\.from/],
    [
      'a place that is none',
      () => ['--positive', 'choice', '--map', bad('place', 'Brazil')],
      /survey\.place/,
    ],
  ])('%s', async (_, asked, line) => {
    const at = (await newStore({ name: 'sqlite', here: true, place: async () => tempFolder('bad') }))
      .location;
    const { code, err } = await run(['survey', people(), ...asked(), '--record', '--dossier', at]);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(line);
  });
  const bad = (key: string, value: string) => {
    const text = readFileSync(map(), 'utf8');
    return file('bad.yaml', text.replace(new RegExp(`${key}: .*`), `${key}: ${value}`));
  };
  test('too few people', async () => {
    const at = (await newStore({ name: 'sqlite', here: true, place: async () => tempFolder('few') }))
      .location;
    const asked = ['--positive', 'choice', '--map', map(), '--record', '--dossier', at];
    expect((await run(['survey', people(answers, 8), ...asked])).err).toMatch(/no share that may be shown/);
  });
});
