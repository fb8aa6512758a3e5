/** Copies and versions in Chromium: from a source and from the desk to two texts side by side. */
import { writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addFile, decide, waiting } from '#evidence/claims/claims.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { faultsInEveryLook } from '#test/axe.ts';
import { hasBrowser, launch } from '#test/browser.ts';
import { tempFolder } from '#test/stores.ts';
import { type Bench, bench, openWindow } from '#test/workbench.ts';
import { LANGUAGES } from '#words/language.ts';
import { compareWords as words } from '#words/pages/compare.ts';

const COMPARE = '/compare?a=first-version&b=second-version';

const first = `The agency keeps 75 % of the pay of every worker who is posted, a report says.

Minister Dora Kelling said that 230 nurses signed the agreement of their own free will. The group stays for 18 months in the rural clinics of Marrow County.

Nobody was asked. The workers live in two houses near the harbour, and a guard writes down when they come home.
`;
const second = first
  .replace('75 %', '57 %')
  .replace('230 nurses', '213 nurses')
  .replace('Marrow', 'Sarn')
  .replace('Nobody was asked. ', '')
  .concat('\nA third house is being built by the county.\n');

describe.skipIf(!hasBrowser)('two versions of a document', () => {
  let browser: Browser;
  let it: Bench;
  beforeAll(async () => {
    [browser, it] = await Promise.all([launch(), bench()]);
    const lexicons = await loadLexicons();
    for (const [title, text] of [
      ['First version', first],
      ['Second version', second],
    ] as const) {
      const path = `${tempFolder('version')}.txt`;
      writeFileSync(path, text);
      await addFile(it.store, { by: 'tester' }, path, { title, publisher: 'The Paper' }, lexicons);
    }
    const claim = (await waiting(it.store, 'first-version')).find(
      row => row.kind === 'claim' && row.exact.includes('230 nurses'),
    );
    await decide(it.store, { by: 'tester' }, 'accept', [claim?.id ?? '']);
  });
  afterAll(async () => {
    await browser?.close();
    await it?.stop();
  });

  test('a source leads to its copy, and both to what changed: numbers and names first', async () => {
    const window = await openWindow(browser, it.server.address);
    await window.go('/sources/second-version');
    await window.page.click(`text=${words.compare.en}`);
    await window.page.waitForSelector('.pieces');
    expect(new URL(window.page.url()).search).toContain('a=first-version&b=second-version');
    const facts = await window.page.locator('.changes li').allTextContents();
    expect(facts).toEqual(['number 75 % → 57 %', 'number 230 → 213', 'name Marrow → Sarn']);
    expect(await window.page.locator('.piece.removed del').allTextContents()).toEqual(['Nobody was asked.']);
    expect(await window.page.locator('.piece.added ins').allTextContents()).toEqual([
      'A third house is being built by the county.',
    ]);
    expect(window.faults).toEqual([]);
    await window.page.context().close();
  });

  test('a claim that rests on changed words is marked, and leads to its page', async () => {
    const window = await openWindow(browser, it.server.address);
    await window.go(COMPARE);
    expect(await window.page.locator('.claims .tag').allTextContents()).toEqual([words.fates.changed.en]);
    await window.page.locator('.claims .proposition a').click();
    await window.page.waitForURL(/\/claims\//);
    await window.page.context().close();
  });

  test('a copy that waits at the desk leads to both texts', async () => {
    const window = await openWindow(browser, it.server.address);
    await window.go('/review?kind=copy');
    expect(await window.page.locator('.card').count()).toBe(1);
    await window.page.click(`.card >> text=${words.compare.en}`);
    await window.page.waitForSelector('.pieces');
    await window.page.context().close();
  });

  test.each(LANGUAGES)('have nothing that axe finds, and fit, in %s', async lang => {
    const window = await openWindow(browser, it.server.address);
    for (const path of [
      `${COMPARE}&lang=${lang}`,
      `/compare?lang=${lang}`,
      `/sources/second-version?lang=${lang}`,
    ]) {
      await window.go(path);
      expect(await window.page.textContent('body')).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
      expect(await faultsInEveryLook(window.page), path).toEqual([]);
    }
    await window.page.context().close();
  });

  test('what is not there is told in one line', async () => {
    const window = await openWindow(browser, it.server.address);
    await window.go('/compare?a=nothing&b=second-version');
    await window.page.waitForSelector('[role=alert]');
    expect(await window.page.textContent('[role=alert]')).toContain('nothing');
    await window.page.context().close();
  });
});
