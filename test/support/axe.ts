/** What axe finds on a page, and whether it fits, in each of the looks a reader may have. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(
    context: Document,
    options: { resultTypes: string[]; runOnly?: string[] },
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

const WIDTHS = [1280, 390] as const;
/** The rules that judge colours: all that a dark page can break that a light one of the same size does not. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** The page in the look it has now: one line for each rule it breaks, and one where it is wider than its window. */
export async function faultsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  // by the debugger's protocol: the page's own policy refuses scripts that are not its own
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: `'axe' in window || (() => {${source}})()` });
  await session.detach();
  return page.evaluate(async only => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      ...(only ? { runOnly: [...only] } : {}),
    });
    const found = violations.map(it => `${it.id}: ${it.nodes[0]?.html.slice(0, 160)}`);
    const over = document.documentElement.scrollWidth - innerWidth;
    return over > 0 ? [...found, `${over} px wider than the window`] : found;
  }, rules);
}

/** The page wide and narrow, light and dark, without loading it again: each line begins with the look it is of. */
export async function faultsInEveryLook(page: Page, widths: readonly number[] = WIDTHS): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const faults = await faultsOf(page, colorScheme === 'dark' ? COLOURS : undefined);
      found.push(...faults.map(fault => `${colorScheme} at ${width}: ${fault}`));
    }
  }
  return found;
}
