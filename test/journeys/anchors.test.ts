import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '#core/hash.ts';
import { reextract, relate } from '#evidence/claims/claims.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { act, createStore, findRow, verifyStore } from '#store/store.ts';
import { faultsOf } from '#test/axe.ts';
import { hasBrowser, launch } from '#test/browser.ts';
import { extractBefore, now } from '#test/drifting.ts';
import { a, aDossier } from '#test/factories.ts';
import { tempFolder } from '#test/stores.ts';
import { bench, openWindow } from '#test/workbench.ts';

describe.skipIf(!hasBrowser)('words that were not found again', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('extract anew, see what drifted, decide on it, and see a later version', async () => {
    const folder = tempFolder('drifting');
    const made = await createStore(folder, aDossier(), { by: 'tester' });
    await extractBefore(made, await loadLexicons());
    await made.close();
    const it = await bench({ folder });
    const { page, go, faults } = await openWindow(browser, it.server.address);
    await go('/sources/source');
    await page.getByRole('button', { name: 'Extract the text anew' }).click();
    await page.getByText('2 claims moved over, 2 wait').waitFor();
    await go('/claims/share');
    await page.getByText('Its words were not found again').waitFor();
    await page.getByText('another number, or a negation').waitFor();
    await go('/review');
    const card = page.locator('#drifted li', { hasText: 'About nurse' });
    expect(await card.locator('mark').allTextContents()).toEqual([
      'Carla Gil, a nurze who came home in May',
      'Carla Gil, a nurse who came home in May',
    ]);
    await card.getByRole('button', { name: 'These are its words' }).click();
    await card.waitFor({ state: 'detached' });
    expect((await findRow(it.store, 'claims', 'nurse'))?.passage).toMatch(/^source\.text\.2\./);
    await page.locator('#drifted').getByRole('button', { name: 'These are not' }).click();
    await page.getByText('nothing like it').waitFor();
    expect((await verifyStore(it.store)).failures).toEqual([]);
    expect(faults).toEqual([]);
    await it.stop();
  });

  test('nothing that axe finds, and it fits a phone', { timeout: 120_000 }, async () => {
    const folder = tempFolder('drifted');
    const made = await createStore(folder, aDossier(), { by: 'tester' });
    const lexicons = await loadLexicons();
    await extractBefore(made, lexicons);
    await reextract(made, { by: 'tester' }, 'source', lexicons);
    const later = a('sources', { id: 'later', held: 'original', title: 'The same, later' });
    await act(made, { by: 'tester', act: 'add' }, async write => {
      await write.put('sources', later);
      await write.putText(
        a('texts', { id: 'later.text', source: 'later', kind: 'extracted', sha256: sha256(now) }),
        now,
      );
    });
    await relate(
      made,
      { by: 'tester' },
      { source: 'later', of: 'source', kind: 'version', reason: 'It says so.' },
    );
    await made.close();
    const it = await bench({ folder });
    const phone = { viewport: { width: 390, height: 900 } };
    const { page, go } = await openWindow(browser, it.server.address, phone);
    page.setDefaultTimeout(30_000);
    for (const path of ['/review', '/claims/share', '/sources/source']) {
      await go(path);
      await page.getByText(path === '/sources/source' ? 'Later versions' : 'another number').waitFor();
      expect(await faultsOf(page), path).toEqual([]);
    }
    await it.stop();
  });
});
