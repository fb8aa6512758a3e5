/** A letter is written from what is open, recorded as sent, and answered, in Chromium. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadEvidence } from '#evidence/claims/claims.ts';
import { hasBrowser, launch } from '#test/browser.ts';
import { openWindow, referenceBench } from '#test/workbench.ts';

describe.skipIf(!hasBrowser)('a request', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('is written, taken as a file, recorded as sent, and answered', async () => {
    const it = await referenceBench();
    try {
      const { page, go, faults } = await openWindow(browser, it.server.address);
      await go('/requests?lang=es');
      await page.getByLabel('De', { exact: true }).fill('iachr');
      await page.getByLabel('A; varios').fill('government-of-brazil');
      await page.getByLabel('Lo que está abierto según').selectOption('ilo-c029');
      await page.getByLabel('País receptor').fill('BRA');
      await page.getByLabel('Preguntas propias').fill('¿Cuántos se fueron antes de tiempo?');
      await page.getByLabel('Días para responder').fill('20');
      await page.getByLabel('Días hábiles de').fill('BRA');
      await page.getByRole('button', { name: 'Escribirla' }).click();
      const letter = (await page.textContent('.letter')) ?? '';
      expect(letter).toContain('¿Cuántos se fueron antes de tiempo?');
      expect(letter).toContain('20 días hábiles en Brasil');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'como texto' }).click(),
      ]);
      expect(await readFile(await download.path(), 'utf8')).toBe(letter);
      await page.getByRole('button', { name: 'Registrarla como enviada hoy' }).click();
      const row = page.locator('.request').first();
      await row.getByText('Brasil').first().waitFor();
      await row.getByText('Registrar una respuesta').click();
      await row.getByLabel('Tipo').selectOption('partial');
      await row.getByLabel('Cuándo').fill('2026-12');
      await row.getByLabel('Qué se dijo').fill('Enviaron los contratos, no los pagos.');
      await row.getByRole('button', { name: 'Registrar' }).first().click();
      await row.getByRole('link', { name: 'Enviaron los contratos, no los pagos.' }).waitFor();
      expect((await loadEvidence(it.store)).questions).toHaveLength(2);
      expect(faults).toEqual([]);
    } finally {
      await it.stop();
    }
  });
});
