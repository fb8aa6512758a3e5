/** What links open: each claim with its words, its source and what answers it; each source with its claims' grades. */
import { formatPeriod, splitPeriod } from '#core/dates.ts';
import { rowsWith } from '#core/lookup.ts';
import { type Claim, originName, partyName } from '#evidence/claims/claims.ts';
import { anchorOf, type Block, type Cell, claimsIn, type Inline } from '#report/blocks.ts';
import { claimLinks, type Saying, searchesByClaim, sideSign } from '#report/saying.ts';
import { claimsInScope } from '#report/who.ts';
import { propositionIn } from '#words/claims.ts';
import { label } from '#words/labels.ts';
import { formatDate, formatDates } from '#words/language.ts';
import { placeName } from '#words/places.ts';
import { reportWords as words } from '#words/report.ts';

/** Entries of every claim in scope, of those the chapters open, and of those that these open. */
export function claimEntries(it: Saying, chapters: readonly Block[]): { claims: Block[]; sources: Block[] } {
  const found = new Map<string, Block>();
  let next = [...claimsInScope(it).map(claim => claim.id), ...claimsIn(chapters)];
  while (next.length > 0) {
    const fresh = [...new Set(next)].filter(id => !found.has(id) && it.evidence.claims.has(id));
    for (const id of fresh) found.set(id, entryOf(it, it.evidence.claims.get(id) as Claim));
    next = fresh.flatMap(id => claimsIn([found.get(id) as Block]));
  }
  const claims = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  const used = claims.map(([id]) => (it.evidence.claims.get(id) as Claim).source);
  const sources = [...new Map(used.map(source => [source.id, source]))].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    claims: claims.map(([, entry]) => entry),
    sources: sources.map(([, source]) => sourceOf(it, source)),
  };
}

function entryOf(it: Saying, claim: Claim): Block {
  const proposition = propositionIn(
    { proposition: claim.proposition, translations: rowsWith(it.evidence.translations, 'claim', claim.id) },
    it.language,
  );
  return {
    kind: 'entry',
    id: claim.id,
    anchor: anchorOf({ claim: claim.id }),
    head: [`${sideSign(claim.side)} ${partyName(it.evidence, claim.asserter)}: ${proposition}`],
    quote: claim.passage.exact,
    lines: [aboutLine(it, claim), ...bearingLine(it, claim), ...answerLines(it, claim)],
  };
}

function aboutLine(it: Saying, claim: Claim): Cell {
  const { language } = it;
  const parts = [
    label('side', claim.side, language),
    label('type', claim.type, language),
    label('mode', claim.mode, language),
    label('state', claim.state, language),
    ...(claim.reporter === null
      ? []
      : [it.t(words.reporter, { name: partyName(it.evidence, claim.reporter) })]),
    it.t(words.origin, { name: originName(it.evidence, claim.origin) }),
    it.t(words.grade, { grade: `${claim.source.grade}${claim.credibility}` }),
    claim.reach === 'host' ? placeName(claim.place, language) : label('reach', claim.reach, language),
    formatDates(splitPeriod(formatPeriod(claim)).from, claim.to, language),
  ].filter(part => part !== '');
  const page = claim.passage.page === null ? '' : `, ${it.t(words.page, { n: claim.passage.page })}`;
  const cited: Inline[] = claim.abstract ? [' ', { mark: it.t(words.cited) }] : [];
  return [{ text: claim.source.title, source: claim.source.id }, page, ...cited, ` · ${parts.join(' · ')}`];
}

function bearingLine(it: Saying, claim: Claim): Cell[] {
  const bearings = rowsWith(it.evidence.bearings, 'claim', claim.id);
  if (bearings.length === 0) return [];
  const list = bearings.map(
    row => `${row.element} (${label('direction', row.direction, it.language)}: ${row.reason})`,
  );
  return [[`${it.t(words.bears)}: ${list.join('; ')}`]];
}

/** The other side beside every claim: an answer, a search without one, or that nobody has looked. */
function answerLines(it: Saying, claim: Claim): Cell[] {
  const by = rowsWith(it.evidence.answers, 'answers', claim.id).map(row => row.claim);
  const of = rowsWith(it.evidence.answers, 'claim', claim.id).map(row => row.answers);
  const searches = searchesByClaim(it.evidence).get(claim.id) ?? [];
  const looked = searches.map((row): Cell => [it.t(words.noAnswer, { ...row, claim: claim.id })]);
  return [
    ...(of.length > 0 ? [[`${it.t(words.answers)}: `, ...claimLinks(it, of)]] : []),
    ...(by.length > 0 ? [[`${it.t(words.answeredBy)}: `, ...claimLinks(it, by)]] : looked),
    ...(by.length + looked.length === 0 ? [[it.t(words.unlooked)]] : []),
  ];
}

function sourceOf(it: Saying, source: Claim['source']): Block {
  const { language } = it;
  const facts = [
    source.publisher,
    source.author,
    source.date && formatDate(source.date, language),
    source.lang,
    it.t(words.grade, { grade: source.grade }),
    source.gradedBy && it.t(words.gradedBy, { by: source.gradedBy, why: source.gradeReason ?? '' }),
    source.file && `SHA-256 ${source.file}`,
  ].filter(fact => fact !== null && fact !== '');
  const web = source.url && /^https?:\/\//i.test(source.url) ? source.url : null;
  const cited: Inline[] = source.held === 'abstract' ? [{ mark: it.t(words.cited) }, ' '] : [];
  return {
    kind: 'entry',
    id: source.id,
    anchor: anchorOf({ source: source.id }),
    head: [source.title],
    lines: [[...cited, facts.join(' · ')], ...(web === null ? [] : [[{ text: web, url: web }]])],
  };
}
