/**
 * Reading, in MB of text a second, beside a plain pass of a word pattern and two libraries that read English without
 * speakers. The libraries are installed by this bench alone, outside the project; where that fails it says so.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '#evidence/reading/reading.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { figuresBench } from './figures.ts';
import { type Measure, percentile, repeated } from './measure.ts';
import { accuracyBench } from './reading.ts';

const article = join(import.meta.dirname, '../../shared/corpus/000_693324cdc9de5a58.txt');
const PEERS = ['wink-nlp@2', 'wink-eng-lite-web-model@1', 'compromise@14'];

export async function readBench(): Promise<Measure[]> {
  if (!existsSync(article)) {
    process.stdout.write('reading: skipped: no corpus\n');
    return [];
  }
  const one = readFileSync(article, 'utf8');
  const text = one.concat('\n').repeat(80);
  const lexicons = await loadLexicons();
  const speed = (of: string, times: readonly number[]) =>
    Buffer.byteLength(of) / 1e3 / percentile(times, 0.5);
  const first = await repeated(1, () => read(one, lexicons, 'en'));
  await accuracyBench();
  await figuresBench();
  await repeated(10, () => read(text, lexicons, 'en'));
  const ours = speed(text, await repeated(9, () => read(text, lexicons, 'en')));
  const peers: [name: string, value: number][] = [
    ['a word pattern', speed(text, await repeated(9, () => text.match(/[\p{L}\p{N}]+/gu)?.length))],
  ];
  const installed = peersOf();
  const some = one.concat('\n').repeat(8);
  if (installed) {
    const wink = installed('wink-nlp')(installed('wink-eng-lite-web-model'));
    peers.push(['wink-nlp', speed(some, await repeated(5, () => wink.readDoc(some).tokens().length()))]);
    const compromise = installed('compromise');
    const less = one.concat('\n').repeat(2);
    peers.push([
      'compromise',
      speed(less, await repeated(3, () => compromise(less).quotations().out('array'))),
    ]);
  }
  return [
    { bench: 'read', what: 'first article, lexicon compiled', value: first[0] ?? 0, unit: 'ms' },
    ...peers.map(([name, value]) => ({
      bench: 'read',
      what: `${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB of news, warm, median of 9`,
      value: ours,
      unit: 'MB/s',
      peer: { name, value },
    })),
  ];
}

// biome-ignore lint/suspicious/noExplicitAny: libraries without a place in the project have no types here
type Load = (name: string) => any;

function peersOf(): Load | null {
  const folder = join(tmpdir(), 'probanza-bench-peers');
  try {
    if (!existsSync(join(folder, 'node_modules', 'compromise'))) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{"private": true}');
      execFileSync('npm', ['install', '--no-audit', '--no-fund', ...PEERS], { cwd: folder, stdio: 'ignore' });
    }
    const load = createRequire(join(folder, 'package.json'));
    return name => {
      const found = load(name);
      return found.default ?? found;
    };
  } catch {
    process.stdout.write('wink-nlp and compromise: skipped: could not be installed\n');
    return null;
  }
}
