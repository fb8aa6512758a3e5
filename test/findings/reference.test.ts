import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, askRoutes, type Finding } from '#assessment/findings/findings.ts';
import { parsePeriod } from '#core/dates.ts';
import { type Evidence, loadEvidence } from '#evidence/claims/claims.ts';
import { importPackage } from '#package/package.ts';
import { tempFolder } from '#test/stores.ts';

let evidence: Evidence;
beforeAll(async () => {
  const folder = join(import.meta.dirname, '../../dossiers');
  const [name = ''] = readdirSync(folder).sort();
  const store = await importPackage(join(folder, name), tempFolder('reference'));
  evidence = await loadEvidence(store);
  await store.close();
});

const asked = (place: string | undefined, period: string | undefined, proof?: string): Promise<Finding> =>
  ask(evidence, {
    standard: 'ilo-c029',
    place,
    period: period === undefined ? undefined : parsePeriod(period),
    proof,
    language: 'en',
  });

describe('the reference dossier', () => {
  // nobody in scope says that there is work in one place and time: of every host it is shown by those who speak of none
  test.each([
    ['BRA', '2013/2018', 'open', 'not-examined'],
    ['ITA/Calabria', '2022/2026', 'open', 'not-examined'],
    ['QAT', undefined, 'open', 'not-shown'],
    ['VEN', undefined, 'open', 'not-shown'],
    [undefined, undefined, 'met', null],
  ])('%s %s: %s, %s, as an illustration only', async (place, period, verdict, because) => {
    const finding = await asked(place, period);
    expect(finding).toMatchObject({ verdict, because, illustrative: true });
    expect(finding.sentence).toContain('Illustrative');
  });

  test('rests on summaries alone: of originals nothing is left, and what was left out is listed', async () => {
    const finding = await ask(evidence, { standard: 'ilo-c029', held: 'originals', language: 'en' });
    expect(finding).toMatchObject({ verdict: 'open', because: 'not-examined', illustrative: false });
    expect(finding.missed.some(it => it.why === 'held')).toBe(true);
  });

  test('its rules carry the answer, no other route does, and none is merged with another', async () => {
    const { routes } = await askRoutes(evidence, { standard: 'ilo-c029', language: 'en' });
    expect(routes.map(it => [it.scope.route, it.verdict])).toEqual([
      ['rules', 'met'],
      ['pattern', 'open'],
      ['purpose', 'open'],
      ['person', 'open'],
    ]);
  });

  test('says at which level of proof the answer turns', async () => {
    const at = async (proof: string) => (await asked(undefined, undefined, proof)).verdict;
    expect([await at('balance-of-probabilities'), await at('clear-and-convincing')]).toEqual(['met', 'open']);
  });

  test('each set that would change the answer does, and what is claimed of the search is true', async () => {
    const finding = await asked(undefined, undefined);
    expect(finding.bounds.withdraw.size).toBeGreaterThanOrEqual(3);
    const without = (ids: readonly string[]) => ({
      ...evidence,
      claims: new Map([...evidence.claims].filter(([id]) => !ids.includes(id))),
    });
    for (const change of finding.wouldChange.slice(0, 12))
      if ('withdraw' in change) {
        const again = await ask(without(change.withdraw), { standard: 'ilo-c029', language: 'en' });
        expect(again.verdict).not.toBe('met');
      }
  });
});
