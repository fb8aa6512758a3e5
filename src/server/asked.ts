/** What a page may ask: query strings and bodies checked by shape; what does not fit is told with its name. */
import { zValidator } from '@hono/zod-validator';
import { z } from 'zod';
import { type Period, parsePeriod } from '#core/dates.ts';
import { Problem } from '#core/errors.ts';
import { isPlace } from '#core/places.ts';
import { LANGUAGES } from '#words/language.ts';

const MAX_WORDS = 500;

/** An absent and an empty member are the same. */
export const word = z
  .string()
  .max(MAX_WORDS)
  .optional()
  .transform(it => (it === '' ? undefined : it));
export const lang = z.enum(LANGUAGES).default('en');
export const place = word.refine(it => it === undefined || isPlace(it), 'is not a place');
export const format = z.enum(['csv', 'xlsx']).default('csv');
export const offset = z.coerce.number().int().min(0).max(10_000_000).default(0);
export const limit = z.coerce.number().int().min(1).max(500).default(50);

export const asked = <S extends z.ZodRawShape>(shape: S) =>
  zValidator('query', z.object(shape), result => refuse(result));

export const body = <S extends z.ZodType>(shape: S) => zValidator('json', shape, result => refuse(result));

function refuse(result: {
  success: boolean;
  error?: { issues: readonly { path: PropertyKey[]; message: string }[] };
}) {
  if (result.success) return;
  const [issue] = result.error?.issues ?? [];
  throw new Problem('usage.value', { what: issue?.message ?? '', where: issue?.path.join('.') ?? '' });
}

/** Throws `usage.value`. */
export function periodOf(text: string | undefined): Period | undefined {
  return text === undefined ? undefined : parsePeriod(text);
}

/** Several in one word of an address, trimmed, the empty ones left out. */
export function listed(text: string, between = ' '): string[] {
  return text
    .split(between)
    .map(it => it.trim())
    .filter(it => it !== '');
}
