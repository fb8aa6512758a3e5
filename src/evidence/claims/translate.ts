/** Translation as a recorded act: a proposition in another language, by a person; the claim keeps its own words. */
import { Problem } from '#core/errors.ts';
import { type Actor, act, findRow, type Store } from '#store/store.ts';
import type { Row } from '#store/tables.ts';

export interface Translation {
  readonly claim: string;
  readonly lang: string;
  readonly proposition: string;
}

/** One for each claim and language: a further one takes its place by a further entry. Answers its id. */
export async function translate(store: Store, actor: Actor, { claim, lang, proposition }: Translation) {
  const language = languageOf(lang);
  const words = proposition.trim();
  if (words === '') throw new Problem('usage.missing', { where: 'translate', what: 'proposition' });
  const row = await findRow(store, 'claims', claim);
  if (!row) throw new Problem('row.missing', { where: 'claim', what: claim });
  if ((await ownLanguage(store, row)) === language)
    throw new Problem('usage.value', { what: lang, where: `translate (${claim})` });
  const id = `${claim}.${language.toLowerCase()}`;
  await act(store, { ...actor, act: 'translate' }, write =>
    write.put('translations', {
      id,
      claim,
      lang: language,
      proposition: words,
      by: actor.by,
      note: null,
    }),
  );
  return id;
}

/** Takes a translation back; its history stays. */
export async function untranslate(store: Store, actor: Actor, claim: string, lang: string): Promise<string> {
  const id = `${claim}.${languageOf(lang).toLowerCase()}`;
  if (!(await findRow(store, 'translations', id)))
    throw new Problem('row.missing', { where: 'translation', what: id });
  await act(store, { ...actor, act: 'translate' }, write => write.take('translations', id));
  return id;
}

const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** A BCP 47 code in its usual spelling. Throws `usage.value` for what names no language. */
function languageOf(lang: string): string {
  try {
    const [code] = Intl.getCanonicalLocales(lang);
    if (code !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(code) && NAMES.of(code)) return code;
  } catch {
    // told below
  }
  throw new Problem('usage.value', { what: lang, where: '--to (BCP 47: en, es, pt-BR …)' });
}

/** The language of a proposition that is the source's own words; null where it is in a person's. */
async function ownLanguage(store: Store, claim: Row<'claims'>): Promise<string | null> {
  const passage = await findRow(store, 'passages', claim.passage);
  const text = passage && (await findRow(store, 'texts', passage.text));
  if (!text || text.kind === 'abstract' || passage.exact !== claim.proposition) return null;
  return (await findRow(store, 'sources', text.source))?.lang ?? null;
}
