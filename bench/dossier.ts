/** The reference dossier: import beside copying its files, start, and every standard over every place. */

import { spawn } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assess } from '#assessment/findings/findings.ts';
import { findProof, loadProofs, loadStandards, loadStrength } from '#assessment/standards/standards.ts';
import { loadEvidence } from '#evidence/claims/claims.ts';
import { importPackage } from '#package/package.ts';
import { openStore } from '#store/store.ts';
import { type Measure, percentile, repeated } from './measure.ts';

const root = join(import.meta.dirname, '..');

export async function dossierBench(): Promise<Measure[]> {
  const [name = ''] = readdirSync(join(root, 'dossiers')).sort();
  const source = join(root, 'dossiers', name);
  const folder = join(tmpdir(), `probanza-bench-dossier-${process.pid}`);
  const imports = await repeated(5, async n => (await importPackage(source, `${folder}-${n}`)).close());
  const copies = await repeated(5, n => cpSync(source, `${folder}-copy-${n}`, { recursive: true }));
  const starts = await repeated(5, () => started(`${folder}-0`));
  const store = await openStore(`${folder}-0`);
  const loads = await repeated(5, () => loadEvidence(store));
  const evidence = await loadEvidence(store);
  await store.close();
  const [standards, proofs, strength] = await Promise.all([loadStandards(), loadProofs(), loadStrength()]);
  const places = [
    undefined,
    ...new Set([...evidence.claims.values()].map(it => it.place).filter(place => place !== 'WLD')),
  ];
  const proof = findProof(proofs, 'reasonable-grounds');
  const questions = standards.flatMap(standard => places.map(place => ({ standard, place })));
  const findings = await repeated(questions.length, n => {
    const { standard, place } = questions[n] ?? {};
    if (standard) assess(evidence, { standard, proof, strength, place }, 'en');
  });
  for (let n = 0; n < 5; n += 1)
    for (const path of [`${folder}-${n}`, `${folder}-copy-${n}`])
      rmSync(path, { recursive: true, force: true });
  const median = (times: readonly number[]) => percentile(times, 0.5);
  return [
    {
      bench: 'dossier',
      what: 'import, median of 5',
      value: median(imports),
      unit: 'ms',
      peer: { name: 'copying its files', value: median(copies) },
    },
    {
      bench: 'dossier',
      what: 'start to the printed address, median of 5',
      value: median(starts),
      unit: 'ms',
    },
    { bench: 'dossier', what: 'load all evidence, median of 5', value: median(loads), unit: 'ms' },
    {
      bench: 'assess',
      what: `${questions.length} findings (${standards.length} standards × ${places.length} places), p50`,
      value: median(findings),
      unit: 'ms',
    },
    { bench: 'assess', what: 'the slowest', value: percentile(findings, 1), unit: 'ms' },
  ];
}

/** `npm start` without npm: until the workbench's address is printed. */
function started(dossier: string): Promise<void> {
  return new Promise(resolve => {
    const child = spawn(
      process.execPath,
      [join(root, 'src/cli/main.ts'), 'start', '--port', '0', '--dossier', dossier],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    child.stderr.once('data', () => {
      child.kill();
      resolve();
    });
  });
}
