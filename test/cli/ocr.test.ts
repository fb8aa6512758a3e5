import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pdfPicture } from '#evidence/sources/pdf.ts';
import { run } from '#test/command.ts';
import { column, pdfOfPictures, pdfWith } from '#test/pdf.ts';
import { tempFolder } from '#test/stores.ts';

/** A scan of one sentence, as a file. */
async function scanned(sentence: string): Promise<string> {
  const picture = await pdfPicture(await pdfWith([column(60, 100, [sentence], 12)]), 1, 1654);
  const folder = tempFolder('scan');
  mkdirSync(folder);
  const file = join(folder, 'scan.pdf');
  writeFileSync(file, await pdfOfPictures([picture]));
  return file;
}

describe('read --ocr', () => {
  test('recognises a scan, and without it one line says how', { timeout: 90_000 }, async () => {
    const file = await scanned('The minister said that the doctors keep 25% of their pay.');
    const without = await run(['read', file]);
    expect(without.code).toBe(2);
    expect(without.err).toMatch(/is a scan.*`--ocr en,es`/);
    const { out } = await run(['read', file, '--ocr', 'en', '--json', '--text']);
    const { text, claims } = JSON.parse(out);
    expect(text).toBe('The minister said that the doctors keep 25% of their pay.');
    for (const it of claims) expect(text.slice(it.start, it.end)).toBe(it.exact);
  });

  test.each(['fr', 'en,xx', ''])('“%s” is told to be no language of it', async languages => {
    const { code, err } = await run(['read', 'a.pdf', `--ocr=${languages}`]);
    expect(code).toBe(2);
    expect(err).toContain('--ocr (en,es,pt)');
  });
});
