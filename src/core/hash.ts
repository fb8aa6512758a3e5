/** SHA-256, always as 64 lower-case hex digits. */
import { createHash, randomBytes } from 'node:crypto';

export const NO_HASH = '0'.repeat(64);

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** 16 random bytes in hex: the salt of a history payload, so that its commitment cannot be guessed. */
export function randomSalt(): string {
  if (drawn.length < SALT) drawn = randomBytes(SALT * 256);
  const salt = drawn.toString('hex', 0, SALT);
  drawn = drawn.subarray(SALT);
  return salt;
}

const SALT = 16;
/** Asked of the system for many salts at once; each byte is used once. */
let drawn = Buffer.alloc(0);

export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
