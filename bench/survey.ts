/**
 * A million interviews of a stratified two-stage design, from CSV to a share with its interval: the whole command, with
 * its highest memory. Beside it R's survey package, where R is installed, does the same from the same file.
 */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { type Measure, percentile, repeated } from './measure.ts';

const STRATA = 50;
const CLUSTERS = 40;
const TAKEN = 500;
const TIMES = 3;
const BIN = join(import.meta.dirname, '../src/cli/main.ts');
const R = `suppressMessages(library(survey)); d <- read.csv(commandArgs(TRUE)[1])
s <- svydesign(ids=~psu, strata=~stratum, weights=~weight, data=d, nest=TRUE)
print(svyciprop(~I(y==1), s, method="xlogit"))`;

export async function surveyBench(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'probanza-bench-'));
  try {
    const file = join(folder, 'interviews.csv');
    await write(file);
    const design = ['--weight', 'weight', '--strata', 'stratum', '--psu', 'psu', '--frame', 'all', '--json'];
    const peaks: number[] = [];
    const ours = async (...asked: string[]) => {
      const times = await repeated(TIMES, async () =>
        peaks.push(await peak(['survey', file, ...design, ...asked])),
      );
      return percentile(times, 0.5);
    };
    const share = await ours('--positive', 'y');
    const groups = await ours('--positive', 'y', '--by', 'sector');
    const r = await peer(file);
    if (r === null) process.stdout.write('survey: peer absent (R with its package survey)\n');
    const beside = r === null ? {} : { peer: { name: 'R survey', value: r } };
    return [
      { bench: 'survey', what: 'share of a million interviews', value: share, unit: 'ms', ...beside },
      { bench: 'survey', what: 'the same by five sectors', value: groups, unit: 'ms' },
      { bench: 'survey', what: 'highest memory', value: Math.max(...peaks), unit: 'MB' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same file each time; answers of a cluster are alike, so that the design matters. */
async function write(file: string): Promise<void> {
  const out = createWriteStream(file);
  out.write('stratum,psu,weight,sector,y\n');
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (let stratum = 0; stratum < STRATA; stratum += 1)
    for (let psu = 0; psu < CLUSTERS; psu += 1) {
      const [share, weight] = [0.3 * random(), 20 + 180 * random()];
      const rows = Array.from({ length: TAKEN }, () => {
        const sector = Math.floor(5 * random());
        return `${stratum},${stratum * CLUSTERS + psu},${(weight * (0.8 + 0.4 * random())).toFixed(4)},${sector},${random() < share ? 1 : 0}`;
      });
      if (!out.write(`${rows.join('\n')}\n`)) await new Promise(done => out.once('drain', done));
    }
  out.end();
  await finished(out);
}

/** Runs the command by itself; its highest resident memory in MB, as it tells at its end. */
async function peak(asked: readonly string[]): Promise<number> {
  const script = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS));
    const { main } = await import(${JSON.stringify(BIN)}); process.exitCode = await main(process.argv.slice(1));`;
  const options = { maxBuffer: 1 << 24 };
  const args = ['--input-type=module', '-e', script, '--', ...asked];
  const { stderr } = await promisify(execFile)(process.execPath, args, options);
  return Number(/peak (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024;
}

/** In ms; null where R or its package is absent. */
async function peer(file: string): Promise<number | null> {
  if (spawnSync('Rscript', ['-e', 'library(survey)']).status !== 0) return null;
  const run = () =>
    new Promise<void>((done, fail) => {
      const child = spawn('Rscript', ['-e', R, file], { stdio: 'ignore' });
      child.once('error', fail).once('exit', code => (code === 0 ? done() : fail(new Error(`R: ${code}`))));
    });
  return percentile(await repeated(1, run), 0.5);
}
