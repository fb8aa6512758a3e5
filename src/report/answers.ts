/** The five questions, each with its answer in a sentence or two and the counts behind it. */
import { ask, type Finding } from '#assessment/findings/findings.ts';
import { type Period, splitPeriod } from '#core/dates.ts';
import { WORLD } from '#core/places.ts';
import { type Claim, type Evidence, fittingClaims, partyName } from '#evidence/claims/claims.ts';
import { money, type Waterfall } from '#money/money.ts';
import { type FigureGroup, figures } from '#numbers/figures/figures.ts';
import { elementsGlance, type Glance, peopleGlance, shareGlance, yearsGlance } from '#report/glance.ts';
import { type Dated, timeline } from '#response/measures/measures.ts';
import { requests } from '#response/requests/requests.ts';
import { type QuestionName, questionNames, answerWords as words } from '#words/answers.ts';
import { assessWords } from '#words/assess.ts';
import { formatDates, formatNumber, type Language, say } from '#words/language.ts';

export interface Answer {
  readonly question: QuestionName;
  readonly title: string;
  readonly sentence: string;
  /** What stands behind it. */
  readonly counts: string;
  /** For who looks: what is drawn, and the two without what is drawn. Null where there is nothing to draw. */
  readonly glance: { readonly lead: string; readonly rest: string; readonly drawn: Glance } | null;
}

/** The standard that the first page shows until another is asked for. */
const FIRST_STANDARD = 'ilo-c029';

/** What the answers are about; everything where nothing is asked. */
export interface About {
  readonly place?: string | undefined;
  readonly period?: Period | undefined;
  readonly proof?: string | undefined;
  readonly held?: 'all' | 'originals';
}

export async function fiveAnswers(
  evidence: Evidence,
  language: Language,
  about: About = {},
): Promise<Answer[]> {
  const when = { place: about.place, period: about.period };
  const parts = {
    who: whoAnswer(fittingClaims(evidence, when), evidence, language),
    'forced-labour': await forcedLabour(evidence, language, about),
    'how-many': howManyAnswer(figures(evidence, { ...when, counted: 'workers' }), evidence, language),
    money: moneyAnswer(money(evidence, when), evidence, language),
    response: responseAnswer(timeline(evidence, when), evidence, language),
  } satisfies Record<QuestionName, Part>;
  return questionNames.map(question => ({
    question,
    title: words.titles[question][language],
    ...parts[question],
  }));
}

export type Part = Omit<Answer, 'question' | 'title'>;

/** Of these claims: how many, by whom, of which side, answered or not. */
export function whoAnswer(all: Iterable<Claim>, evidence: Evidence, language: Language): Part {
  const [sources, cited, asserters] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const sides = { critical: 0, defending: 0, neutral: 0 };
  const heard = new Set(evidence.answers.map(it => it.answers));
  let [claims, answered] = [0, 0];
  for (const claim of all) {
    if (claim.state === 'withdrawn') continue;
    claims += 1;
    sides[claim.side] += 1;
    if (heard.has(claim.id)) answered += 1;
    sources.add(claim.source.id);
    if (claim.abstract) cited.add(claim.source.id);
    asserters.add(claim.asserter);
  }
  const sentence = say(words.who, language, { claims, asserters: asserters.size, sources: sources.size });
  const rest = say(words.whoRest, language, { answered, cited: cited.size });
  return {
    sentence,
    counts: `${say(words.whoSides, language, sides)}; ${rest}`,
    glance: { lead: sentence, rest, drawn: { kind: 'sides', sides } },
  };
}

async function forcedLabour(evidence: Evidence, language: Language, about: About): Promise<Part> {
  const { place, period, proof, held } = about;
  const finding = await ask(evidence, { standard: FIRST_STANDARD, place, period, proof, held, language });
  const counts = finding.elements.map(
    it =>
      `${it.name}: ${assessWords.statuses[it.status][language]} (${it.origins.for} : ${it.origins.against})`,
  );
  const origins = say(words.origins, language, { list: counts.join('; ') });
  const rest = turns(finding, language);
  return {
    sentence: finding.sentence,
    counts: `${origins} ${rest}`.trim(),
    glance: { lead: finding.sentence, rest, drawn: elementsGlance(finding) },
  };
}

