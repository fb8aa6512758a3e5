/** SHA-256, always as 64 lower-case hex digits. */
import { createHash, randomBytes } from 'node:crypto';

export const NO_HASH = '0'.repeat(64);

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** 16 random bytes in hex: the salt of a history payload, so that its commitment cannot be guessed. */
export function randomSalt(): string {
  return randomBytes(16).toString('hex');
}

export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
