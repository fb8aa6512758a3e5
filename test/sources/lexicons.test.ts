import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadLexicons } from '#evidence/sources/sources.ts';

const lexicons = join(import.meta.dirname, '../../lexicons');

function copied(): { folder: string; kept: string } {
  const root = mkdtempSync(join(tmpdir(), 'probanza-lexicons-'));
  cpSync(lexicons, join(root, 'lexicons'), { recursive: true });
  return { folder: join(root, 'lexicons'), kept: join(root, 'kept') };
}

describe('lexicons that were parsed once', () => {
  test('are kept, and say the same as the pages', async () => {
    const { folder, kept } = copied();
    const parsed = await loadLexicons(folder, kept);
    expect(readdirSync(kept)).toHaveLength(1);
    expect(await loadLexicons(folder, kept)).toEqual(parsed);
  });

  test('are never stale: a changed page is read anew, and the old ones go', async () => {
    const { folder, kept } = copied();
    await loadLexicons(folder, kept);
    const page = join(folder, 'es', 'voice.yaml');
    writeFileSync(page, `${readFileSync(page, 'utf8')}\nmark: changed\n`);
    expect(await loadLexicons(folder, kept)).toMatchObject({ es: { mark: 'changed' } });
    expect(readdirSync(kept)).toHaveLength(1);
  });

  test('are parsed again where the kept ones are broken or cannot be written', async () => {
    const { folder, kept } = copied();
    const parsed = await loadLexicons(folder, kept);
    writeFileSync(join(kept, readdirSync(kept)[0] as string), '{"en": {');
    expect(await loadLexicons(folder, kept)).toEqual(parsed);
    expect(await loadLexicons(folder, join(folder, 'weights.json'))).toEqual(parsed);
  });

  test('name the page that is broken', async () => {
    const { folder, kept } = copied();
    const where = join(folder, 'pt', 'when.yaml');
    writeFileSync(where, 'a: [');
    await expect(loadLexicons(folder, kept)).rejects.toMatchObject({
      code: 'standard.invalid',
      details: { where, what: 'YAML' },
    });
  });
});
