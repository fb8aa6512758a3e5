/**
 * What can be verified of a WACZ without asking anybody: the digest of every file that its list names, the digest of
 * the list, and a signature by an anonymous key, which shows that nothing changed since and not who signed.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { Problem } from '#core/errors.ts';
import { brief } from '#evidence/sources/text.ts';
import type { Entry } from '#evidence/sources/zip.ts';

const Resources = z.object({
  resources: z
    .array(z.object({ path: z.string(), hash: z.string(), bytes: z.number().optional() }))
    .max(10_000),
});
const Digest = z.object({
  path: z.string(),
  hash: z.string(),
  signedData: z
    .object({
      hash: z.string(),
      signature: z.string(),
      publicKey: z.string().optional(),
      domain: z.string().optional(),
    })
    .optional(),
});

type Entries = ReadonlyMap<string, Entry>;
type Open = (entry: Entry) => Uint8Array;

/** `how`: what was verified and what was not, in words. Throws `file.altered`, `file.broken`. */
export function proven(entries: Entries, open: Open, name: string): { datapackage: object; how: string } {
  const list = opened(entries, open, 'datapackage.json', name);
  const datapackage = json(list, Resources, `${name} (datapackage.json)`);
  for (const { path, hash, bytes } of datapackage.resources) {
    const entry = entries.get(path);
    if (!entry || (bytes !== undefined && bytes !== entry.size) || !fits(hash, open(entry)))
      throw altered(name, path);
  }
  const listed = new Set(datapackage.resources.map(it => it.path));
  const evidence = [...entries.keys()].filter(it => /^(?:archive|pages)\/./.test(it) && !it.endsWith('/'));
  const missing = evidence.filter(it => !listed.has(it));
  const weak = datapackage.resources.some(it => !STRONG.includes(methodOf(it.hash)[0]));
  const digests =
    missing.length === 0
      ? `the digests of all ${listed.size} files match`
      : `${missing.length} of ${evidence.length} files have no digest`;
  const forgeable = weak ? ' (MD5 or SHA-1, which can be forged)' : '';
  return { datapackage, how: `${digests}${forgeable}; ${signature(entries, open, list, name)}` };
}

function signature(entries: Entries, open: Open, list: Uint8Array, name: string): string {
  if (!entries.has('datapackage-digest.json')) return 'not signed';
  const where = 'datapackage-digest.json';
  const { hash, signedData } = json(opened(entries, open, where, name), Digest, `${name} (${where})`);
  if (!fits(hash, list)) throw altered(name, 'datapackage.json');
  if (!signedData) return 'the digest of the list matches; not signed';
  if (signedData.hash !== hash) throw altered(name, where);
  if (signedData.publicKey === undefined)
    return `the digest of the list matches; the signature for ${brief(signedData.domain) ?? 'a domain'} was not verified, it needs a certificate authority`;
  if (!isSigned(signedData.publicKey, signedData.hash, signedData.signature))
    throw altered(name, `${where}: signature`);
  const key = createHash('sha256').update(signedData.publicKey).digest('hex').slice(0, 16);
  return `the digest of the list matches; signature by the anonymous key ${key} verified: unchanged since, by whom it does not say`;
}

/** ECDSA with SHA-256 over the digest as text; the curve is the key's. */
function isSigned(publicKey: string, hash: string, signed: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ec') return false;
    const bytes = Buffer.from(signed, 'base64');
    return (['ieee-p1363', 'der'] as const).some(dsaEncoding =>
      verify('sha256', Buffer.from(hash), { key, dsaEncoding }, bytes),
    );
  } catch {
    return false;
  }
}

/** `sha256:…`; without the name of a method it is MD5, as data packages have it. */
function fits(hash: string, bytes: Uint8Array): boolean {
  const [method, digest] = methodOf(hash);
  return METHODS.includes(method) && createHash(method).update(bytes).digest('hex') === digest;
}

const STRONG = ['sha256', 'sha384', 'sha512'];
const METHODS = [...STRONG, 'sha1', 'md5'];

function methodOf(hash: string): [method: string, digest: string] {
  const [first = '', second] = hash.toLowerCase().split(':');
  return second === undefined ? ['md5', first] : [first, second];
}

function opened(entries: Entries, open: Open, path: string, name: string): Uint8Array {
  const entry = entries.get(path);
  if (!entry) throw new Problem('file.broken', { what: `${name} (${path})` });
  return open(entry);
}

function json<T extends z.ZodType>(bytes: Uint8Array, shape: T, what: string): z.infer<T> & object {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    // what the shape does not name is kept: the list says more of the archive
    return { ...(value as object), ...(shape.parse(value) as z.infer<T> & object) };
  } catch (error) {
    throw new Problem('file.broken', { what }, { cause: error });
  }
}

function altered(what: string, where: string): Problem {
  return new Problem('file.altered', { what, where: where.slice(0, 100) });
}
