/** `--ocr en,es,pt`: the languages in which scans are recognised. */
import type { Context } from '#cli/context.ts';
import { Problem } from '#core/errors.ts';
import { type ExtractOptions, scanLanguages } from '#evidence/sources/sources.ts';

/** Throws `usage.value` for a language that is not installed. */
export function ocrOf(context: Context): ExtractOptions {
  const asked = context.text('ocr');
  if (asked === undefined) return {};
  const ocr = asked.split(',').map(it => {
    const known = scanLanguages.find(language => language === it.trim());
    if (!known) throw new Problem('usage.value', { what: it, where: `--ocr (${scanLanguages.join(',')})` });
    return known;
  });
  return { ocr };
}
