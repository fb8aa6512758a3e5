/** docs/standards.md: its file is right, its commands run, and every joint of a rule is told. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { addStandardsFrom } from '#assessment/standards/standards.ts';
import { run } from '#test/command.ts';
import { tempFolder } from '#test/stores.ts';
import { ruleWords } from '#words/standards.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/standards.md'), 'utf8');

afterAll(() => addStandardsFrom(''));

describe('docs/standards.md', () => {
  test('has a file that is right and applies', async () => {
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const folder = tempFolder('my-standards');
    mkdirSync(folder);
    writeFileSync(join(folder, 'my-test.yaml'), yaml);
    expect(await run(['standards', '--check', folder])).toMatchObject({
      code: 0,
      out: '1 file, no fault.\n',
    });
    const line = ['assess', '--standard', 'my-test', '--standards', folder];
    expect(await run([...line, '--dossier', join(root, 'test/cases/package')])).toMatchObject({
      code: 0,
      err: '',
    });
  });

  test('tells every joint that a rule may have', () => {
    const joints = ['and', 'or', 'not', 'atLeast', 'exactlyOne', 'exists', 'forAll', 'stage', 'ordered'];
    for (const it of [...joints, 'inReferencePeriod', 'gt', 'lt', 'minus', 'checklist', 'anyExceptionOf'])
      expect(page).toMatch(new RegExp(`[{:|\\\\ ]${it}[\\\\|},: ]`));
    expect(Object.keys(ruleWords)).toEqual(expect.arrayContaining(['and', 'stage', 'ordered', 'checklist']));
  });
});
