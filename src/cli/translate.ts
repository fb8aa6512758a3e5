/** `probanza translate`: a claim's proposition in another language, by a person; the claim keeps its own words. */
import type { Context } from '#cli/context.ts';
import { Problem } from '#core/errors.ts';
import { translate, untranslate } from '#evidence/claims/claims.ts';
import { claimWords } from '#words/claims.ts';
import { say } from '#words/language.ts';

export async function run(context: Context): Promise<undefined> {
  const [claim, ...more] = context.args;
  if (claim === undefined) throw new Problem('usage.missing', { where: 'translate', what: 'CLAIM' });
  if (more.length > 0) throw new Problem('usage.value', { what: more.join(' '), where: 'translate' });
  const lang = context.need('to');
  const actor = { by: context.by };
  const take = context.flag('take');
  const proposition = take ? '' : context.need('proposition');
  const store = await context.dossier({ write: true });
  const id = take
    ? await untranslate(store, actor, claim, lang)
    : await translate(store, actor, { claim, lang, proposition });
  context.print({ id, claim, lang, taken: take }, () =>
    say(take ? claimWords.untranslated : claimWords.translated, context.language, { id, by: context.by }),
  );
  return undefined;
}
