import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Evidence, loadEvidence } from '#evidence/claims/claims.ts';
import { importIntoMemory } from '#package/package.ts';
import { app, type Running, serve } from '#server/server.ts';
import { hasBrowser, launch } from '#test/browser.ts';

const example = join(import.meta.dirname, '../cases/package');
let evidence: Evidence;
beforeAll(async () => {
  const store = await importIntoMemory(example);
  evidence = await loadEvidence(store);
  await store.close();
});

describe('the server', () => {
  const ask = (path: string, headers: Record<string, string> = {}) =>
    app(evidence, 4780).request(`http://127.0.0.1:4780${path}`, {
      headers: { host: '127.0.0.1:4780', ...headers },
    });

  test('answers the five questions in the language asked for', async () => {
    const page = await (await ask('/?lang=pt')).text();
    expect(page).toContain('<html lang="pt">');
    expect(page).toContain('É trabalho forçado?');
    expect(await (await ask('/', { 'accept-language': 'es-MX,es;q=0.9' })).text()).toContain(
      '<html lang="es">',
    );
    expect(await (await ask('/api/answers')).json()).toMatchObject({
      answers: [
        { question: 'who' },
        { question: 'forced-labour' },
        { question: 'how-many' },
        { question: 'money' },
        { question: 'response' },
      ],
    });
  });

  test('lets nothing in from elsewhere', async () => {
    const { headers } = await ask('/');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each([
    ['another host', { host: 'evil.example' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['no host', { host: '' }],
  ])('refuses a request by %s', async (_, headers) => {
    const response = await ask('/', headers);
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  test('tells what is not there', async () => {
    expect(await (await ask('/nothing')).json()).toMatchObject({
      status: 404,
      title: 'http.missing',
      detail: 'There is no page /nothing: go back to the first page.',
    });
  });

  test('says words of the dossier as words, not as markup', async () => {
    const page = await app(
      { ...evidence, dossier: { ...evidence.dossier, title: '<script>alert(1)</script>', titles: {} } },
      4780,
    ).request('http://127.0.0.1:4780/', { headers: { host: '127.0.0.1:4780' } });
    expect(await page.text()).not.toContain('<script>');
  });
});

describe.skipIf(!hasBrowser)('the page of answers in Chromium', () => {
  let browser: Browser;
  let server: Running;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), serve(evidence, { port: 0 })]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  async function open(options: {
    theme: 'light' | 'dark';
    width: number;
  }): Promise<{ page: Page; asked: string[] }> {
    const context = await browser.newContext({
      colorScheme: options.theme,
      viewport: { width: options.width, height: 900 },
      bypassCSP: true,
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await page.goto(server.address);
    return { page, asked };
  }

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('is accessible and fits, %s at %i', async (theme, width) => {
    const { page, asked } = await open({ theme, width });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run(),
    );
    expect(violations.map(it => it.id)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(asked.filter(url => !url.startsWith(server.address))).toEqual([]);
    await page.context().close();
  });

  test('by keyboard alone, from one language to the next', async () => {
    const { page } = await open({ theme: 'light', width: 1280 });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/lang=es/);
    expect(await page.textContent('main h2')).toBe('¿Quién lo dice?');
    await page.context().close();
  });
});
