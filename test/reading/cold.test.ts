import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

/** An article of common length, and 1 MB of such. */
const ARTICLE = [
  'The health minister, Ana Ruiz, said on Monday that 4,000 doctors work abroad and that “each of them volunteered.”',
  '“We were never told,” said a nurse who asked not to be named. “They kept our passports.”',
  'According to the ministry, the host pays $3,500 a month per doctor; the doctors receive about a tenth of it.',
]
  .join(' ')
  .concat('\n\n')
  .repeat(18);

const CHILD = `
const { read } = await import('#evidence/reading/reading.ts');
const { loadLexicons } = await import('#evidence/sources/lexicons.ts');
const lexicons = await loadLexicons();
const article = process.env.ARTICLE;
const spent = () => (({ user, system }) => (user + system) / 1e3)(process.cpuUsage());
const before = spent();
const { claims } = read(article, lexicons, 'en');
const first = spent() - before;
read(article.repeat(Math.ceil(1e6 / article.length)).slice(0, 1e6), lexicons, 'en');
process.stdout.write(JSON.stringify({ claims: claims.length, first, resident: process.resourceUsage().maxRSS / 1e3 }));
`;

interface Run {
  readonly claims: number;
  /** Milliseconds of work for the first article, the lexicon's making included. */
  readonly first: number;
  /** MB at most, after a reading of 1 MB. */
  readonly resident: number;
}

/** As bin/probanza starts it. */
function started(kept: string): Run {
  const args = ['--max-semi-space-size=4', '--input-type=module', '-e', CHILD];
  const env = { ...process.env, NODE_COMPILE_CACHE: kept, ARTICLE };
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: join(import.meta.dirname, '../..'), env, encoding: 'utf8' }),
  );
}

let runs: Run[];
beforeAll(() => {
  const kept = mkdtempSync(join(tmpdir(), 'probanza-code-'));
  started(kept);
  runs = Array.from({ length: 3 }, () => started(kept));
}, 240_000);

/** A busy machine makes runs slower, never faster: the best one counts. */
const best = (of: 'first' | 'resident') => Math.min(...runs.map(it => it[of]));

test('the first article of a new process is read in little time', () => {
  expect(runs.every(it => it.claims > 18)).toBe(true);
  expect(best('first')).toBeLessThan(150);
});

test('a process that has read 1 MB of text is small', () => {
  expect(best('resident')).toBeLessThan(135);
});
