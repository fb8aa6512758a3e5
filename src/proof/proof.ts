/**
 * The door of the proofs: a signed checkpoint over the history, what a claim's reader needs to see that it is in it, and
 * the checks anybody can make without the dossier.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonical } from '#core/canonical.ts';
import { Problem, systemCode } from '#core/errors.ts';
import { type Digest, grewFrom, includes, inclusionProof, leafHash, levelsOf, rootOf } from '#core/merkle.ts';
import { type Head, publicKeyText, readNote, signedBy, writeNote } from '#proof/note.ts';
import { commitTo, type Entry, isServer, type Payload, readHistory, type Store } from '#store/store.ts';

export { readNote, signedBy } from '#proof/note.ts';

/** The key stays beside the dossier, readable by its owner alone; whoever has it can sign in the owner's name. */
const KEY = 'checkpoint-key.pem';

/** The owner's key, made at the first checkpoint. Throws `proof.key` where the dossier lies on a server. */
export async function signingKey(store: Store): Promise<KeyObject> {
  if (isServer(store.location)) throw new Problem('proof.key', { what: store.dossier });
  const path = join(store.location, KEY);
  const known = await readFile(path, 'utf8').catch(error => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (known !== null) return createPrivateKey(known);
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(path, pem, { mode: 0o600, flag: 'wx' });
  return privateKey;
}

export interface Checkpoint {
  readonly note: string;
  /** To be told to readers by another way than the report. */
  readonly publicKey: string;
}

export async function checkpoint(store: Store, key: KeyObject): Promise<Checkpoint> {
  return signed(store, (await readTree(store)).leaves, key);
}

/** With proofs for the rows of `subjects` (`TABLE/ID`), of the same moment: the history is read once. */
export async function checkpointWith(
  store: Store,
  key: KeyObject,
  subjects: ReadonlySet<string>,
): Promise<Checkpoint & { readonly proofs: Proofs }> {
  const { leaves, last } = await readTree(store, subjects);
  const levels = levelsOf(leaves);
  const rows = last.map(it => ({ ...it, path: inclusionProof(levels, it.index).map(hex) }));
  const proofs = { size: leaves.length, root: hex(rootOf(leaves)), rows };
  return { ...signed(store, leaves, key), proofs };
}

function signed(store: Store, leaves: readonly Digest[], key: KeyObject): Checkpoint {
  const head: Head = { origin: originOf(store), size: leaves.length, root: rootOf(leaves) };
  return { note: writeNote(head, key), publicKey: publicKeyText(head.origin, key) };
}

function originOf(store: Store): string {
  return `probanza/${store.dossier}`;
}

interface Tree {
  readonly leaves: readonly Digest[];
  /** Of each subject asked for, its last entry that still has its payload. */
  readonly last: readonly Omit<RowProof, 'path'>[];
}

async function readTree(store: Store, subjects: ReadonlySet<string> = new Set()): Promise<Tree> {
  const leaves: Digest[] = [];
  const last = new Map<string, Omit<RowProof, 'path'>>();
  for await (const { entry, salt, payload } of readHistory(store)) {
    leaves.push(leafHash(canonical({ ...entry })));
    const { subject } = entry;
    if (subjects.has(subject) && salt !== null && payload !== null)
      last.set(subject, { subject, index: leaves.length - 1, entry, salt, payload });
  }
  return { leaves, last: [...last.values()] };
}

/** What is wrong between a dossier and a checkpoint held elsewhere: a cut tail, a rewritten entry, another signer. */
export async function checkpointFaults(
  store: Store,
  note: string,
  where: string,
  publicKey?: string,
): Promise<string[]> {
  const held = readNote(note, where);
  const { leaves } = await readTree(store);
  const faults: string[] = [];
  if (held.head.origin !== originOf(store)) faults.push(`${where}: is of ${held.head.origin}`);
  else if (held.head.size > leaves.length)
    faults.push(`history: ends at ${leaves.length}, the checkpoint has ${held.head.size} entries`);
  else if (!grewFrom(leaves, held.head.size, held.head.root))
    faults.push(`history: its first ${held.head.size} entries are not those of the checkpoint`);
  if (publicKey !== undefined && !signedBy(held, publicKey))
    faults.push(`${where}: is not signed by that key`);
  return faults;
}

/** A row's last entry with what it committed to, and the way from it to the root. */
export interface RowProof {
  readonly subject: string;
  readonly index: number;
  readonly entry: Entry;
  readonly salt: string;
  readonly payload: Payload;
  readonly path: readonly string[];
}

export interface Proofs {
  readonly size: number;
  readonly root: string;
  readonly rows: readonly RowProof[];
}

const hex = (it: Digest) => Buffer.from(it).toString('hex');
const bytes = (it: string) => Buffer.from(it, 'hex');

/** What is wrong with proofs against a checkpoint, without the dossier. */
export function proofFaults(proofs: Proofs, head: Head): string[] {
  const root = Buffer.from(head.root);
  const faults: string[] = [];
  if (proofs.size !== head.size || proofs.root !== hex(root)) faults.push('proof: is not of this checkpoint');
  for (const { subject, index, entry, salt, payload, path } of proofs.rows) {
    const leaf = leafHash(canonical({ ...entry }));
    if (!includes(leaf, index, head.size, path.map(bytes), root))
      faults.push(`${subject}: is not in the history`);
    else if (entry.subject !== subject || commitTo(salt, payload) !== entry.commit)
      faults.push(`${subject}: is not what its entry committed to`);
  }
  return faults;
}
