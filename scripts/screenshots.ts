/**
 * Pictures of every page of the workbench on the reference dossier: 1280 and 390 px wide, light and dark, into
 * `screenshots/` (not tracked) or the folder named. `--readme` renews the one that the README shows.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referencePackage } from '../src/cli/dossier.ts';
import { importPackage } from '../src/package/package.ts';
import { serve } from '../src/server/server.ts';
import { launch } from '../test/support/browser.ts';

const root = join(import.meta.dirname, '..');
const readme = process.argv.includes('--readme');
const folder = readme ? join(root, 'docs') : (process.argv[2] ?? join(root, 'screenshots'));

const PAGES = {
  overview: '/',
  who: '/who',
  claim: '/claims/f0229',
  'forced-labour': '/forced-labour',
  'how-many': '/how-many',
  money: '/money?place=BRA',
  response: '/response',
  sources: '/sources',
  source: '/sources/14ymedio-2018-05-11#c-f0229',
  parties: '/parties',
  party: '/parties/paho',
  review: '/review',
};

mkdirSync(folder, { recursive: true });
const place = join(mkdtempSync(join(tmpdir(), 'probanza-pictures-')), 'dossier');
const store = await importPackage(referencePackage(), place);
const server = await serve(store, { port: 0, token: 'pictures' });
const browser = await launch();
const sizes = readme ? [1280] : [1280, 390];
for (const colorScheme of readme ? (['light'] as const) : (['light', 'dark'] as const)) {
  for (const width of sizes) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 900 },
      locale: 'en-GB',
    });
    const page = await context.newPage();
    await page.goto(server.address);
    for (const [name, path] of readme ? [['workbench', '/forced-labour'] as const] : Object.entries(PAGES)) {
      await page.goto(new URL(path, server.address).href);
      await page.waitForSelector('.opening, .state');
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(300);
      const file = readme ? `${name}.png` : `${name}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: !readme });
    }
    await context.close();
  }
}
await browser.close();
await server.close();
await store.close();
rmSync(join(place, '..'), { recursive: true });
process.stdout.write(`${folder}\n`);
process.exit(0);
