/** From the page of forced labour to what a standard requires, and on to where its elements lead. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launch } from '#test/browser.ts';
import { type Bench, bench, openWindow } from '#test/workbench.ts';
import { LANGUAGES } from '#words/language.ts';
import { standardPageWords as words } from '#words/pages/standards.ts';

describe.skipIf(!hasBrowser)('the standards in the workbench', () => {
  let browser: Browser;
  let it: Bench;
  beforeAll(async () => {
    [browser, it] = await Promise.all([launch(), bench()]);
  });
  afterAll(async () => {
    await browser?.close();
    await it?.stop();
  });

  test('a reader goes from a finding to its standard, its rule, and where an element leads', async () => {
    const { page, go } = await openWindow(browser, it.server.address);
    await go('/forced-labour');
    await page.click(`text=${words.link.en}`);
    await page.waitForSelector('.rule');
    expect(new URL(page.url()).pathname).toBe('/standards/ilo-c029');
    expect(await page.locator('.rule a[href="#c029.penalty"]').count()).toBe(1);
    const penalty = page.locator('[id="c029.penalty"]');
    await penalty.locator(`summary:has-text("${words.leads.en}")`).click();
    expect(await penalty.locator('li:has-text("ilo11.documents")').textContent()).toContain('ask');
    await page.context().close();
  });

  test('finds a standard by a word of its elements and by its kind', async () => {
    const { page, go } = await openWindow(browser, it.server.address);
    await go('/standards?q=captación&kind=verdict&lang=es');
    await page.waitForSelector('table');
    expect(await page.locator('table').first().locator('tbody tr').count()).toBe(1);
    expect(await page.locator('table').first().textContent()).toContain('7102(11)');
    await page.context().close();
  });

  test('what follows from the dossier’s bearings is put before a person, who reads why', async () => {
    const { page, go } = await openWindow(browser, it.server.address);
    await go('/standards/icls20-2018-forced-labour');
    await page.click(`text=${words.propose.en}`);
    await page.waitForSelector('.said:has-text("proposal")');
    expect(await page.textContent('.said')).toMatch(/^[1-9]\d* new/);
    await go('/review?kind=bearing&element=icls.pen.documents');
    await page.waitForSelector('.why:has-text("Follows from c029.penalty")');
    await page.context().close();
  });

  test.each(LANGUAGES)('warns of what is not verified and of a stub, in %s', async lang => {
    const { page, go } = await openWindow(browser, it.server.address);
    await go(`/standards/ilo-handbook-2024?lang=${lang}`);
    await page.waitForSelector('.rule');
    expect(await page.locator('.notice.warn').count()).toBe(2);
    expect(await page.locator(`text=${words.apply[lang]}`).count()).toBe(0);
    await go(`/standards/ilo-c029?lang=${lang}`);
    const text = (await page.textContent('main')) ?? '';
    expect(text).toContain(words.bound[lang]);
    expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
    await page.context().close();
  });
});
