/** What a file that somebody wrote is refused for: one line, with the file and the place, in bounded time. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { checkStandards, loadStandards } from '#assessment/standards/standards.ts';
import { quickest } from '#test/quickest.ts';
import { givenStandard } from '#test/standards.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standards-'));
});
afterEach(async () => rm(folder, { recursive: true }));

async function told(...files: (string | object)[]): Promise<string[]> {
  for (const [n, it] of files.entries())
    await writeFile(join(folder, `file-${n}.yaml`), typeof it === 'string' ? it : stringify(it));
  const { faults } = await checkStandards(folder);
  return faults.map(it => `${it.file.slice(folder.length + 1)} ${it.place}: ${it.what}`);
}

describe('a file', () => {
  test('that is right is used beside the others', async () => {
    expect(await told(givenStandard())).toEqual([]);
    expect((await loadStandards([folder])).map(it => it.id)).toEqual(['own-test']);
  });

  test('of the project are all right', async () => {
    const { files, faults } = await checkStandards();
    expect(faults).toEqual([]);
    expect(files.length).toBeGreaterThan(25);
  });

  test('that does not fit names the place, the deepest one in a rule', async () => {
    expect(await told(givenStandard({ year: 'old' }))).toEqual([
      expect.stringMatching(/^file-0\.yaml year: /),
    ]);
    const rule = { op: 'and', args: [{ ref: 'own.a' }, { op: 'not', arg: { op: 'or', args: [] } }] };
    expect(await told(givenStandard({ rule }))).toEqual([
      expect.stringMatching(/rule\.args\.1\.arg\.args: /),
    ]);
  });

  test('tells all its faults, one line each', async () => {
    const lines = await told(givenStandard({ year: 'old', kind: 'guess' }));
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).not.toContain('\n');
  });

  test('that asks for more than it lists is refused', async () => {
    const rule = { op: 'atLeast', n: 3, args: [{ ref: 'own.a' }, { ref: 'own.b' }] };
    expect(await told(givenStandard({ rule }))).toEqual(['file-0.yaml rule: asks for more than it lists']);
  });

  test('that names an element that is not its own is refused', async () => {
    expect(await told(givenStandard({ rule: { ref: 'c029.work' } }))).toEqual([
      'file-0.yaml rule: c029.work is not an element of it',
    ]);
  });

  test('that takes the id of another is refused, naming both files', async () => {
    expect(await told(givenStandard(), givenStandard({ elements: undefined }, 'other'))).toEqual([
      `file-1.yaml id: own-test is in ${join(folder, 'file-0.yaml')} too`,
    ]);
    const stolen = givenStandard({ id: 'ilo-c029' });
    await rm(join(folder, 'file-1.yaml'));
    expect(await told(stolen)).toEqual(['file-0.yaml id: ilo-c029 is in ilo-c029.yaml too']);
  });

  test('that decides nothing is no verdict', async () => {
    expect(await told(givenStandard({ rule: { op: 'checklist' } }))).toEqual([
      'file-0.yaml rule: a verdict needs an element or a standard',
    ]);
  });

  test('that builds on itself, through another, is refused', async () => {
    const a = givenStandard({ rule: { standard: 'other-test' } });
    const b = givenStandard({ id: 'other-test', rule: { standard: 'own-test' } }, 'other');
    expect(await told(a, b)).toEqual([
      'file-0.yaml rule: own-test builds on itself',
      'file-1.yaml rule: other-test builds on itself',
    ]);
  });

  test('that builds on a stub or on nothing is refused', async () => {
    const rule = { op: 'or', args: [{ standard: 'ilo-handbook-2024' }, { standard: 'nowhere' }] };
    expect(await told(givenStandard({ rule }))).toEqual([
      'file-0.yaml rule: there is no standard nowhere',
      'file-0.yaml rule: ilo-handbook-2024 is a stub and decides nothing',
    ]);
  });

  test('is found where it is named, and told where it is not', async () => {
    await mkdir(join(folder, 'in'));
    await writeFile(join(folder, 'in', 'mine.yaml'), stringify(givenStandard()));
    expect((await checkStandards(join(folder, 'in', 'mine.yaml'))).faults).toEqual([]);
    await expect(checkStandards(join(folder, 'none.yaml'))).rejects.toThrow('file.missing');
  });
});

describe('hostile YAML', () => {
  test('that is huge is not even read', async () => {
    await expect(told(`a: ${'x'.repeat(1_000_000)}`)).rejects.toMatchObject({
      code: 'standard.invalid',
      details: { what: 'is larger than 400 KB' },
    });
  });

  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghij'.split('').map((it, n) => `${it}: &${it} [${`*${'abcdefghij'[n]},`.repeat(9)}]`),
  ].join('\n');
  const deepRule = `${'{op: not, arg: '.repeat(3000)}{ref: own.a}${'}'.repeat(3000)}`;
  const hostile: Record<string, string> = {
    'of aliases that multiply': bomb,
    'nested very deep': '['.repeat(200_000),
    'with a rule nested very deep': `rule: ${deepRule}`,
    'with lists in lists, by indentation': `a:\n${Array.from({ length: 600 }, (_, n) => `${' '.repeat(n)}-`).join('\n')}`,
    'that is not YAML': 'a: [1, 2\nb: "',
    'with one key twice': 'id: a\nid: b',
    'of bytes': '\u0000\u0001\u0002',
    'that is empty': '',
    'of one word': 'hello',
    'that names a prototype': '__proto__: { polluted: true }\nid: x',
    'with a tag': 'a: !!js/function "function(){}"',
  };
  test.each(Object.entries(hostile))('%s is refused in a line and a second', async (_, text) => {
    const lines = await told(text);
    expect(await quickest(1000, () => told(text))).toBeLessThan(1000);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line.length).toBeLessThan(300);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
