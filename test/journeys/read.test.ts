import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '#evidence/reading/reading.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { hasBrowser, launch } from '#test/browser.ts';
import { type Bench, bench, type Opened, openWindow } from '#test/workbench.ts';

const TEXT = [
  'The minister, Ana Ruiz, said that more than 22,000 doctors are paid USD 4,081 a month each.',
  '“Nobody is forced,” she added on Tuesday.',
  'Workers keep their passports, according to the union, but the regime’s “gift” is lucrative.',
].join('\n');

describe.skipIf(!hasBrowser)('the page that reads', () => {
  let served: Bench;
  let browser: Browser;
  let opened: Opened;
  beforeAll(async () => {
    served = await bench();
    browser = await launch();
    opened = await openWindow(browser, served.server.address);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test('marks what the command line proposes, while it is typed, and asks nobody', async () => {
    const { page, go, asked, faults } = opened;
    await go('/read?of=en&day=2025-03-14');
    const before = asked.length;
    await page.fill('textarea', TEXT);
    const reading = read(TEXT, await loadLexicons(), 'en', '2025-03-14');
    const claims = reading.claims.filter(it => it.mode !== 'narration');
    expect(claims.length).toBeGreaterThanOrEqual(3);
    await page.waitForSelector('.page-text mark');
    const marked = await page.locator('.page-text mark').allTextContents();
    expect(marked).toEqual(claims.flatMap(it => it.spans.map(([a, b]) => TEXT.slice(a, b))));
    for (const [layer, found] of [
      ['figures', reading.figures],
      ['bearings', reading.bearings],
      ['dates', reading.dates],
    ] as const) {
      await page.getByLabel('Show').selectOption(layer);
      expect(await page.locator('table tbody tr').count(), layer).toBe(found.length);
    }
    expect(reading.dates.map(it => it.from)).toEqual(['2025-03-11']);
    expect(asked.slice(before).filter(url => !/\/api\/state|\/icon\.svg/.test(url))).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('a text of a megabyte does not stop the page', async () => {
    const { page, go } = opened;
    await go('/read?of=en');
    await page.evaluate(() => document.querySelector('textarea')?.focus());
    const began = Date.now();
    // pasted at once: filling key by key is the browser's own slow way
    await page.evaluate(text => {
      const area = document.querySelector('textarea') as HTMLTextAreaElement;
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, text);
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }, `${TEXT}\n`.repeat(4000));
    await page.waitForSelector('.page-text mark');
    expect(Date.now() - began).toBeLessThan(15_000);
  }, 30_000);
});
