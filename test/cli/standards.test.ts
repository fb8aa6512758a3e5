/** `probanza standards` as a person runs it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { addStandardsFrom } from '#assessment/standards/standards.ts';
import { run } from '#test/command.ts';
import { givenStandard } from '#test/standards.ts';
import { tempFolder } from '#test/stores.ts';

afterAll(() => addStandardsFrom(''));

function folderWith(...standards: object[]): string {
  const folder = tempFolder('own-standards');
  mkdirSync(folder);
  standards.forEach((it, n) => {
    writeFileSync(join(folder, `own-${n}.yaml`), stringify(it));
  });
  return folder;
}

describe('probanza standards', () => {
  test('lists each with its kind, its version and whether its text is verified', async () => {
    const rows = (await run(['standards', '--json'])).json();
    expect(rows).toContainEqual(
      expect.objectContaining({
        id: 'ilo-c029',
        kind: 'verdict',
        version: '1.0',
        year: 1930,
        verified: true,
      }),
    );
    expect((await run(['standards', '--lang', 'pt'])).out).toContain('lista de verificação; por verificar');
  });

  test('explains one in three languages: its rule, elements, burdens, and whom it bound', async () => {
    const es = (await run(['standards', 'ilo-c029', '--lang', 'es'])).out;
    expect(es).toContain('- Amenaza de una pena cualquiera [c029.penalty]');
    expect(es).toContain('quien la invoca');
    expect(es).toContain('Brasil');
    expect((await run(['standards', 'us-caatsa-321'])).out).toContain('Made by North Korean');
    const en = (await run(['standards', 'ilo-htshtc-2012-adult'])).out;
    expect(en).toContain('Its text is not verified');
    expect(en).toContain('in at least one of: unfree recruitment');
    expect((await run(['standards', 'ilo-c029', '--json'])).json()).toMatchObject({
      rule: { text: 'all of these' },
      binds: expect.arrayContaining([expect.objectContaining({ state: 'USA', never: true })]),
    });
  });

  test('checks all files, one file, or a folder, and exits 1 at a fault', async () => {
    expect(await run(['standards', '--check'])).toMatchObject({ code: 0, err: '' });
    const bad = folderWith(givenStandard({ rule: { ref: 'own.z' } }), givenStandard({ id: 'second' }, 'b'));
    const ran = await run(['standards', '--check', bad]);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/own-0\.yaml: rule: own\.z is not an element of it\n1 fault in 1 file\./);
    expect((await run(['standards', '--check', join(bad, 'own-1.yaml'), '--json'])).json()).toEqual({
      ok: true,
      files: 1,
      faults: [],
    });
  });

  test('refuses what is not there in a line', async () => {
    expect(await run(['standards', 'nowhere'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/ilo-c029/),
    });
    expect((await run(['standards', '--check', '/none/such'])).err).toMatch(/no file \/none\/such/);
    expect(
      (await run(['assess', '--standard', 'ilo-handbook-2024', '--dossier', 'test/cases/package'])).err,
    ).toMatch(/^ilo-handbook-2024 is listed only.*\n$/);
  });

  test('uses a folder of one’s own beside the others, and names the file that is wrong', async () => {
    const own = folderWith(givenStandard());
    expect((await run(['standards', 'own-test', '--standards', own])).out).toContain('own.a');
    const dossier = ['--dossier', 'test/cases/package', '--json'];
    const found = await run(['assess', '--standard', 'own-test', '--standards', own, ...dossier]);
    expect(found.json()).toMatchObject({ standard: { id: 'own-test', verified: false }, verdict: 'open' });
    const wrong = folderWith(givenStandard({ year: 'old' }));
    expect((await run(['standards', '--standards', wrong])).err).toMatch(/own-0\.yaml.*year/);
  });
});
