/** What lies beside a report so that it can be checked without the dossier: hashes, a signed checkpoint, a proof for each claim. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';
import { manifestFaults, manifestOf } from '#core/manifest.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import { checkpointWith, type Proofs, proofFaults, readNote, signedBy, signingKey } from '#proof/proof.ts';
import type { ReportFile } from '#report/options.ts';
import { type Redaction, redact } from '#report/redact.ts';
import { verifyPage } from '#report/verify-page.ts';
import type { Store, Verified } from '#store/store.ts';

const FOLDER = 'proof';
const MANIFEST = `${FOLDER}/manifest-sha256.txt`;
const CHECKPOINT = `${FOLDER}/checkpoint.txt`;
const CLAIMS = `${FOLDER}/claims.json`;
const KEY = `${FOLDER}/key.txt`;

/**
 * Of claims that are shown alone. The checkpoint is of this history and signed by its owner's key: whoever builds the same
 * report from the same claims gets the same files but for `proof/`.
 */
export async function proofFiles(
  store: Store,
  evidence: Evidence,
  redaction: Redaction,
  files: readonly ReportFile[],
): Promise<ReportFile[]> {
  const shown = [...redact(evidence, redaction).evidence.claims.keys()].sort();
  const subjects = new Set(shown.map(id => `claims/${id}`));
  const { note, publicKey, proofs } = await checkpointWith(store, await signingKey(store), subjects);
  const text = (path: string, content: string) => ({ path, bytes: Buffer.from(content) });
  const made = [
    text(CHECKPOINT, note),
    text(KEY, `${publicKey}\n`),
    text(CLAIMS, `${JSON.stringify(proofs)}\n`),
    text(`${FOLDER}/verify.html`, verifyPage()),
  ];
  const listed = [...files, ...made].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...made, text(MANIFEST, manifestOf(listed.map(it => [it.path, it.bytes])))];
}

export function isReport(folder: string): boolean {
  return existsSync(join(folder, 'index.html')) && existsSync(join(folder, MANIFEST));
}

/** Every file against its hash, every claim against the checkpoint, the checkpoint against a key that was told. */
export async function verifyReport(folder: string, publicKey?: string): Promise<Verified> {
  const read = (path: string) => readFile(join(folder, path));
  const failures = await listingFaults(folder, read);
  let entries = 0;
  try {
    const note = readNote((await read(CHECKPOINT)).toString(), CHECKPOINT);
    const proofs = JSON.parse((await read(CLAIMS)).toString()) as Proofs;
    entries = proofs.rows.length;
    failures.push(...proofFaults(proofs, note.head));
    const key = publicKey ?? (await read(KEY)).toString();
    if (!signedBy(note, key)) failures.push(`${CHECKPOINT}: is not signed by that key`);
  } catch (error) {
    const what =
      error instanceof Problem ? (error.details.what ?? '') : (error as Error).message.split('\n')[0];
    failures.push(`${FOLDER}: ${what}`);
  }
  return { ok: failures.length === 0, checked: { sources: 0, passages: 0, entries, findings: 0 }, failures };
}

async function listingFaults(folder: string, read: (path: string) => Promise<Buffer>): Promise<string[]> {
  const hashes = new Map<string, string>();
  for (const it of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(it.parentPath, it.name)).split(sep).join('/');
    // the sheet is printed from the report by another program, and may be printed again
    if (it.isFile() && path !== MANIFEST && !path.endsWith('.pdf'))
      hashes.set(path, sha256(await read(path)));
  }
  return manifestFaults((await read(MANIFEST)).toString(), hashes);
}
