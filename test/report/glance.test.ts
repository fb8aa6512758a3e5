/** What the first page draws is what its sentences say. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Evidence, loadEvidence } from '#evidence/claims/claims.ts';
import { importIntoMemory } from '#package/package.ts';
import { type Answer, fiveAnswers } from '#report/report.ts';
import { someEvidence } from '#test/factories.ts';
import { LANGUAGES } from '#words/language.ts';

const dossiers = join(import.meta.dirname, '../../dossiers');

describe('a glance', () => {
  let evidence: Evidence;
  let answers: Answer[];
  beforeAll(async () => {
    const store = await importIntoMemory(join(dossiers, readdirSync(dossiers)[0] ?? ''));
    evidence = await loadEvidence(store);
    await store.close();
    answers = await fiveAnswers(evidence, 'en');
  });

  const drawnOf = (question: Answer['question']) =>
    answers.find(it => it.question === question)?.glance?.drawn;

  test('of sides has every claim once', () => {
    const drawn = drawnOf('who');
    const sides = drawn?.kind === 'sides' ? Object.values(drawn.sides) : [];
    expect(sides.reduce((sum, n) => sum + n, 0)).toBe(evidence.claims.size);
  });

  test('of ranges draws each share that the sentence lists, none that is not computed', () => {
    const money = answers.find(it => it.question === 'money');
    const drawn = drawnOf('money');
    if (drawn?.kind !== 'ranges') throw new Error('no ranges');
    expect(drawn.rows.length).toBeGreaterThan(5);
    for (const { name, text, low, high } of drawn.rows) {
      expect(money?.sentence).toContain(`${name}: ${text}`);
      expect(low).not.toBeNull();
      expect(low ?? 0).toBeLessThanOrEqual(high ?? 1);
    }
    expect(money?.glance?.lead).not.toContain(drawn.rows[0]?.name);
  });

  test('of rival figures keeps an open end open, and leads to the claim', () => {
    const drawn = drawnOf('how-many');
    if (drawn?.kind !== 'ranges') throw new Error('no ranges');
    for (const { claim, low, high, text } of drawn.rows) {
      expect(evidence.claims.has(claim ?? '')).toBe(true);
      if (high === null) expect(text).toMatch(/^≥/);
      if (low === null) expect(text).toMatch(/^≤/);
    }
  });

  test('of years leaves no year out between the first and the last', () => {
    const drawn = drawnOf('response');
    if (drawn?.kind !== 'years') throw new Error('no years');
    const [first, last] = [drawn.rows[0]?.year ?? 0, drawn.rows.at(-1)?.year ?? 0];
    expect(drawn.rows).toHaveLength(last - first + 1);
  });

  test.each(LANGUAGES)('is drawn only where there is something to draw, in %s', async language => {
    const nothing = await fiveAnswers(someEvidence([]), language);
    expect(nothing.filter(it => it.glance !== null).map(it => it.question)).toEqual(['who', 'forced-labour']);
    for (const { glance } of await fiveAnswers(evidence, language))
      expect(`${glance?.lead} ${glance?.rest}`).not.toMatch(/\{|undefined/);
  });
});
