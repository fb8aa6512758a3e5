/** A workbench over a copy of the test package, and pages of it in Chromium. */
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import type { Model } from '#evidence/model/model.ts';
import { importPackage } from '#package/package.ts';
import { type Running, serve } from '#server/server.ts';
import { openStore, type Store } from '#store/store.ts';
import { tempFolder } from '#test/stores.ts';

export const examplePackage = join(import.meta.dirname, '../cases/package');
export const TOKEN = 'the-token-of-a-test';

export interface Bench {
  readonly folder: string;
  readonly store: Store;
  readonly server: Running;
  /** Stops the server and the store, as a process that ends does. */
  stop(): Promise<void>;
}

/** Serves a dossier's folder; a new copy of the test package where none is given. */
export async function bench(
  options: { folder?: string; port?: number; token?: string | undefined; model?: Model } = {},
): Promise<Bench> {
  const folder = options.folder ?? tempFolder('bench');
  if (options.folder === undefined) await (await importPackage(examplePackage, folder)).close();
  const store = await openStore(folder);
  const server = await serve(store, {
    port: options.port ?? 0,
    token: 'token' in options ? options.token : TOKEN,
    by: 'tester',
    model: options.model ?? null,
    now: () => new Date('2026-01-15T00:00:00Z'),
  });
  return {
    folder,
    store,
    server,
    stop: async () => {
      await server.close();
      await store.close();
    },
  };
}

const reference = join(import.meta.dirname, '../../dossiers/cuban-medical-missions');

/** Serves a new copy of the reference dossier. */
export async function referenceBench(): Promise<Bench> {
  const folder = tempFolder('reference');
  await (await importPackage(reference, folder)).close();
  return bench({ folder });
}

export interface Opened {
  readonly page: Page;
  /** Every address that was asked for. */
  readonly asked: string[];
  /** Errors of scripts, and what the content policy refused. */
  readonly faults: string[];
  /** Goes to an address of the same server and waits for the page's answer. */
  go(path: string): Promise<void>;
  /** Waits until the page has asked nothing for a moment. */
  settled(): Promise<void>;
}

/** A window of its own, let in by the printed link. */
export async function openWindow(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const [asked, faults]: [string[], string[]] = [[], []];
  page.on('request', request => asked.push(request.url()));
  const settled = quietly(page);
  page.on('pageerror', error => faults.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(address);
  await page.waitForSelector('main h1');
  return {
    page,
    asked,
    faults,
    go: async path => {
      await page.goto(new URL(path, address).href);
      await page.waitForSelector('.opening, .state');
      await settled();
    },
    settled,
  };
}

/** For how long nothing may be asked for until a page counts as whole, in milliseconds: its questions follow at once. */
const QUIET = 100;

/** Waits until the page has asked nothing for a moment, and waits for no answer but those that never end. */
function quietly(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let last = 0;
  const ends = (request: Request) => request.resourceType() !== 'eventsource';
  page.on('request', request => {
    if (!ends(request)) return;
    open.add(request);
    last = performance.now();
  });
  const ended = (request: Request) => {
    if (open.delete(request)) last = performance.now();
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  page.on('framenavigated', () => open.clear());
  return async () => {
    while (open.size > 0 || performance.now() - last < QUIET) await new Promise(done => setTimeout(done, 20));
  };
}
