/** Reading, in MB of text a second, beside one plain pass of a word pattern over the same text. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '#evidence/reading/reading.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { type Measure, percentile, repeated } from './measure.ts';

const article = join(import.meta.dirname, '../../shared/corpus/000_693324cdc9de5a58.txt');

export async function readBench(): Promise<Measure[]> {
  if (!existsSync(article)) {
    process.stdout.write('reading: skipped: no corpus\n');
    return [];
  }
  const text = readFileSync(article, 'utf8').concat('\n').repeat(80);
  const lexicons = await loadLexicons();
  const megabytes = Buffer.byteLength(text) / 1e6;
  const ours = await repeated(5, () => read(text, lexicons, 'en'));
  const plain = await repeated(5, () => text.match(/[\p{L}\p{N}]+/gu)?.length);
  const speed = (times: readonly number[]) => (megabytes / percentile(times, 0.5)) * 1000;
  return [
    {
      bench: 'read',
      what: `${megabytes.toFixed(2)} MB of news, median of 5`,
      value: speed(ours),
      unit: 'MB/s',
      peer: { name: 'a word pattern', value: speed(plain) },
    },
  ];
}
