/** What is under `standards/`: each file, what its rule answers on known examples, and whom it bound when. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  compile,
  compileSql,
  evaluate,
  findStandard,
  loadElements,
  loadStandards,
  type Standard,
  standardNamed,
} from '#assessment/standards/standards.ts';
import { askDuck } from '#test/duck.ts';

let standards: Standard[];
beforeAll(async () => {
  standards = await loadStandards();
});

/** The answer when only these elements are shown and all others are known to be absent. */
function only(id: string, ...shown: string[]) {
  return compile(findStandard(standards, id))(element => shown.includes(element));
}

/** The answer when these are shown and nothing is known of the others. */
function known(id: string, ...shown: string[]) {
  return compile(findStandard(standards, id))(element => (shown.includes(element) ? true : null));
}

describe('every standard', () => {
  test('names its elements, dimensions and itself in three languages', () => {
    for (const it of standards) {
      const named = [it.title, ...[...it.elements, ...it.exceptions].map(inner => inner.name)];
      for (const name of [...named, ...Object.values(it.dimensions ?? {}), ...(it.says ? [it.says] : [])])
        expect(Object.values(name).every(words => words.trim() !== '')).toBe(true);
    }
  });

  test('says how it was verified, and an unverified one is marked', () => {
    for (const it of standards) expect(it.verified.how).not.toBe('');
    const unverified = standards.filter(it => !it.verified.yes).map(it => it.id);
    expect(unverified).toEqual(
      expect.arrayContaining(['ilo-htshtc-2012-adult', 'ilo-p029-r203', 'eu-2024-3015']),
    );
  });

  test('is one of those that were asked for', () => {
    const kinds = Object.fromEntries(standards.map(it => [it.id, it.kind]));
    expect(kinds).toMatchObject({
      'ilo-c029': 'verdict',
      'ilo-c105': 'verdict',
      'ilo-c095': 'checklist',
      'ilo-p029-r203': 'checklist',
      'ilo-11-indicators': 'screening',
      'ilo-11-indicators-2012': 'screening',
      'ilo-htshtc-2012-adult': 'verdict',
      'icls20-2018-forced-labour': 'verdict',
      'american-declaration': 'verdict',
      'achr-6-2-ituango': 'verdict',
      'us-22usc7102-11': 'verdict',
      'us-tvpa-government-policy-or-pattern': 'verdict',
      'un-palermo-art3': 'verdict',
      'who-global-code': 'checklist',
      'ilo-fair-recruitment': 'checklist',
      'us-18usc1589': 'map',
      'uk-msa-2015-s1': 'map',
      'us-tariff-act-307': 'map',
      'us-caatsa-321': 'map',
      'eu-2024-3015': 'map',
      'un-sr-cuba-communications': 'questions',
      'iachr-2025-request': 'questions',
      'ilo-ceacr-cuba-c029': 'questions',
      'mission-promises': 'checklist',
    });
  });

  test('keeps its element ids to itself: the two editions of the eleven indicators share none', () => {
    const ids = standards.flatMap(it => [...it.elements, ...it.exceptions].map(inner => inner.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['ilo11.documents', 'ilo11-2012.documents']));
  });

  test('gives a source for each state it bound, and no state is bound without a day', () => {
    for (const { id, binds } of standards)
      for (const row of binds) {
        expect(row.source, id).not.toBe('');
        expect(row.from === null, `${id} ${row.state}`).toBe(row.never === true);
      }
  });

  test('compiles to a function and to SQL, unless it is a stub', () => {
    for (const it of standards.filter(one => !one.stub)) {
      compile(it)(() => null);
      expect(compileSql(it, () => null)).toContain('CAST');
    }
  });
});

