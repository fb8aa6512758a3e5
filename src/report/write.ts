/** Puts a report on the disk, whole or not at all, and prints its sheet as PDF by the Chromium of this machine. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Problem } from '#core/errors.ts';
import type { ReportFile } from '#report/options.ts';

const exec = promisify(execFile);
/** Milliseconds a sheet of thousands of claims may take to print. */
const PATIENCE = 180_000;

export interface Writing {
  /** Takes the place of a report that is there. */
  readonly replace?: boolean;
  readonly pdf?: boolean;
}

/** Throws `file.exists`, `report.browser`. A report that was there stays until the new one is whole. */
export async function writeReport(
  files: readonly ReportFile[],
  folder: string,
  options: Writing = {},
): Promise<void> {
  const target = resolve(folder);
  if (existsSync(target) && !(options.replace && existsSync(join(target, 'index.html'))))
    throw new Problem('file.exists', { what: folder });
  const making = `${target}.making-${process.pid}`;
  try {
    for (const { path, bytes } of files) {
      await mkdir(dirname(join(making, path)), { recursive: true });
      await writeFile(join(making, path), bytes);
    }
    if (options.pdf)
      for (const { path } of files.filter(it => it.path.endsWith('/report.html')))
        await printPdf(join(making, path));
    await rm(target, { recursive: true, force: true });
    await rename(making, target);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Beside the sheet. Throws `report.browser`. */
async function printPdf(sheet: string): Promise<void> {
  const out = sheet.replace(/html$/, 'pdf');
  const profile = `${out}.profile`;
  const args = [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    // Chromium refuses its sandbox to root; the sheet has no script and its own files only
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${out}`,
    pathToFileURL(sheet).href,
  ];
  try {
    await exec(chromium(), args, { timeout: PATIENCE });
    await writeFile(out, withoutTime(await readFile(out)));
  } catch (error) {
    if (error instanceof Problem) throw error;
    const what = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    throw new Problem('report.browser', { what }, { cause: error });
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

function chromium(): string {
  const named = process.env.PROBANZA_CHROMIUM;
  const places = named
    ? [named]
    : [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      ];
  const found = places.find(existsSync);
  if (!found) throw new Problem('report.browser', { what: places[0] ?? 'chromium' });
  return found;
}

/** The day of printing, blanked in place: offsets in the file stay. */
function withoutTime(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const blank = text.replace(/\/(CreationDate|ModDate) \(D:[^)]*\)/g, it => it.replace(/\d/g, '0'));
  return Buffer.from(blank, 'latin1');
}
