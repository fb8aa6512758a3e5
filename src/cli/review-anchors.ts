/** `probanza review anchors` and `review versions`: whose words are not where they were. */
import type { Context } from '#cli/context.ts';
import { table } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import { type Drifted, listDrifted, listVersions, type Version } from '#evidence/claims/claims.ts';
import type { Row } from '#store/tables.ts';
import { foundWords, anchorWords as words } from '#words/anchors.ts';
import { formatShare, type Language, say } from '#words/language.ts';

/** Claims that rest on a text which a newer one has replaced. */
export async function anchors(context: Context): Promise<undefined> {
  const rows = await listDrifted(await context.dossier(), context.text('source'));
  context.print(rows, () => (rows.length === 0 ? say(words.none, context.language) : list(rows, context)));
  return undefined;
}

function list(rows: readonly Drifted[], { language }: Context): string {
  const cells = rows.map(it => [
    it.claim,
    it.best?.proposal ?? '–',
    howFound(it, language),
    [
      `${words.was[language]}: ${plain(it.exact)}`,
      ...(it.best ? [`${words.now[language]}: ${plain(it.best.exact)}`] : []),
    ].join('\n'),
  ]);
  const head = [words.claim, words.proposal, words.state, words.exact].map(it => it[language]);
  return `${say(words.sentence, language, { n: rows.length })}\n\n${table(head, cells)}`;
}

function howFound({ best }: Drifted, language: Language): string {
  const share = formatShare(best?.score ?? 0, language);
  return say(foundWords(best?.found), language, { share, places: best?.places ?? 0 });
}

/** Of a proposal of words: that it is one of several places; else nothing. */
export function severalPlaces({ kind, body }: Row<'proposals'>, language: Language): string {
  const { oneOf = 1 } = kind === 'anchor' ? (JSON.parse(body) as { oneOf?: number }) : {};
  return oneOf > 1 ? say(foundWords('ambiguous'), language, { places: oneOf }) : '';
}

/** Whether the words of claims on a source stand in its later versions. */
export async function versions(context: Context, [source]: readonly string[]): Promise<undefined> {
  if (source === undefined) throw new Problem('usage.missing', { where: 'review versions', what: 'SOURCE' });
  const rows = await listVersions(await context.dossier(), source);
  context.print(rows, () =>
    rows.length === 0
      ? say(words.noVersions, context.language, { source })
      : rows.map(it => oneVersion(it, context.language)).join('\n\n'),
  );
  return undefined;
}

function oneVersion({ source, title, date, claims }: Version, language: Language): string {
  const head = [words.claim, words.state, words.exact, words.there].map(it => it[language]);
  const cells = claims.map(it => [
    it.claim,
    words.standing[it.standing]?.[language] ?? it.standing,
    plain(it.exact),
    it.there && it.standing !== 'exact' ? plain(it.there.exact) : '–',
  ]);
  return `${[source, title, date].filter(it => it).join(' · ')}\n\n${table(head, cells)}`;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ');
}