describe('rules on known examples', () => {
  test('Convention 29 needs work, menace and lack of offer, and no exception that is made out', () => {
    const all = ['c029.work', 'c029.penalty', 'c029.involuntary'];
    expect(only('ilo-c029', ...all)).toBe(true);
    expect(only('ilo-c029', 'c029.work', 'c029.penalty')).toBe(false);
    expect(known('ilo-c029', ...all)).toBe(true);
    expect(only('ilo-c029', ...all, 'c029.ex.d')).toBe(false);
  });

  test('Convention 105 needs forced labour and one of five purposes', () => {
    const forced = ['c029.work', 'c029.penalty', 'c029.involuntary'];
    expect(only('ilo-c105', ...forced, 'c105.b')).toBe(true);
    expect(only('ilo-c105', ...forced)).toBe(false);
    expect(only('ilo-c105', 'c105.b')).toBe(false);
  });

  test('the rule of 2012 wants involuntariness, penalty and one strong in the same dimension', () => {
    const rule = 'ilo-htshtc-2012-adult';
    expect(only(rule, 'htshtc.wl.inv.movement', 'htshtc.wl.pen.future')).toBe(true);
    expect(only(rule, 'htshtc.wl.inv.multidep', 'htshtc.wl.pen.dismissal')).toBe(false);
    expect(only(rule, 'htshtc.ur.inv.sale', 'htshtc.wl.pen.papers')).toBe(false);
    expect(only(rule, 'htshtc.il.inv.resign', 'htshtc.il.pen.future')).toBe(true);
    expect(only(rule, 'htshtc.wl.inv.movement')).toBe(false);
  });

  test('the rule of 2018 can disagree with it on one and the same worker', () => {
    const rule = 'icls20-2018-forced-labour';
    expect(only(rule, 'icls.ref.long', 'icls.inv.pay', 'icls.pen.documents')).toBe(true);
    expect(only(rule, 'icls.inv.pay', 'icls.pen.documents')).toBe(false);
    expect(only(rule, 'icls.ref.short', 'icls.inv.pay')).toBe(false);
    expect(only(rule, 'icls.ref.long', 'icls.inv.pay', 'icls.pen.documents', 'c029.ex.c')).toBe(false);
    expect(known(rule, 'icls.ref.long', 'icls.inv.pay', 'icls.pen.documents')).toBe(true);
  });

  test('Delphi counts grades within a dimension, and exploitation alone is no trafficking', () => {
    const rule = 'ilo-ec-delphi-2009-adult-labour';
    const grade = (dimension: string, strength: string, n: number) =>
      findStandard(standards, rule)
        .elements.filter(it => it.dimension === dimension && it.strength === strength)
        .slice(0, n)
        .map(it => it.id);
    const exploited = grade('exploitative conditions of work', 'medium', 3);
    const coerced = grade('coercion at destination', 'strong', 2);
    const deceived = grade('deceptive recruitment', 'medium', 3);
    expect(only(rule, ...exploited)).toBe(false);
    expect(only(rule, ...exploited, ...coerced)).toBe(false);
    expect(only(rule, ...exploited, ...coerced, ...deceived)).toBe(true);
    expect(only(rule, ...exploited, ...coerced, ...deceived.slice(0, 2))).toBe(false);
    const weak = grade('deceptive recruitment', 'weak', 1);
    expect(only(rule, ...exploited, ...coerced, ...deceived.slice(0, 2), ...weak)).toBe(true);
  });

  test('the maps and the other tests answer as their trees say', () => {
    expect(only('un-palermo-art3', 'pal.act', 'pal.purpose', 'pal.child')).toBe(true);
    expect(only('un-palermo-art3', 'pal.act', 'pal.purpose')).toBe(false);
    expect(only('us-18usc1589', '1589.knowing', '1589.a3')).toBe(true);
    expect(only('us-18usc1589', '1589.knowing')).toBe(false);
    expect(only('us-caatsa-321', 'caatsa.nk')).toBe(true);
    expect(only('us-caatsa-321', 'caatsa.nk', 'caatsa.rebut')).toBe(false);
    expect(only('eu-2024-3015', 'eu.product', 'eu.fl', 'eu.likelihood', 'eu.concern')).toBe(false);
    expect(
      only('eu-2024-3015', 'eu.product', 'eu.state', 'eu.likelihood', 'eu.concern', 'eu.establish'),
    ).toBe(true);
    expect(only('achr-6-2-ituango', 'iachr.penalty', 'iachr.unwilling', 'iachr.state')).toBe(true);
    expect(only('achr-6-2-ituango', 'iachr.penalty', 'iachr.unwilling', 'iachr.state', 'iachr.ex')).toBe(
      false,
    );
    expect(only('us-tvpa-government-policy-or-pattern', 'gpp.pattern', 'gpp.forced')).toBe(true);
    expect(known('ilo-p029-r203', 'p029.1')).toBe(null);
  });

  test('a whole standard answers the same as a function and in DuckDB', async () => {
    const { elements, exceptions } = findStandard(standards, 'ilo-c029');
    const ids = [...elements, ...exceptions].map(it => it.id);
    const it = findStandard(standards, 'ilo-c029');
    const values = [true, false, null] as const;
    const rows = Array.from({ length: 3 ** 4 }, (_, n) =>
      ids.map((_id, i) => (i < 4 ? (values[Math.floor(n / 3 ** i) % 3] ?? null) : null)),
    );
    const answers = await askDuck(rows, [compileSql(it, id => `"e${ids.indexOf(id)}"`)]);
    rows.forEach((row, n) => {
      const truth = compile(it)(id => row[ids.indexOf(id)] ?? null);
      expect(answers[n]?.[0]).toBe(truth === null ? null : Number(truth));
    });
  });
});

describe('what cannot be applied', () => {
  test('a stub loads and is listed, and neither applies nor compiles', () => {
    const stub = standardNamed(standards, 'ilo-handbook-2024');
    expect(() => findStandard(standards, 'ilo-handbook-2024')).toThrow('standard.stub');
    expect(() => compile(stub)).toThrow('standard.stub');
    expect(() => compileSql(stub, () => null)).toThrow('standard.stub');
  });

  test('a checklist and a list of questions decide nothing', () => {
    for (const it of standards.filter(one => ['checklist', 'questions', 'screening'].includes(one.kind)))
      expect(
        evaluate(it.rule, () => true),
        it.id,
      ).toBe(null);
  });

  test('reading proposes only on the standards that say so', async () => {
    const named = (await loadElements())('pt').map(it => it.id);
    expect(named).toContain('ilo11.documents');
    expect(named).not.toContain('htshtc.wl.pen.papers');
    expect(named).not.toContain('ilo11-2012.documents');
  });
});
