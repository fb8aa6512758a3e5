/** `--set COLUMN=VALUE`, as often as given. */
import type { Context } from '#cli/context.ts';
import { Problem } from '#core/errors.ts';
import type { Changes } from '#evidence/claims/claims.ts';

/** Throws `usage.value`. */
export function changes(context: Context): Changes {
  const pairs = context.texts('set').map(pair => {
    const at = pair.indexOf('=');
    if (at < 1) throw new Problem('usage.value', { what: pair, where: '--set COLUMN=VALUE' });
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  return Object.fromEntries(pairs);
}
