/** `probanza assess`, `hypotheses` and `review bear` as a person runs them. */
import { describe, expect, test } from 'vitest';
import { run } from '#test/command.ts';
import { tempFolder } from '#test/stores.ts';

const c029 = ['assess', '--standard', 'ilo-c029'];

describe('probanza assess', () => {
  test('every route by itself, labelled', async () => {
    const { routes } = (await run([...c029, '--route', 'all', '--json'])).json() as {
      routes: { scope: { route: string }; verdict: string }[];
    };
    expect(routes.map(it => it.scope.route)).toEqual(['rules', 'pattern', 'purpose', 'person']);
    expect((await run([...c029, '--route', 'all', '--lang', 'es'])).out).toContain('nunca se funden');
  });

  test('what if claims were withdrawn or graded otherwise, and nothing is recorded', async () => {
    const before = (await run([...c029, '--json'])).json() as { wouldChange: { withdraw: string[] }[] };
    const ids = before.wouldChange[0]?.withdraw ?? [];
    const asked = [...c029, '--without', ids.join(','), '--json'];
    expect((await run(asked)).json()).toMatchObject({
      verdict: 'open',
      whatIf: { without: ids, before: { verdict: 'met' } },
    });
    expect((await run([...c029, '--grade', `${ids[0]}=E5`, '--json'])).json()).toMatchObject({
      verdict: 'open',
    });
    expect((await run([...asked, '--record'])).code).toBe(2);
  });

  test('presumptions are told with whether they apply; one that there is not is refused', async () => {
    const { presumptions } = (await run([...c029, '--presume', 'us-caatsa-321b', '--json'])).json() as {
      presumptions: unknown[];
    };
    expect(presumptions).toMatchObject([{ id: 'us-caatsa-321b', applies: false, whyNot: 'goods' }]);
    expect((await run([...c029, '--json'])).json()).toMatchObject({ presumptions: [] });
    const refused = await run([...c029, '--presume', 'guilt']);
    expect([refused.code, refused.err.split('\n').length]).toEqual([2, 2]);
  });

  test.each([
    ['--without', 'nobody'],
    ['--grade', 'nobody=2'],
    ['--grade', '=2'],
    ['--route', 'none'],
  ])('%s %s is refused in one line', async (option, value) => {
    const { code, err } = await run([...c029, option, value]);
    expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
  });
});

test('probanza hypotheses lays claims beside rival explanations', async () => {
  const found = (await run(['hypotheses', '--json'])).json() as {
    hypotheses: { id: string; inconsistent: number[] }[];
    rows: { claim: string; fits: string[] }[];
    discriminating: string[];
  };
  expect(found.hypotheses).toHaveLength(4);
  expect(found.rows.every(it => it.fits.length === 4)).toBe(true);
  expect(found.discriminating.length).toBeGreaterThan(0);
  expect((await run(['hypotheses', '--lang', 'pt'])).out).toContain('trabalho forçado');
  expect((await run(['hypotheses', '--set', 'nothing'])).code).toBe(2);
});

test('review bear ties a claim to an element and a rule to everybody posted, and is undone', async () => {
  const place = tempFolder('bear');
  const given = ['--dossier', place, '--json'];
  await run(['import', 'test/cases/package', ...given]);
  const [claim] = (await run(['claims', ...given])).json() as { id: string }[];
  const id = claim?.id ?? '';
  const bear = (...more: string[]) =>
    run(['review', 'bear', id, '--subject', 'rule:Decree 1', '--reason', 'It says so.', ...more, ...given]);
  expect((await bear('--element', 'c029.penalty')).code).toBe(0);
  expect((await bear('--element', 'binding.all-posted')).code).toBe(0);
  const finding = async () =>
    (await run([...c029, ...given])).json() as { elements: { id: string; for: string[] }[] };
  expect((await finding()).elements.find(it => it.id === 'c029.penalty')?.for).toContain(id);
  await run(['review', 'undo', ...given]);
  expect((await bear('--element', 'nothing.there')).code).toBe(2);
  expect((await bear('--element', 'c029.work', '--as', 'proves')).code).toBe(2);
});

describe('assess --proof all', () => {
  test('tells every rung, the lowest first; what is shown at one is shown the same way below it', async () => {
    const { ladder } = (await run([...c029, '--proof', 'all', '--json'])).json() as {
      ladder: { proof: { id: string }; elements: { id: string; status: string }[] }[];
    };
    expect(ladder.map(it => it.proof.id)).toEqual([
      'scintilla',
      'reasonable-suspicion',
      'reasonable-grounds',
      'balance-of-probabilities',
      'clear-and-convincing',
      'beyond-reasonable-doubt',
    ]);
    for (const [at, { elements }] of ladder.entries())
      for (const { id, status } of elements) {
        if (status !== 'supported' && status !== 'refuted') continue;
        for (const lower of ladder.slice(0, at))
          expect([status, 'conflicting']).toContain(lower.elements.find(it => it.id === id)?.status);
      }
  });

  test('is not recorded, and supposes nothing at the same time', async () => {
    const all = [...c029, '--proof', 'all'];
    expect((await run([...all, '--record'])).code).toBe(2);
    expect((await run([...all, '--without', 'f0007'])).code).toBe(2);
    expect((await run([...all, '--route', 'all'])).code).toBe(2);
  });
});
