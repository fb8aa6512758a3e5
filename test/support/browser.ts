/** The system's Chromium, headless; undefined where there is none, so that its tests report themselves as skipped. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = [
  process.env.PROBANZA_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(it => it !== undefined && existsSync(it));

export const hasBrowser = executablePath !== undefined;

export function launch(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('there is no Chromium here');
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args });
}
