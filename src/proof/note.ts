/**
 * A checkpoint as a signed note: who keeps the history, how many entries, the root over them, and an Ed25519 signature
 * (the text of C2SP tlog-checkpoint and signed-note). Pure but for the key that is given.
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { Problem } from '#core/errors.ts';

export interface Head {
  /** The dossier's id, after `probanza/`. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export interface Note {
  readonly head: Head;
  readonly name: string;
  /** The text that was signed, with its last line end. */
  readonly text: string;
  readonly keyHash: string;
  readonly signature: Uint8Array;
}

const ED25519 = 1;

export function writeNote(head: Head, key: KeyObject): string {
  const text = `${head.origin}\n${head.size}\n${Buffer.from(head.root).toString('base64')}\n`;
  const signed = Buffer.concat([keyHash(head.origin, key), sign(null, Buffer.from(text), key)]);
  return `${text}\n— ${head.origin} ${signed.toString('base64')}\n`;
}

/** Throws `file.broken` for what is no signed checkpoint. */
export function readNote(note: string, where: string): Note {
  const found = /^([^\n]{1,200})\n(\d{1,15})\n([A-Za-z0-9+/]{43}=)\n\n— (\S+) ([A-Za-z0-9+/=]+)\n$/.exec(
    note,
  );
  const [, origin = '', size = '', root = '', name = '', signed = ''] = found ?? [];
  const bytes = Buffer.from(signed, 'base64');
  if (!found || bytes.length !== 68) throw new Problem('file.broken', { what: where });
  return {
    head: { origin, size: Number(size), root: Buffer.from(root, 'base64') },
    name,
    text: note.slice(0, note.indexOf('\n\n') + 1),
    keyHash: bytes.subarray(0, 4).toString('hex'),
    signature: bytes.subarray(4),
  };
}

/** A public key as its owner tells it: `NAME+HASH+BASE64`, the C2SP form. */
export function publicKeyText(origin: string, key: KeyObject): string {
  const raw = Buffer.concat([Buffer.of(ED25519), rawPublic(key)]).toString('base64');
  return `${origin}+${keyHash(origin, key).toString('hex')}+${raw}`;
}

/** Whether the note is signed by the key that was told. Throws `file.broken` where that is no key. */
export function signedBy(note: Note, publicKey: string): boolean {
  const parts = /^(\S+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(publicKey.trim());
  const raw = Buffer.from(parts?.[3] ?? '', 'base64');
  if (!parts || raw.length !== 33 || raw[0] !== ED25519)
    throw new Problem('file.broken', { what: publicKey.slice(0, 40) });
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.subarray(1).toString('base64url') },
    format: 'jwk',
  });
  return note.keyHash === parts[2] && verify(null, Buffer.from(note.text), key, note.signature);
}

function keyHash(origin: string, key: KeyObject): Buffer {
  const said = Buffer.concat([Buffer.from(`${origin}\n`), Buffer.of(ED25519), rawPublic(key)]);
  return createHash('sha256').update(said).digest().subarray(0, 4);
}

function rawPublic(key: KeyObject): Buffer {
  const { x = '' } = createPublicKey(
    key.type === 'private' ? createPrivateKey(key.export({ type: 'pkcs8', format: 'pem' })) : key,
  ).export({ format: 'jwk' });
  return Buffer.from(x, 'base64url');
}
