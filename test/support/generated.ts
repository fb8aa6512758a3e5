/** A large dossier made by rule: rows in the proportions of a real one, words drawn by Zipf's law, one seed. */
import { canonical } from '#core/canonical.ts';
import { sha256 } from '#core/hash.ts';
import { act, createStore, type Store } from '#store/store.ts';
import { a, aDossier } from '#test/factories.ts';
import { seeded } from '#test/seeded.ts';

export const SEED = 7;
const PLACES =
  'BRA MEX ITA VEN BHS PRT KEN ZAF JAM HND AGO BOL DZA SAU QAT GTM GUY HTI TLS MOZ GHA TTO LCA VCT BLZ URY'.split(
    ' ',
  );
const ELEMENTS = [
  ['ilo-c029', 'c029.work'],
  ['ilo-c029', 'c029.penalty'],
  ['ilo-c029', 'c029.involuntary'],
  ...'vulnerability deception movement isolation violence threats documents wages debt conditions overtime'
    .split(' ')
    .map(it => ['ilo-11-indicators', `ilo11.${it}`] as const),
] as const;
const SIDES = [
  'critical',
  'critical',
  'critical',
  'defending',
  'defending',
  'neutral',
  'neutral',
  'neutral',
  'neutral',
  'neutral',
] as const;
const COMMON =
  'doctors passports médicos contrato salary ministério retained government voluntarily programme missão pagos worker abroad host months clinic patients pago direto families penal code leave return years ban report union brigade agreement signed'.split(
    ' ',
  );
/** Some that the questions ask for, then rarer and rarer ones. */
const WORDS = [...COMMON, ...Array.from({ length: 3000 }, (_, n) => `word${n.toString(36)}`)];
/** Rows written in one act. */
const CHUNK = 5000;

