import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandNames } from '#cli/commands.ts';
import { app, live } from '#server/server.ts';
import { memoryStore } from '#store/store.ts';
import { tableNames } from '#store/tables.ts';
import { run } from '#test/command.ts';
import { aDossier } from '#test/factories.ts';
import { errorSentences } from '#words/errors.ts';
import { LANGUAGES } from '#words/language.ts';
import { generated, renewed } from '../scripts/docs.ts';

const root = join(import.meta.dirname, '..');
const page = (name: string) => readFileSync(join(root, name), 'utf8');

describe('the docs', () => {
  test.each(generated.map(([name, part, make]) => [name, part, make] as const))(
    '%s has the %s that the code has',
    async (name, part, make) => {
      expect(page(name)).toBe(renewed(name, part, await make()));
    },
  );

  test('every command and table has its heading', () => {
    for (const name of commandNames) expect(page('docs/commands.md')).toContain(`\n## ${name}\n`);
    for (const name of tableNames) expect(page('docs/formats.md')).toContain(`\n### ${name}.csv\n`);
  });

  test('every request of the workbench is in its page, and no other', async () => {
    const store = await memoryStore(aDossier());
    const routes = app(await live(store, 'tester'), {
      port: 1,
      token: 'x',
      pages: { files: new Map(), inlineStyles: [] },
      now: () => new Date(0),
    }).routes;
    const served = routes
      .filter(it => it.path.startsWith('/api/') && !it.path.endsWith('*') && it.method !== 'ALL')
      .map(it => `${it.method} ${it.path}`);
    const told = [...page('docs/workbench.md').matchAll(/^\| `((?:GET|POST) [^`]+)`/gm)].map(([, it]) => it);
    expect([...new Set(served)].sort()).toEqual(told.toSorted());
    await store.close();
  });

  test('every error says what, in three languages, without a hole that nothing fills', () => {
    for (const sentence of Object.values(errorSentences)) {
      for (const language of LANGUAGES) {
        expect(sentence[language].length).toBeGreaterThan(20);
        expect(
          [...sentence[language].matchAll(/\{(\w+)\}/g)].every(([, hole]) =>
            ['what', 'where', 'limit'].includes(hole ?? ''),
          ),
        ).toBe(true);
      }
    }
  });

  test('the two commands of the README are the ones that CI and people run', () => {
    expect(page('README.md')).toMatch(/npm start[\s\S]*npm test/);
    expect(page('.ci/run').trimEnd().endsWith('\nnpm test')).toBe(true);
  });

  test('links between the pages lead somewhere', () => {
    for (const name of [
      'README.md',
      'ARCHITECTURE.md',
      'CONTRIBUTING.md',
      'docs/formats.md',
      'docs/words.md',
      'docs/workbench.md',
      'docs/documents.md',
    ]) {
      for (const [, target = ''] of page(name).matchAll(/\]\((?!https?:)([^)#]+)\)/g))
        expect(() => readFileSync(join(root, name, '..', target))).not.toThrow(/ENOENT/);
    }
  });

  test('the examples in the README run', async () => {
    const lines = [...page('README.md').matchAll(/^bin\/probanza (.+)$/gm)].map(([, line = '']) => line);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      const [dossier = ''] = ['dossiers/cuban-medical-missions'];
      const ran = await run([...line.replace(/\s+#.*$/, '').split(' '), '--dossier', join(root, dossier)]);
      expect([line, ran.code, ran.err]).toEqual([line, 0, '']);
    }
  });
});
