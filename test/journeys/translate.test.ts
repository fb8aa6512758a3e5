/** A claim read in a reader's own language, in Chromium. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listClaims, loadEvidence } from '#evidence/claims/claims.ts';
import { hasBrowser, launch } from '#test/browser.ts';
import { bench, openWindow } from '#test/workbench.ts';

describe.skipIf(!hasBrowser)('a translation', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('is added on the claim’s page, shown in its language with its mark, and taken back', async () => {
    const it = await bench();
    try {
      const [claim] = listClaims(await loadEvidence(it.store));
      if (!claim) throw new Error('the test package has claims');
      const { page, go, faults } = await openWindow(browser, it.server.address);
      await go(`/claims/${claim.id}?lang=es`);
      await page.getByLabel('La proposición').fill('Palabras en español.');
      await page.getByRole('button', { name: 'Guardar' }).click();
      await page.getByText('Traducido:').waitFor();
      await page.waitForFunction(() => document.querySelector('h1')?.textContent?.startsWith('Palabras'));
      expect(await page.textContent('h1')).toBe('Palabras en español. traducido por tester');
      expect(await page.textContent('.opening')).toContain(claim.proposition);
      await go('/who?lang=es');
      expect(await page.textContent(`a[href^="/claims/${claim.id}"]`)).toContain('traducido por tester');
      // another language is shown what was put down
      await go('/who?lang=pt');
      expect(await page.textContent(`a[href^="/claims/${claim.id}"]`)).toBe(claim.proposition);
      await go(`/claims/${claim.id}?lang=es`);
      await page.getByRole('button', { name: 'Retirar' }).last().click();
      await page.getByText('Traducción retirada').waitFor();
      await page.waitForFunction(
        words => document.querySelector('h1')?.textContent === words,
        claim.proposition,
      );
      expect(faults).toEqual([]);
    } finally {
      await it.stop();
    }
  });
});
