/** What an option may be: one word of a few. */
import type { Context } from '#cli/context.ts';
import { Problem } from '#core/errors.ts';

/** Throws `usage.value`. `told`: whether the line says what is allowed. */
export function oneOf<const T extends string>(
  context: Context,
  option: string,
  allowed: readonly T[],
  told = false,
): T | undefined {
  const asked = context.text(option);
  const found = allowed.find(it => it === asked);
  if (asked === undefined || found !== undefined) return found;
  if (told) throw refused(option, asked, allowed.join(', '));
  throw new Problem('usage.value', { what: asked, where: `--${option}` });
}

export function refused(option: string, what: string, allowed: string): Problem {
  return new Problem('usage.value', { what, where: `--${option} (${allowed})` });
}
