/** The page that checks a report, opened from the disk in Chromium. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importPackage } from '#package/package.ts';
import { faultsInEveryLook } from '#test/axe.ts';
import { hasBrowser, launch } from '#test/browser.ts';
import { run } from '#test/command.ts';
import { tempFolder } from '#test/stores.ts';
import { examplePackage } from '#test/workbench.ts';

describe.skipIf(!hasBrowser)('a reader’s browser', () => {
  let browser: Browser;
  const dossier = tempFolder('keeper');
  const report = tempFolder('checked');
  let publicKey = '';
  beforeAll(async () => {
    await (await importPackage(examplePackage, dossier)).close();
    const made = (await run(['checkpoint', '--dossier', dossier, '--json'])).json() as { publicKey: string };
    publicKey = made.publicKey;
    await run(['report', '-o', report, '--proofs', '--held', 'all', '--dossier', dossier]);
    browser = await launch();
  });
  afterAll(() => browser?.close());

  const answer = (page: Page) => expect.poll(() => page.textContent('#answer'), { timeout: 20_000 });

  test('checks a report offline, says whose key it cannot know, and finds what was changed', async () => {
    const context = await browser.newContext({ offline: true, locale: 'en-US' });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(report, 'proof/verify.html')).href);
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.setInputFiles('#files', report);
    await answer(page).toMatch(/claims are in the signed history\. Whose signature/);
    await page.fill('#public', publicKey);
    await page.dispatchEvent('#public', 'change');
    await answer(page).toMatch(/the signature is of the key that you gave/);
    appendFileSync(join(report, 'index.html'), ' ');
    await page.setInputFiles('#files', report);
    await answer(page).toMatch(/1 found wrong/);
    expect(await page.textContent('#faults')).toMatch(/index\.html/);
    await context.close();
  });
});
