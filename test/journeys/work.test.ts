/** What people do with the workbench, in Chromium, on a real store. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { importPackage } from '#package/package.ts';
import { hasBrowser, launch } from '#test/browser.ts';
import { tempFolder } from '#test/stores.ts';
import { type Bench, bench, examplePackage, openWindow } from '#test/workbench.ts';

const reference = join(import.meta.dirname, '../../dossiers/cuban-medical-missions');
const ARTICLE = `The ministry sent the doctors abroad in 2019.

“They confiscated our passports and locked them in an office,” said Maria Lopez, a nurse who worked in the north.

The health minister said that every doctor had signed voluntarily.
`;

describe.skipIf(!hasBrowser)('a journey', () => {
  let browser: Browser;
  const open: Bench[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    for (const it of open.splice(0)) await it.stop().catch(() => undefined);
  });
  afterAll(() => browser?.close());

  async function start(options: Parameters<typeof bench>[0] = {}): Promise<Bench> {
    const it = await bench(options);
    open.push(it);
    return it;
  }

  async function addArticle(page: Page): Promise<void> {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'choose files' }).click();
    await (await chooser).setFiles({
      name: 'article.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(ARTICLE),
    });
    await page.getByText(/article\.txt: \d+ proposals/).waitFor();
  }

  test('open, understand, and one click to the words', async () => {
    const folder = tempFolder('reference');
    await (await importPackage(reference, folder)).close();
    const it = await start({ folder });
    const { page } = await openWindow(browser, it.server.address);
    await page.getByRole('link', { name: 'Is it forced labour?' }).first().click();
    await page.waitForSelector('.elements');
    expect(await page.textContent('.opening .answer')).toMatch(/Article 2: /);
    const element = page.locator('.element', { has: page.locator('.claim') }).first();
    await element.locator('summary').first().click();
    const claim = element.locator('.claim a').first();
    const words = await claim.textContent();
    await claim.click();
    await page.waitForSelector('blockquote mark');
    expect(await page.textContent('h1')).toBe(words);
    await page.getByRole('link', { name: 'Read it in its place' }).click();
    await page.waitForSelector('.page-text mark');
    expect(page.url()).toMatch(/\/sources\//);
    // the way back is the browser's own
    await page.goBack();
    await page.waitForSelector('blockquote mark');
  });

  test('add an article, review it by keyboard, and see a finding change', async () => {
    const it = await start();
    const { page, go, settled } = await openWindow(browser, it.server.address);
    const supported = async () => {
      await go('/forced-labour?standard=ilo-11-indicators');
      return page.locator('#ilo11\\.documents').textContent();
    };
    const before = await supported();
    expect(before).toContain('not shown');
    await go('/review');
    await page.getByText('About these files').click();
    await page.getByLabel('Reliability').fill('A');
    await page.getByLabel('Title').fill('An article');
    await addArticle(page);
    await go('/review?kind=bearing');
    const card = page.locator('.card', { hasText: 'ilo11.documents' }).first();
    await card.focus();
    await page.keyboard.press('a');
    await page.getByText(/^Accepted .* \(act \d+\)/).waitFor();
    await settled();
    // the claim was made of it: a person says how it is known, and grades it
    await go('/who?asserter=Maria Lopez');
    await page.locator('.claim a').first().click();
    await page.getByRole('button', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Credibility, 1 to 6').selectOption('1');
    await dialog.getByLabel('How the asserter knows').selectOption('first-hand');
    await dialog.getByLabel('Side').selectOption('critical');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^Saved .* \(act \d+\)/).waitFor();
    expect(await page.getByRole('row', { name: /edited/ }).textContent()).toContain('credibility: 6 → 1');
    await go('/forced-labour?standard=ilo-11-indicators&proof=scintilla');
    expect(await page.locator('#ilo11\\.documents').textContent()).toContain('supported');
    // taken back by one key, and the finding with it
    await go('/review');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(/^Taken back \(act \d+\)/).waitFor();
    await go('/forced-labour?standard=ilo-11-indicators&proof=scintilla');
    expect(await page.locator('#ilo11\\.documents').textContent()).not.toContain('strong) for it');
  });

  test('drop two files, edit and link by keyboard, and see the answer beside the claim', async () => {
    const it = await start();
    const { page, go, settled } = await openWindow(browser, it.server.address);
    await go('/review');
    const folder = tempFolder('dropped');
    mkdirSync(folder);
    const files = ['dropped.txt', 'empty.txt'].map(name => join(folder, name));
    writeFileSync(files[0] ?? '', ARTICLE);
    writeFileSync(files[1] ?? '', '');
    await dropFiles(page, files);
    await page.getByText(/dropped\.txt: \d+ proposals/).waitFor();
    // one file that fails does not stop the rest, and says why
    await page.getByText(/Not recorded: .*empty\.txt/).waitFor();
    await go('/review?kind=claim');
    const card = page.locator('.card', { hasText: 'confiscated' }).first();
    await card.focus();
    await page.keyboard.press('e');
    const form = page.getByRole('dialog');
    await form.getByLabel('Side').selectOption('critical');
    await form.getByRole('button', { name: 'Accept with these changes' }).click();
    await page.getByText(/^Accepted/).waitFor();
    await settled();
    const answer = page.locator('.card', { hasText: 'signed voluntarily' }).first();
    await answer.focus();
    await page.keyboard.press('l');
    const link = page.getByRole('dialog');
    await link.getByLabel('Search claims').fill('confiscated passport');
    await link.getByRole('radio').first().check();
    await link.getByLabel(/^Why, so that/).fill('He says that they came of their own will.');
    await link.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^Linked/).waitFor();
    await go('/who?q=confiscated');
    expect(await page.locator('.claim .answers').first().textContent()).toContain('signed voluntarily');
  });

  test('switch language and appearance mid-way, and lose nothing of the question', async () => {
    const it = await start();
    const { page, go } = await openWindow(browser, it.server.address);
    await go('/who?side=critical');
    const rows = await page.locator('.claims > .claim').count();
    await page.getByLabel('Language').selectOption('pt');
    await page.getByRole('heading', { name: 'Quem o diz?' }).waitFor();
    await page.getByLabel('Aspeto').selectOption('dark');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
    expect(page.url()).toMatch(/side=critical/);
    expect(page.url()).toMatch(/lang=pt/);
    expect(await page.locator('.claims > .claim').count()).toBe(rows);
    // both are remembered where the address does not say
    await go('/money');
    expect(await page.textContent('h1')).toBe('Para onde vai o dinheiro?');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });

  test('a view’s address opens the same view in another window', async () => {
    const it = await start();
    const one = await openWindow(browser, it.server.address);
    await one.go('/forced-labour');
    await one.page.getByRole('button', { name: /Level of proof/ }).click();
    await one.page.getByRole('option', { name: /balance/i }).click();
    await one.page.waitForURL(/proof=balance-of-probabilities/);
    await one.settled();
    const two = await openWindow(browser, it.server.address);
    await two.go(new URL(one.page.url()).pathname + new URL(one.page.url()).search);
    expect(await two.page.textContent('.opening .answer')).toBe(
      await one.page.textContent('.opening .answer'),
    );
  });

  test('two windows on one dossier: what one decides the other shows, and neither decides twice', async () => {
    const it = await start();
    const one = await openWindow(browser, it.server.address);
    await one.go('/review');
    await addArticle(one.page);
    await one.settled();
    const two = await openWindow(browser, it.server.address);
    await two.go('/review?kind=claim');
    await one.go('/review?kind=claim');
    const before = await two.page.locator('.card').count();
    expect(before).toBeGreaterThan(0);
    await one.page.locator('.card').first().focus();
    await one.page.keyboard.press('r');
    await one.page.getByText(/^Rejected/).waitFor();
    await two.page.getByText(/Something was done in another window/).waitFor();
    await expect.poll(() => two.page.locator('.card').count()).toBe(before - 1);
    expect(await one.page.getByText(/Something was done in another window/).count()).toBe(0);
  });

  test('a decision that another window has taken already is told, not taken twice', async () => {
    const it = await start();
    const { page, go } = await openWindow(browser, it.server.address);
    await go('/review');
    await addArticle(page);
    await go('/review?kind=claim');
    await page.route('**/api/state', route => route.abort());
    const id = await page.evaluate(async () => {
      const { rows } = await (await fetch('/api/review?kind=claim')).json();
      await fetch('/api/review', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ decision: 'reject', ids: [rows[0].id] }),
      });
      return rows[0].id;
    });
    await page.locator('.card').first().focus();
    await page.keyboard.press('a');
    await page.getByText(/^Not recorded: /).waitFor();
    expect(await page.textContent('.said.failed')).toContain(id);
  });

  test('the server is killed in mid-review and started again: nothing acknowledged is lost', async () => {
    const folder = tempFolder('killed');
    await (await importPackage(examplePackage, folder)).close();
    const first = await startProcess(folder, 0);
    const { page, go } = await openWindow(browser, first.address);
    await go('/review');
    await addArticle(page);
    await go('/review?kind=claim');
    const proposals = await page.locator('.card').count();
    await page.locator('.card').first().focus();
    await page.keyboard.press('a');
    const said = await page.getByText(/^Accepted/).textContent();
    await expect.poll(() => page.locator('.card').count()).toBe(proposals - 1);
    await first.kill();
    // what is decided now is not acknowledged: it says so, and stays on the page
    await page.locator('.card').first().focus();
    await page.keyboard.press('r');
    await page.getByText(/^Not recorded: the workbench does not answer/).waitFor();
    await page.getByText(/The workbench does not answer: it was stopped/).waitFor();
    expect(await page.locator('.card').count()).toBe(proposals - 1);
    const second = await startProcess(folder, first.port);
    await page.getByText('The key of this start is needed').waitFor();
    await page.getByLabel('Printed link').fill(second.address);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText(/The workbench was started again; the dossier stands at act \d+/).waitFor();
    const seq = /act (\d+)/.exec(said ?? '')?.[1];
    const [now] = (await page.textContent('.notices'))?.match(/act \d+/) ?? [];
    expect(now).toBe(`act ${seq}`);
    await expect.poll(() => page.locator('.card').count()).toBe(proposals - 1);
    await page.locator('.card').first().focus();
    await page.keyboard.press('r');
    await page.getByText(/^Rejected/).waitFor();
    await second.kill();
    // two starts of the program: slow where others are at work on the same cores
  }, 90_000);

  test('by keyboard alone: from the first page to a claim’s words', async () => {
    const it = await start();
    const { page } = await openWindow(browser, it.server.address);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const tabTo = async (wanted: RegExp) => {
      for (let n = 0; n < 60; n += 1) {
        await page.keyboard.press('Tab');
        if (wanted.test(await focused())) return;
      }
      throw new Error(`no Tab leads to ${wanted}`);
    };
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the page');
    await tabTo(/^Who says so\?$/);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.claims .proposition a');
    await page.locator('.claims .proposition a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('blockquote mark');
  });
});

/** As the system does it when a person lets files go over the page. */
async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const box = await page.locator('.drop').boundingBox();
  const session = await page.context().newCDPSession(page);
  const [x, y] = [(box?.x ?? 0) + 40, (box?.y ?? 0) + 20];
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
}

interface Started {
  readonly address: string;
  readonly port: number;
  kill(): Promise<void>;
}

/** The program itself, as a process that can be killed. */
function startProcess(folder: string, port: number): Promise<Started> {
  const main = join(import.meta.dirname, '../../src/cli/main.ts');
  const child: ChildProcess = spawn(process.execPath, [
    main,
    'serve',
    '--dossier',
    folder,
    '--port',
    String(port),
  ]);
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', data => {
      text += data;
      const [address] = /http:\/\/\S+/.exec(text) ?? [];
      if (!address) return;
      resolve({
        address,
        port: Number(new URL(address).port),
        kill: () =>
          new Promise(done => {
            child.once('exit', () => done());
            child.kill('SIGKILL');
          }),
      });
    });
    child.once('exit', code => reject(new Error(`ended with ${code}: ${text}`)));
  });
}
