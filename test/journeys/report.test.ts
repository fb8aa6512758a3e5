/** The report in Chromium, opened from the disk: accessible, styled, whole without a script, two clicks to the words. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInEveryLook } from '#test/axe.ts';
import { hasBrowser, launch } from '#test/browser.ts';
import { run } from '#test/command.ts';
import { tempFolder } from '#test/stores.ts';

const dossiers = join(import.meta.dirname, '../../dossiers');
const reference = join(dossiers, readdirSync(dossiers)[0] ?? '');

describe.skipIf(!hasBrowser)('a report on a disk', () => {
  let browser: Browser;
  const folder = tempFolder('report');
  beforeAll(async () => {
    const ran = await run([
      'report',
      '-o',
      folder,
      '--lang',
      'all',
      '--held',
      'all',
      '--sheet',
      '--dossier',
      reference,
    ]);
    expect(ran.err).toBe('');
    browser = await launch();
  });
  afterAll(() => browser?.close());

  const address = (path: string) => pathToFileURL(join(folder, path)).href;

  test('has nothing that axe finds, and fits', { timeout: 180_000 }, async () => {
    const page = await browser.newPage();
    for (const path of ['index.html', ...readdirSync(join(folder, 'es')).map(it => `es/${it}`)]) {
      await page.goto(address(path));
      expect([path, await faultsInEveryLook(page, [390])]).toEqual([path, []]);
    }
    await page.close();
  });

  test('leads in two clicks from a verdict to the words and the source, without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const failed: string[] = [];
    page.on('requestfailed', it => failed.push(it.url()));
    await page.goto(address('en/forced-labour.html'));
    await page.locator('table a[href*="#claim-"]').first().click();
    const entry = page.locator('article:target');
    expect(await entry.locator('blockquote').innerText()).not.toBe('');
    await entry.locator('a[href*="#source-"]').click();
    expect(await page.locator('article:target').count()).toBe(1);
    expect(failed).toEqual([]);
    await context.close();
  });

  test('is styled from the disk', async () => {
    const page = await browser.newPage();
    await page.goto(address('en/index.html'));
    const size = await page.locator('h1').evaluate(it => getComputedStyle(it).fontSize);
    expect(Number.parseFloat(size)).toBeCloseTo(26.4, 0);
    await page.screenshot({ path: join(folder, '../report-index.png') });
    await page.goto(address('en/how-many.html'));
    await page.screenshot({ path: join(folder, '../report-how-many.png') });
    await page.close();
  });
});
