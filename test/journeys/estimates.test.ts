/** The pages that answer tables a person brings, in Chromium: lists that overlap, and interviews. */
import { writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInEveryLook } from '#test/axe.ts';
import { hasBrowser, launch } from '#test/browser.ts';
import { tempFolder } from '#test/stores.ts';
import { type Bench, bench, openWindow } from '#test/workbench.ts';

const LISTS = 'P,Q,E,count\n0,0,1,63\n0,1,0,55\n0,1,1,18\n1,0,0,69\n1,0,1,17\n1,1,0,21\n1,1,1,28\n';
const lines = (n: number, row: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => row(i)).join('\n');
const PEOPLE = `where,choice,menace\n${lines(120, i => `${i < 70 ? 'north' : 'south'},${i % 3 === 0 ? 'never' : 'always'},${i % 4 === 0 ? 1 : 0}`)}\n`;

describe.skipIf(!hasBrowser)('tables that a person brings', () => {
  let browser: Browser;
  let it: Bench;
  let lists: string;
  let people: string;
  beforeAll(async () => {
    [browser, it] = await Promise.all([launch(), bench()]);
    lists = `${tempFolder('lists')}.csv`;
    people = `${tempFolder('people')}.csv`;
    writeFileSync(lists, LISTS);
    writeFileSync(people, PEOPLE);
  });
  afterAll(async () => {
    await browser?.close();
    await it?.stop();
  });

  test('lists are sized by every method', async () => {
    const window = await openWindow(browser, it.server.address);
    await window.go('/lists');
    const { page } = window;
    await page.setInputFiles('input[name=file]', lists);
    await page.fill('input[name=resamples]', '100');
    await page.click('main button[type=submit]');
    await page.waitForSelector('.upset', { timeout: 60_000 });
    await page.waitForSelector('.drawing svg');
    expect(await page.textContent('.answer')).toMatch(/271 people are on at least one of 3 lists/);
    expect(await page.locator('.upset .bar').count()).toBe(7);
    await page
      .locator('details')
      .first()
      .evaluate(details => details.setAttribute('open', ''));
    expect(await page.textContent('main')).toMatch(/latent-class/);
    expect(await faultsInEveryLook(page)).toEqual([]);
    expect(window.faults).toEqual([]);
    await page.context().close();
  });

  test('a table that is none is said in one line', async () => {
    const { page, go } = await openWindow(browser, it.server.address);
    await go('/lists');
    await page.setInputFiles('input[name=file]', people);
    await page.click('main button[type=submit]');
    await page.waitForSelector('[role=alert]');
    expect(await page.textContent('[role=alert]')).toMatch(/north|lists/);
    await page.context().close();
  });

  test('interviews say first of respondents, then of a population whose frame is declared', async () => {
    const window = await openWindow(browser, it.server.address);
    await window.go('/interviews');
    const { page } = window;
    await page.setInputFiles('input[type=file]', people);
    await page.waitForSelector('select[name=of]');
    await page.selectOption('select[name=of]', 'menace');
    await page.selectOption('select[name=by]', 'where');
    await page.click('main button[type=submit]');
    await page.waitForSelector('table');
    expect(await page.textContent('.answer')).toMatch(/120 who answered, and of nobody else: 25 %/);
    await page.fill('input[name=frame]', 'everybody on the list');
    await page.click('main button[type=submit]');
    await expect.poll(() => page.textContent('.answer')).toMatch(/population that was sampled: 25 %.*95 %/);
    expect(await faultsInEveryLook(page)).toEqual([]);
    expect(window.faults).toEqual([]);
    await page.context().close();
  });

  test('a mapping made in the page classifies by a standard’s rule', async () => {
    const window = await openWindow(browser, it.server.address, { viewport: { width: 390, height: 900 } });
    await window.go('/interviews');
    const { page } = window;
    await page.setInputFiles('input[type=file]', people);
    await page.waitForSelector('select[name=of]');
    await page.selectOption('.filters select >> nth=0', 'standard');
    await page.selectOption('.filters select >> nth=1', 'icls20-2018-forced-labour');
    await page.waitForSelector('.mapping');
    const element = (name: RegExp) => page.locator('.mapping > li', { hasText: name }).first();
    await element(/Unfree recruitment/)
      .locator('select')
      .selectOption('choice');
    await element(/Unfree recruitment/)
      .getByLabel('never')
      .check();
    await element(/violence/i)
      .locator('select')
      .selectOption('menace');
    await element(/reference|period|month/i)
      .locator('select')
      .selectOption('*');
    await page.getByLabel(/nobody would have said yes/).check();
    await page.click('main button[type=submit]');
    await expect.poll(() => page.textContent('.answer')).toMatch(/120 who answered.*8\.3 %/);
    expect(await faultsInEveryLook(page)).toEqual([]);
    expect(window.faults).toEqual([]);
    await page.context().close();
  });
});
