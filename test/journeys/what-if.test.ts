/** A claim is left out and the finding moves, nothing is recorded, in Chromium. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launch } from '#test/browser.ts';
import { openWindow, referenceBench } from '#test/workbench.ts';

describe.skipIf(!hasBrowser)('what if', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('a claim is left out: the answer moves, the address says so, the record does not', async () => {
    const it = await referenceBench();
    try {
      const { page, go, faults } = await openWindow(browser, it.server.address);
      await go('/forced-labour');
      const before = await page.textContent('.opening .answer');
      // a side that is dropped is no asserter
      expect(await page.textContent('main')).toContain('all claims of the side “critical”');
      const summary = page.locator('section', { hasText: 'What if' }).locator('summary').last();
      await summary.click();
      await page.getByLabel('Leave out: f0229').check();
      const outcome = page.locator('.notice[role=status]');
      await outcome
        .getByText('Exacted under the menace')
        .or(outcome.getByText('Not offered'))
        .first()
        .waitFor();
      expect(await outcome.textContent()).toContain('open');
      expect(page.url()).toContain('without=f0229');
      expect(await page.textContent('.opening .answer')).toBe(before);
      await page.getByLabel('Grade: f0115').selectOption('E5');
      await page.waitForURL(/grades=f0115%3DE5/);
      await page.getByRole('button', { name: 'As recorded again' }).click();
      await page.waitForFunction(() => !location.search.includes('without'));
      // the ladder tells where the answer turns, and leads there
      await page.getByRole('link', { name: 'beyond reasonable doubt' }).click();
      await page.waitForURL(/proof=beyond-reasonable-doubt/);
      expect(faults).toEqual([]);
    } finally {
      await it.stop();
    }
  });
});