/** The smallest changes that would turn a verdict, so that it never stands alone. */
function turns(finding: Finding, language: Language): string {
  const verdict = (it: keyof typeof assessWords.verdicts) => assessWords.verdicts[it][language];
  const changes = finding.wouldChange
    .slice(0, 2)
    .map(it =>
      'withdraw' in it
        ? say(assessWords.withdraw, language, { ids: it.withdraw.join(', ') })
        : say(assessWords.show, language, { ids: it.show.join(', ') }),
    );
  const flat = finding.robust.find(it => it.without === 'grades');
  const grades =
    flat && flat.verdict !== finding.verdict
      ? [say(words.flat, language, { verdict: verdict(flat.verdict) })]
      : [];
  const list = [...changes, ...grades];
  return list.length > 0 ? say(words.turns, language, { list: list.join('; ') }) : '';
}

/** The latest figures of all hosts together; how many groups agree and conflict. */
export function howManyAnswer(groups: readonly FigureGroup[], evidence: Evidence, language: Language): Part {
  const world = groups.filter(it => it.place === WORLD && it.population === null);
  const latest = world.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  const conflicts = groups.filter(it => it.relation === 'conflict').length;
  const hosts = new Set(groups.filter(it => it.place !== WORLD).map(it => it.place)).size;
  const said = latest && {
    at: formatAt(latest.at, language),
    list: listed(latest.figures, language, it => rangeOf(it, evidence, language)),
    relation: relationOf(latest, language),
  };
  const counts = say(words.howManyCounts, language, { groups: groups.length, hosts, conflicts });
  return {
    sentence: said ? say(words.howMany, language, said) : words.howManyNone[language],
    counts,
    glance: latest
      ? {
          lead: say(words.howManyLead, language, said),
          rest: counts,
          drawn: peopleGlance(latest, evidence, language),
        }
      : null,
  };
}

/** A group's moment, `FROM/TO` or one date, as a reader writes it. */
function formatAt(at: string, language: Language): string {
  const { from, to } = splitPeriod(at);
  return formatDates(from, to, language);
}

function rangeOf(it: FigureGroup['figures'][number], evidence: Evidence, language: Language): string {
  const asserter = partyName(evidence, it.asserter);
  const number = (value: number) => formatNumber(value, language);
  const unit = words.units[it.unit]?.[language] ?? it.unit;
  if (it.low === null || it.high === null) {
    return `${it.low === null ? '≤' : '≥'} ${number(it.low ?? it.high ?? 0)} ${unit} (${asserter})`;
  }
  return `${it.low === it.high ? number(it.low) : `${number(it.low)}–${number(it.high)}`} ${unit} (${asserter})`;
}

function relationOf(group: FigureGroup, language: Language): string {
  return words.relations[group.conflict ?? group.relation][language];
}

export function moneyAnswer(rows: readonly Waterfall[], evidence: Evidence, language: Language): Part {
  const drawn = shareGlance(rows, language);
  const n = drawn.rows.length;
  const counts = say(words.moneyCounts, language, { terms: evidence.terms.length, without: rows.length - n });
  if (n === 0) return { sentence: words.moneyNone[language], counts, glance: null };
  const places = new Set(drawn.rows.map(it => it.place)).size;
  const lead = say(words.money, language, { n, places });
  const list = listed(drawn.rows, language, it => `${it.name}: ${it.text}`);
  return { sentence: `${lead}: ${list}.`, counts, glance: { lead: `${lead}.`, rest: counts, drawn } };
}

/** A sentence stays one: the first of a long list, and how many more there are. */
function listed<T>(all: readonly T[], language: Language, write: (it: T) => string): string {
  const more = all.length > MOST_LISTED ? [say(words.more, language, { n: all.length - MOST_LISTED })] : [];
  return [...all.slice(0, MOST_LISTED).map(write), ...more].join('; ');
}

const MOST_LISTED = 15;

/** Of what is dated and in question: how much of each kind, and the latest measure. */
export function responseAnswer(all: readonly Dated[], evidence: Evidence, language: Language): Part {
  const count = (kind: Dated['kind']) => all.filter(it => it.kind === kind).length;
  const ids = new Set(all.filter(it => it.kind === 'request').map(it => it.id));
  const asked = requests(evidence).filter(it => ids.has(it.id));
  const answered = asked.filter(it => it.replies.some(reply => reply.kind !== 'silence')).length;
  const last = all.findLast(it => it.kind === 'measure');
  const sentence = say(words.response, language, {
    measures: count('measure'),
    requests: asked.length,
    answered,
    agreements: count('agreement'),
    events: count('event'),
  });
  const counts = last
    ? say(words.responseLast, language, {
        at: formatDates(last.from, last.to, language),
        summary: last.summary,
      })
    : '';
  const drawn = yearsGlance(all);
  return { sentence, counts, glance: drawn && { lead: sentence, rest: counts, drawn } };
}
