/**
 * `npm test`: types, lint, then every test; `--soak` runs the long kill, fuzz and load runs instead.
 * Brings Chromium and PostgreSQL where they are missing and can be had; else says so, and their tests report
 * themselves as skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const soak = process.argv.includes('--soak');

function step(
  name: string,
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): number {
  process.stdout.write(`\n── ${name}\n`);
  const began = performance.now();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  process.stdout.write(`   ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  return status ?? 1;
}

const chromium = () =>
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].some(existsSync) ||
  process.env.PROBANZA_CHROMIUM;
const postgres = () =>
  (existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').length > 0) ||
  process.env.PROBANZA_TEST_POSTGRES;

/** Installs Debian packages as root; anywhere else says what is missing. */
function bring(name: string, has: () => unknown, packages: readonly string[]): void {
  if (has()) return;
  const apt = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (apt) {
    process.stdout.write(`Installing ${name} for the tests …\n`);
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  if (!has())
    process.stdout.write(
      `${name} is not here and cannot be installed without root and apt-get: its tests are skipped.\n`,
    );
}

bring('Chromium', chromium, ['chromium']);
bring('PostgreSQL', postgres, ['postgresql']);

const report = mkdtempSync(join(tmpdir(), 'probanza-test-'));
const counts = join(report, 'counts.json');
// our own Node first on the path, for every child that a test starts by name
const env = { PATH: `${join(process.execPath, '..')}:${process.env.PATH ?? ''}`, TZ: 'UTC' };
const failed = [
  step('types', process.execPath, [bin('tsc'), '--noEmit', '-p', root], env),
  step('lint', process.execPath, [bin('biome'), 'check', '--error-on-warnings', root], env),
  step(
    'tests',
    process.execPath,
    [
      bin('vitest'),
      'run',
      '--config',
      soak ? 'vitest.soak.config.ts' : 'vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${counts}`,
    ],
    env,
  ),
].some(status => status !== 0);

const result = existsSync(counts)
  ? JSON.parse(readFileSync(counts, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
rmSync(report, { recursive: true });
const wrong = result.numFailedTests + (failed && result.numFailedTests === 0 ? 1 : 0);
process.stdout.write(
  `\n${result.numPassedTests} passed, ${wrong} failed, ${result.numPendingTests} skipped\n`,
);
process.exit(failed ? 1 : 0);