/** Makes a dossier of `claims` claims at `location`: for each 100, 20 sources, 37 bearings, 21 answers, 50 figures, 23 terms. */
export async function generatedStore(location: string, claims: number): Promise<Store> {
  const random = seeded(SEED);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const words = (n: number) =>
    Array.from({ length: n }, () => WORDS[Math.floor(WORDS.length ** random()) - 1] ?? 'mission').join(' ');
  const date = () =>
    `${2000 + Math.floor(random() * 26)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`;
  const by = { by: 'generator', act: 'add' } as const;
  const store = await createStore(location, aDossier());
  const sources = Math.ceil(claims / 5);
  const parties = Math.ceil(claims / 50);
  const bodies = Array.from({ length: sources }, () => `${words(20)}.\n`);
  await act(store, by, async write => {
    await write.put('parties', a('parties'));
    for (let n = 0; n < parties; n += 1)
      await write.put(
        'parties',
        a('parties', { id: `p${n}`, name: `Party ${n} ${words(1)}`, kind: 'other', place: null }),
      );
    for (const [kind, count] of [
      ['rule', 20],
      ['cohort', 40],
      ['person', 200],
      ['programme', 1],
    ] as const)
      for (let n = 0; n < count; n += 1)
        await write.put('subjects', a('subjects', { id: `${kind}${n}`, name: `${kind} ${n}`, kind }));
    for (let n = 0; n < sources; n += 1) {
      const body = bodies[n] ?? '';
      await write.put(
        'sources',
        a('sources', {
          id: `s${n}`,
          title: words(7),
          publisher: `Publisher ${n % 400}`,
          date: date(),
          grade: pick(['A', 'B', 'B', 'C', 'C', 'D']),
        }),
      );
      await write.putText(a('texts', { id: `s${n}.t`, source: `s${n}`, sha256: sha256(body) }), body);
    }
  });
  for (let from = 0; from < claims; from += CHUNK) {
    await act(store, by, async write => {
      for (let n = from; n < Math.min(claims, from + CHUNK); n += 1) {
        const id = `c${n}`;
        const host = random() < 0.7 ? pick(PLACES) : null;
        const when = date();
        await write.put(
          'passages',
          a('passages', {
            id: `${id}.p`,
            text: `s${n % sources}.t`,
            exact: bodies[n % sources]?.slice(0, 40) ?? '',
            start: 0,
            end: 40,
          }),
        );
        await write.put(
          'claims',
          a('claims', {
            id,
            passage: `${id}.p`,
            state: random() < 0.5 ? 'collected' : 'accepted',
            asserter: `p${Math.floor(parties ** random()) - 1}`,
            side: pick(SIDES),
            type: pick(['fact', 'rule', 'opinion', 'effect', 'promise']),
            knowledge: pick(['first-hand', 'document', 'own-records', 'hearsay']),
            credibility: pick(['1', '2', '3', '4', '6']),
            proposition: words(14),
            reach: host ? 'host' : 'every-host',
            host,
            from: when,
            to: when,
          }),
        );
        if (n % 100 < 37) {
          const [standard, element] = pick(ELEMENTS);
          const subject = pick(['rule', 'rule', 'cohort', 'person', 'programme'] as const);
          const numbered = { rule: 20, cohort: 40, person: 200, programme: 1 }[subject];
          await write.put(
            'bearings',
            a('bearings', {
              id: `${id}.b`,
              claim: id,
              standard,
              element,
              direction: random() < 0.65 ? 'supports' : 'rebuts',
              subject: `${subject}${Math.floor(random() * numbered)}`,
            }),
          );
        }
        if (n % 500 === 0)
          await write.put(
            'bearings',
            a('bearings', {
              id: `${id}.bind`,
              claim: id,
              standard: 'binding',
              element: 'binding.all-posted',
              subject: `rule${(n / 500) % 20}`,
            }),
          );
        if (n % 100 < 21 && n > 100)
          await write.put(
            'answers',
            a('answers', {
              id: `${id}.a`,
              claim: id,
              answers: `c${Math.floor(random() * n)}`,
              kind: random() < 0.9 ? 'rebuts' : 'undercuts',
            }),
          );
        if (n % 100 < 50) {
          const value = Math.round(10 ** (1 + random() * 4));
          await write.put(
            'figures',
            a('figures', {
              id: `${id}.f`,
              claim: id,
              counted: pick(['workers', 'workers', 'countries', 'revenue', 'state-share']),
              unit: pick(['doctors', 'health-workers']),
              place: host ?? 'WLD',
              from: when,
              to: when,
              comparator: 'about',
              value,
              low: value * 0.95,
              high: value * 1.05,
            }),
          );
        }
        if (n % 100 < 23) {
          const leg = pick(['host-pays', 'worker-cash', 'state-keeps'] as const);
          const value = Math.round(100 + random() * 5000);
          await write.put(
            'terms',
            a('terms', {
              id: `${id}.m`,
              claim: id,
              leg,
              place: host ?? 'BRA',
              low: value,
              high: value,
              value,
              from: when,
              to: when,
            }),
          );
        }
        if (n % 100 < 7)
          await write.put(
            'measures',
            a('measures', {
              id: `${id}.x`,
              claim: id,
              authority: `p${n % parties}`,
              place: host ?? 'WLD',
              announced: when,
              inForce: when,
              ended: random() < 0.5 ? when : null,
              summary: words(9),
            }),
          );
        if (n % 100 < 4)
          await write.put(
            'events',
            a('events', {
              id: `${id}.e`,
              claim: id,
              place: host ?? 'WLD',
              from: when,
              to: when,
              summary: words(9),
            }),
          );
        if (n % 100 === 50)
          await write.put(
            'requests',
            a('requests', {
              id: `${id}.r`,
              claim: id,
              asker: `p${n % parties}`,
              addressees: `p${(n + 1) % parties}`,
              about: words(9),
              sent: when,
            }),
          );
        if (n % 100 < 10)
          await write.put(
            'proposals',
            a('proposals', {
              id: `${id}.w`,
              text: `s${n % sources}.t`,
              exact: bodies[n % sources]?.slice(0, 40) ?? '',
              end: 40,
              confidence: random(),
              body: canonical({ mode: 'indirect', speaker: null }),
            }),
          );
      }
    });
  }
  return store;
}
