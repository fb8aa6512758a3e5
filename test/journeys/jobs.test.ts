/** Adding a hundred files in the workbench: dropped, stopped, cut off and gone on with. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '#test/axe.ts';
import { hasBrowser, launch } from '#test/browser.ts';
import { documents, zipped } from '#test/documents.ts';
import { tempFolder } from '#test/stores.ts';
import { type Bench, bench, openWindow } from '#test/workbench.ts';

const FILES = 100;

describe.skipIf(!hasBrowser)('a hundred files', () => {
  let browser: Browser;
  const open: Bench[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    for (const it of open.splice(0)) await it.stop();
  });
  afterAll(() => browser?.close());

  async function start(folder?: string): Promise<Bench> {
    const it = await bench(folder === undefined ? {} : { folder });
    open.push(it);
    return it;
  }

  test('are dropped as a ZIP with a broken one, stopped, outlive the server, and are done', {
    timeout: 120_000,
  }, async () => {
    const it = await start();
    const { page, go, faults } = await openWindow(browser, it.server.address);
    page.setDefaultTimeout(30_000);
    await go('/review');
    await drop(page, await aZip());
    const job = page.locator('.job');
    await job.getByText(/[1-9]\d? of 101 files/).waitFor();
    await job.getByRole('button', { name: 'Stop' }).click();
    await job.getByText('Stopped.', { exact: true }).first().waitFor();
    expect(await job.locator('[role=status]').textContent()).toMatch(/Stopped\. \d+ per cent/);
    // it is still there when the page was left, and when the server was
    await go('/sources');
    await go('/review');
    await job.getByRole('button', { name: 'Go on' }).click();
    await job.getByText('Reading.', { exact: true }).first().waitFor();
    await it.stop();
    open.splice(0);
    const next = await start(it.folder);
    const again = await openWindow(browser, next.server.address);
    again.page.setDefaultTimeout(60_000);
    await again.go('/review');
    const cut = again.page.locator('.job');
    await cut.getByText('Stopped half-way.', { exact: true }).first().waitFor();
    expect(await faultsOf(again.page)).toEqual([]);
    await cut.getByRole('button', { name: 'Go on' }).click();
    await cut.getByText('101 of 101 files: 100 added, 0 here already, 1 failed.').waitFor();
    await cut.getByText(/Not recorded: .*0050-broken\.docx/).waitFor();
    expect(await faultsOf(again.page)).toEqual([]);
    // what waits for a person is there without asking again
    await again.page.locator('.card').first().waitFor();
    expect(faults.filter(fault => !/Failed to fetch|ERR_CONNECTION|Failed to load/.test(fault))).toEqual([]);
  });

  test('are told in the reader’s language on a narrow page', { timeout: 60_000 }, async () => {
    const it = await start();
    const { page, go } = await openWindow(browser, it.server.address, {
      viewport: { width: 390, height: 900 },
    });
    await go('/review?lang=pt');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'escolha ficheiros' }).click();
    await (await chooser).setFiles([
      {
        name: 'a.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('O ministro disse que os salários atrasaram.'),
      },
      { name: `${'longo'.repeat(30)}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') },
    ]);
    await page.getByText('2 de 2 ficheiros: 1 adicionados, 0 já cá estavam, 1 com falha.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});

async function aZip(): Promise<string> {
  const folder = tempFolder('dropped');
  mkdirSync(folder);
  const broken = { name: '0050-broken.docx', bytes: new Uint8Array([80, 75, 3, 4, 0]) };
  const path = join(folder, 'all.zip');
  writeFileSync(path, zipped([...(await documents(FILES, 31)), broken]));
  return path;
}

async function drop(page: Page, file: string): Promise<void> {
  const box = await page.locator('.drop').boundingBox();
  const session = await page.context().newCDPSession(page);
  const [x, y] = [(box?.x ?? 0) + 40, (box?.y ?? 0) + 20];
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x,
      y,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    });
}
