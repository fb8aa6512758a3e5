/** Verifies a package: its manifest, everything that import checks, its chain, and its rows against its history. */

import { canonical, type Json } from '#core/canonical.ts';
import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';
import { manifestFaults } from '#core/manifest.ts';
import { type Files, readFiles, textOf } from '#package/folder.ts';
import { payloadsOf, recordsOf } from '#package/import.ts';
import { type Package, packageOf } from '#package/read.ts';
import { type Checkpoint, type HistoryRecord, type Verified, verifyHistory } from '#store/store.ts';

const MANIFEST = 'manifest-sha256.txt';

export async function verifyPackage(folder: string, checkpoint?: Checkpoint): Promise<Verified> {
  const files = await readFiles(folder);
  const failures = listingFaults(files);
  const nothing = { sources: 0, passages: 0, entries: 0, findings: 0 };
  try {
    const whole = packageOf(files);
    const history = await verifyHistory(
      each(whole.history.length > 0 ? whole.history : recordsOf(whole)),
      checkpoint,
    );
    failures.push(...history.failures, ...(whole.history.length > 0 ? differences(whole, history.rows) : []));
    const checked = {
      sources: whole.rows.sources.length,
      passages: whole.rows.passages.length,
      entries: history.entries,
      findings: whole.rows.findings.length,
    };
    return { ok: failures.length === 0, checked, failures };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { where = '', what = '' } = error.details;
    return { ok: false, checked: nothing, failures: [...failures, `${where}: ${what} (${error.code})`] };
  }
}

function listingFaults(files: Files): string[] {
  if (!files.has(MANIFEST)) return [`${MANIFEST}: is missing`];
  const others = [...files].filter(([path]) => path !== MANIFEST);
  return manifestFaults(
    textOf(files, MANIFEST),
    new Map(others.map(([path, bytes]) => [path, sha256(bytes)])),
  );
}

function differences(
  whole: Package,
  expected: ReadonlyMap<string, { row: unknown; taken?: true }>,
): string[] {
  const rows = new Map(payloadsOf(whole));
  const same = (a: unknown, b: unknown) => canonical(a as Json) === canonical(b as Json);
  const changed = [...rows]
    .filter(([subject, payload]) => !same(payload, expected.get(subject) ?? null))
    .map(([subject]) => `${subject}: differs from its history`);
  const gone = [...expected]
    .filter(([subject, payload]) => !payload.taken && !rows.has(subject))
    .map(([subject]) => `${subject}: is in the history and not in its table`);
  return [...changed, ...gone];
}

async function* each(records: readonly HistoryRecord[]): AsyncGenerator<HistoryRecord> {
  yield* records;
}
