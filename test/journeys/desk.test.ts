/** Somebody alone with many proposals: fifty decided by keyboard and at once, with the time the program takes for each. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addBytes } from '#evidence/claims/claims.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { readRows } from '#store/store.ts';
import { hasBrowser, launch } from '#test/browser.ts';
import { type Bench, bench, openWindow } from '#test/workbench.ts';

const NAMES = ['Ana Ruiz', 'Maria Lopez', 'John Smith'];
/** From a key to the next card; where others are at work on the same cores, as much longer as a bare request takes. */
const MAX_MS = 200;
const TIMES_BARE = 8;
const text = (n: number) =>
  Array.from(
    { length: n },
    (_, at) => `Minister ${NAMES[at % 3]} said that ${at + 200} doctors kept their passports in Qatar.`,
  ).join('\n\n');

describe.skipIf(!hasBrowser)('at the desk', () => {
  let browser: Browser;
  let it: Bench;
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await it?.stop();
  });
  afterAll(() => browser?.close());

  async function withText(n: number): Promise<string> {
    it = await bench();
    const about = { title: 'A long article', publisher: 'The Paper', date: '2020-05-01' };
    const added = await addBytes(
      it.store,
      { by: 'tester' },
      Buffer.from(text(n)),
      'a.txt',
      about,
      await loadLexicons(),
    );
    return added.source;
  }

  /** Milliseconds from a key until the next card stands there with the keyboard on it. */
  const press = (page: Page, key: string) =>
    page.evaluate(async pressed => {
      const card = document.activeElement as HTMLElement;
      const id = card.id;
      const start = performance.now();
      card.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }));
      const there = () => {
        const now = document.activeElement;
        return now?.classList.contains('card') && now.id !== id && !document.getElementById(id);
      };
      while (!there()) {
        if (performance.now() - start > 5000) throw new Error(`nothing came after ${id}`);
        await new Promise(requestAnimationFrame);
      }
      const took = performance.now() - start;
      while (card.ownerDocument.querySelector('.acts button:disabled'))
        await new Promise(requestAnimationFrame);
      return took;
    }, key);

  /** Milliseconds of the smallest request, and of the frame in which its answer could be shown. */
  const bareRequest = (page: Page) =>
    page.evaluate(async () => {
      const start = performance.now();
      await (await fetch('/api/state')).json();
      await new Promise(requestAnimationFrame);
      return performance.now() - start;
    });

  const middleOf = (times: readonly number[]) =>
    times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

  const p95Of = (times: readonly number[]) =>
    times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0;

  test('fifty proposals are decided by keyboard and at once, the program taking a blink for each', async () => {
    const source = await withText(40);
    const { page, go } = await openWindow(browser, it.server.address);
    await go(`/review?source=${source}&kind=claim`);
    await page.locator('.card').first().focus();
    const took: number[] = [];
    const bare: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      took.push(await press(page, n % 4 === 3 ? 'r' : 'a'));
      bare.push(await bareRequest(page));
    }
    await page.getByText(/^In this sitting: 20 decided/).waitFor();
    // then a choice at once: its number is said before, and the button is the only way
    await go(`/review?source=${source}&kind=figure`);
    const all = page.getByRole('button', { name: /^Accept \d+ …/ }).first();
    const n = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
    expect(n).toBe(35);
    await all.click();
    await page.getByRole('dialog').getByText(`Accept ${n} proposals in one act?`).waitFor();
    const start = performance.now();
    await page.getByRole('button', { name: `Yes, ${n}` }).click();
    await page.getByText(new RegExp(`^${n} proposals decided in one act`)).waitFor();
    const bulk = (performance.now() - start) / n;
    const p95 = p95Of(took);
    const median = middleOf(took);
    process.stdout.write(
      `program time per proposal: ${median.toFixed(0)} ms (median), ${p95.toFixed(0)} ms (p95), a bare request ${p95Of(bare).toFixed(0)} ms (p95); at once ${bulk.toFixed(1)} ms\n`,
    );
    expect(p95).toBeLessThan(Math.max(MAX_MS, TIMES_BARE * p95Of(bare)));
    // one undo takes the whole act back
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(/^Taken back/).waitFor();
    await expect.poll(() => page.getByText(`All ${n} that fit these choices`).count()).toBe(1);
    expect(await readRows(it.store, 'figures')).toHaveLength(
      (await readRows(it.store, 'figures')).filter(row => !row.id.includes('a-long-article')).length,
    );
  }, 120_000);

  test('what was set for the last claim of a speaker is told, and one key takes it', async () => {
    const source = await withText(9);
    const { page, go } = await openWindow(browser, it.server.address);
    await go(`/review?source=${source}&kind=claim&speaker=Ana+Ruiz&order=text`);
    await page.locator('.card').first().focus();
    await page.keyboard.press('e');
    const form = page.getByRole('dialog');
    await form.getByLabel('Side').selectOption('defending');
    await form.getByLabel('How the asserter knows').selectOption('own-records');
    await form.getByRole('button', { name: 'Accept with these changes' }).click();
    await page.getByText(/^Accepted/).waitFor();
    const card = page.locator('.card').first();
    await card.getByText(/^As for .*defending · from its own records/).waitFor();
    await card.focus();
    await press(page, 'd');
    const claims = (await readRows(it.store, 'claims')).filter(row => row.id.startsWith(source));
    expect(claims).toMatchObject([
      { side: 'defending', knowledge: 'own-records', reach: 'host', host: 'QAT' },
      { side: 'defending', knowledge: 'own-records', reach: 'host', host: 'QAT' },
    ]);
  });

  test('a speaker’s page leads to what waits, and two parties that are one become one', async () => {
    const source = await withText(6);
    const { page, go } = await openWindow(browser, it.server.address);
    await go(`/review?source=${source}&kind=claim&order=text`);
    await page.locator('.card').first().focus();
    await press(page, 'a');
    await go('/parties?q=ruiz');
    await page.getByRole('link', { name: 'Ana Ruiz' }).click();
    await page.getByText(/^Ana Ruiz asserts 1 claim:/).waitFor();
    await page.getByRole('button', { name: 'Edit names' }).click();
    await page.getByLabel(/^Other names/).fill('Maria Lopez');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^Saved/).waitFor();
    await page.getByRole('link', { name: /proposals? of “Maria Lopez”/ }).waitFor();
    await page.getByRole('button', { name: 'Merge' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name, alias or id').fill('The Paper');
    await dialog.getByRole('radio', { name: /The Paper/ }).check();
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await page.getByRole('heading', { name: 'The Paper', exact: true }).waitFor();
    await page.getByText('Ana Ruiz; Maria Lopez').or(page.getByText('Maria Lopez')).first().waitFor();
    const parties = await readRows(it.store, 'parties');
    expect(parties.some(row => row.id === 'ana-ruiz')).toBe(false);
    expect(parties.find(row => row.name === 'The Paper')?.aliases).toContain('Ana Ruiz');
  });

  test('layers are switched in the address, and what is chosen is told and leads to its claim', async () => {
    const source = await withText(4);
    const { page, go } = await openWindow(browser, it.server.address);
    await go(`/review?source=${source}&kind=claim&order=text`);
    await page.locator('.card').first().focus();
    await press(page, 'a');
    await go(`/sources/${source}`);
    await page.getByRole('checkbox', { name: /^places/ }).check();
    await page.waitForURL(/layers=claims\.waiting\.places/);
    expect(await page.locator('.page-text mark.layer-places').count()).toBe(4);
    await page.getByRole('checkbox', { name: /^proposals that wait/ }).uncheck();
    await page.waitForURL(/layers=claims\.places/);
    expect(await page.locator('.page-text mark.layer-waiting').count()).toBe(0);
    await page.locator('.pin.layer-claims').first().click();
    await page.waitForURL(/#c-/);
    await page.locator('.margin').getByRole('link', { name: 'Ana Ruiz' }).waitFor();
    await page.locator('.margin .proposition a').click();
    await page.waitForSelector('blockquote mark');
  });
});
