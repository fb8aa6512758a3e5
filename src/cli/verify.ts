/** `probanza verify`: every hash, anchor and recorded finding recomputed. Exit 1 where one fails. */
import { readFile } from 'node:fs/promises';
import { verifyFindings } from '#assessment/findings/findings.ts';
import type { Context } from '#cli/context.ts';
import { writeNew } from '#cli/write-new.ts';
import { Problem } from '#core/errors.ts';
import { verifyPrints } from '#evidence/sources/sources.ts';
import { isPackage, verifyPackage } from '#package/package.ts';
import { checkpointFaults, readNote } from '#proof/proof.ts';
import { isReport, verifyReport } from '#report/report.ts';
import { type Checkpoint, checkpointOf, type Store, type Verified, verifyStore } from '#store/store.ts';
import { findingChanged } from '#words/assess.ts';
import { say } from '#words/language.ts';
import { workWords } from '#words/work.ts';

export async function run(context: Context): Promise<number> {
  const held = await readHeld(context.text('checkpoint'));
  const folder = context.args[0] ?? context.location();
  const result = await verified(context, folder, held);
  const out = context.text('write-checkpoint');
  if (out !== undefined)
    await writeNew(out, `${JSON.stringify(await checkpointOf(await context.dossier()))}\n`);
  const { checked, failures, changed = [] } = result;
  const since = changed.map(it => say(findingChanged, context.language, { what: it }));
  context.print(result, () =>
    [say(workWords.checked, context.language, { ...checked }), ...since, ...failures].join('\n'),
  );
  if (failures.length > 0) throw new Problem('verify.failed', { what: failures.length });
  return 0;
}

/** A report, a package, or the dossier; each by what it brings. */
async function verified(context: Context, folder: string | undefined, held: Held): Promise<Whole> {
  const key = context.text('key');
  if (folder !== undefined && isReport(folder)) return verifyReport(folder, key);
  if (folder !== undefined && (await isPackage(folder))) return verifyPackage(folder, held.last);
  const store = await context.dossier();
  const found = await verifyWhole(store, held.last);
  if (held.note === undefined) return found;
  const faults = await checkpointFaults(store, held.note, context.text('checkpoint') ?? '', key);
  const failures = [...found.failures, ...faults];
  return { ...found, ok: failures.length === 0, failures };
}

/** A checkpoint held elsewhere: the last entry's hash alone, or the signed head of the whole history. */
interface Held {
  readonly last?: Checkpoint;
  readonly note?: string;
}

/** The store, and every recorded finding computed again. */
async function verifyWhole(store: Store, checkpoint: Checkpoint | undefined): Promise<Whole> {
  const verified = await verifyStore(store, checkpoint);
  const findings = await verifyFindings(store);
  const failures = [...verified.failures, ...(await verifyPrints(store)), ...findings.failures];
  return { ...verified, ok: failures.length === 0, failures, changed: findings.changed };
}

interface Whole extends Verified {
  /** Recorded findings whose evidence, standard or tables have changed since: not a fault. */
  readonly changed?: readonly string[];
}

async function readHeld(file: string | undefined): Promise<Held> {
  if (file === undefined) return {};
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Problem('file.missing', { what: file });
  });
  if (text.startsWith('probanza/')) {
    readNote(text, file);
    return { note: text };
  }
  try {
    const it = JSON.parse(text);
    if (typeof it.seq === 'number' && typeof it.hash === 'string') return { last: it };
  } catch {
    // told below
  }
  throw new Problem('file.broken', { what: file });
}
