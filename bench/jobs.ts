/**
 * 1,000 mixed documents (text, HTML, e-mail, DOCX, PDF) from folder to store, by one thread and by two, beside bare
 * extraction of the same files in one thread, which neither reads nor keeps them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documents } from '#test/documents.ts';
import type { Measure } from './measure.ts';

const COUNT = Number(process.env.DOCUMENTS ?? 1000);
const SEED = 5;
const TIMES = 2;
/** Only extracted, extracted and read, added by one thread, added by two. */
const KINDS = ['extract', 'read', '1', '2'] as const;
type Kind = (typeof KINDS)[number];

interface Run {
  readonly seconds: number;
  readonly cpu: number;
  readonly main: number;
  readonly megabytes: number;
}

export async function jobsBench(): Promise<Measure[]> {
  const folder = await madeOnce();
  const runs = Array.from({ length: TIMES }, () =>
    KINDS.map(kind => ({ kind, ...run(kind, folder) })),
  ).flat();
  const of = (kind: Kind) => runs.filter(it => it.kind === kind);
  const best = (kind: Kind) => COUNT / Math.min(...of(kind).map(it => it.seconds));
  const cpu = (kind: Kind, which: 'cpu' | 'main') =>
    (Math.min(...of(kind).map(it => it[which])) * 1000) / COUNT;
  const [bare, read, one, two] = [best('extract'), best('read'), best('1'), best('2')];
  const most = Math.max(...of('2').map(it => it.megabytes));
  const what = (threads: string) => `${COUNT} documents, ${threads}, best of ${TIMES}`;
  const measure = { bench: 'jobs', unit: 'docs/s' };
  const extraction = { name: 'bare extraction', value: bare };
  return [
    { ...measure, what: what('extracted and read, alone'), value: read, peer: extraction },
    { ...measure, what: what('added, 1 thread'), value: one, peer: extraction },
    { ...measure, what: what('added, 2 threads'), value: two, peer: extraction },
    { ...measure, what: what('added, 2 threads'), value: two, peer: { name: '1 thread', value: one } },
    // what a machine that others use as well cannot blur: work, and the part of it that only one thread can do
    {
      bench: 'jobs',
      what: what('processor time of all threads'),
      value: cpu('2', 'cpu'),
      unit: 'ms/doc',
      peer: { name: 'extracted and read, alone', value: cpu('read', 'cpu') },
    },
    {
      bench: 'jobs',
      what: what('processor time of the writer'),
      value: cpu('2', 'main'),
      unit: 'ms/doc',
      peer: { name: 'all threads', value: cpu('2', 'cpu') },
    },
    { bench: 'jobs', what: 'most memory, 2 threads', value: most, unit: 'MB' },
  ];
}

async function madeOnce(): Promise<string> {
  const folder = join(tmpdir(), `probanza-bench-documents-${COUNT}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making);
  for (const { name, bytes } of await documents(COUNT, SEED)) writeFileSync(join(making, name), bytes);
  renameSync(making, folder);
  return folder;
}

function run(what: Kind, folder: string): Run {
  const place = join(tmpdir(), `probanza-bench-jobs-${process.pid}`);
  const script = join(import.meta.dirname, 'jobs-run.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, what, folder, place], {
    encoding: 'utf8',
  });
  rmSync(place, { recursive: true, force: true });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.slice(stdout.lastIndexOf('{')));
}
