/**
 * Keeps what interviews say: the statement becomes a source of the dossier, each share in it a claim with its figure, so
 * that a finding may rest on it. The table of interviews itself is not kept: it holds people.
 */
import { evaluate, type Standard } from '#assessment/standards/standards.ts';
import { Problem } from '#core/errors.ts';
import { WORLD } from '#core/places.ts';
import {
  keepStatement,
  knownIn,
  type PutStatement,
  passageOf,
  statedClaim,
} from '#evidence/claims/claims.ts';
import type { SourceAbout } from '#evidence/sources/sources.ts';
import { type Answered, type Basis, type Line, linesOf, statementOf } from '#numbers/survey/statement.ts';
import type { Actor, Store, Write } from '#store/store.ts';
import type { Row as TableRow } from '#store/tables.ts';
import { say } from '#words/language.ts';
import { recordWords as words } from '#words/survey-record.ts';

export interface Kept {
  readonly source: string;
  readonly subject: string;
  readonly claims: readonly string[];
}

/** How far the result is trusted; without it, it carries no weight until a person grades it. */
export interface Grading extends Pick<SourceAbout, 'grade' | 'gradeReason'> {
  readonly credibility?: TableRow<'claims'>['credibility'] | undefined;
}

/** In percent, as figures are. */
const PERCENT = 100;

/** Throws `usage.missing` where nobody is named who asked, `file.duplicate` where the same result is kept already. */
export async function recordSurvey(
  store: Store,
  actor: Actor,
  basis: Basis,
  answered: readonly Answered[],
  method: string,
  grading: Grading = {},
): Promise<Kept> {
  const by = basis.mapping.survey?.by;
  if (by === undefined)
    throw new Problem('usage.missing', { where: 'survey --record', what: '--map (survey.by)' });
  if (store.readOnly) throw new Problem('store.read-only', { what: store.location });
  const lines = linesOf(answered, basis.language);
  if (lines.length === 0) throw new Problem('survey.nothing', { what: basis.name });
  const { language, name } = basis;
  const title = say(words.title, language, { what: name });
  const { credibility, ...graded } = grading;
  const text = statementOf(basis, method, lines);
  const statement = {
    name,
    text,
    extractor: 'probanza survey',
    language,
    about: { ...graded, title, publisher: by, kind: 'dataset' as const },
  };
  return keepStatement(store, actor, statement, (write, at) =>
    put(write, at, { basis, answered, lines, text, by, credibility }),
  );
}

interface Putting {
  readonly basis: Basis;
  readonly answered: readonly Answered[];
  readonly lines: readonly Line[];
  readonly text: string;
  readonly by: string;
  readonly credibility: Grading['credibility'];
}

async function put(write: Write, { source, text: textId }: PutStatement, it: Putting): Promise<Kept> {
  const { by } = it;
  const known = knownIn(write);
  const asserter = await known.partyFor(by, 'other');
  const subject = await putPeople(write, it, source, asserter);
  const sendingState = await known.sendingState();
  const rows = it.lines.map((line, i) =>
    rowsOf(line, { ...it, id: `${source}.c${i + 1}`, textId, subject, asserter, sendingState }),
  );
  await write.putAll(
    'passages',
    rows.map(row => row.passage),
  );
  await write.putAll(
    'claims',
    rows.map(row => row.claim),
  );
  await write.putAll(
    'bearings',
    rows.flatMap(row => row.bearing),
  );
  await write.putAll(
    'figures',
    rows.map(row => row.figure),
  );
  return { source, subject, claims: rows.map(row => row.claim.id) };
}

/** Those who were asked, as a cohort; a declared design makes it a probability sample. */
async function putPeople(write: Write, it: Putting, source: string, party: string): Promise<string> {
  const { basis, answered } = it;
  const told = basis.mapping.survey ?? {};
  const frame = answered[0]?.found.request.frame ?? null;
  const all = answered.map(({ found }) => found.rows.find(row => row.domain === ''));
  const n = Math.max(0, ...all.map(row => (row ? row.n + row.missing : 0)));
  const id = `${source}.people`;
  const name = say(words.people, basis.language, { what: frame ?? basis.name });
  await write.put('subjects', {
    id,
    name,
    kind: 'cohort',
    party,
    frame: frame === null ? 'unknown' : 'probability',
    n: n > 0 ? n : null,
    from: told.from ?? null,
    to: told.to ?? null,
    note: told.selection ?? null,
  });
  return id;
}

interface Placed extends Putting {
  readonly id: string;
  readonly textId: string;
  readonly subject: string;
  readonly asserter: string;
  readonly sendingState: string;
}

function rowsOf(line: Line, placed: Placed) {
  const { id, textId, text } = placed;
  const start = text.indexOf(line.sentence);
  const passage = passageOf(`${id}.p`, textId, text, start, start + line.sentence.length, null);
  return {
    passage,
    claim: claimRow(line, passage.id, placed),
    bearing: bearingRows(line, placed),
    figure: figureRow(line, placed),
  };
}

function claimRow(line: Line, passage: string, placed: Placed): TableRow<'claims'> {
  const { id, asserter, sendingState, basis, credibility } = placed;
  const { place, from, to } = basis.mapping.survey ?? {};
  return statedClaim({
    ...{ id, passage, asserter, sendingState, proposition: line.sentence },
    reach: place === undefined ? 'unspecified' : place === WORLD ? 'every-host' : 'host',
    host: place === undefined || place === WORLD ? null : place,
    from: from ?? null,
    to: to ?? null,
    ...(credibility === undefined ? {} : { credibility }),
  });
}

/**
 * Of all together: the others are parts of the same people. The share of the whole rule says of each element that the
 * rule needs that it holds, and of the same people. Nobody to whom it applies is no support.
 */
function bearingRows({ row, element }: Line, placed: Placed): TableRow<'bearings'>[] {
  const standard = placed.answered.find(it => it.element === element)?.found.standard;
  if (!standard || row.domain !== '' || row.estimate === 0) return [];
  return (element === null ? neededBy(standard) : [element]).map((it, i) => ({
    id: `${placed.id}.b${i + 1}`,
    claim: placed.id,
    standard: standard.id,
    element: it,
    direction: 'supports',
    subject: placed.subject,
    reason: words.reason[placed.basis.language],
  }));
}

/** The elements without which the rule is false. */
function neededBy({ rule, elements }: Standard): string[] {
  const without = (id: string) => evaluate(rule, it => (it === id ? false : null));
  return elements.map(it => it.id).filter(id => without(id) === false);
}

/** Lowest and highest: the interval where there is one, widened by what missing answers leave open. */
function figureRow({ row, sentence }: Line, placed: Placed): TableRow<'figures'> {
  const { basis, id, answered } = placed;
  const { place, from, to } = basis.mapping.survey ?? {};
  const estimate = row.estimate ?? 0;
  const low = Math.min(row.low ?? estimate, row.bounds?.low ?? estimate) * PERCENT;
  const high = Math.max(row.high ?? estimate, row.bounds?.high ?? estimate) * PERCENT;
  return {
    id: `${id}.n`,
    claim: id,
    counted: 'share-of-respondents',
    unit: 'percent',
    population: answered[0]?.found.request.frame ?? basis.name,
    place: place ?? WORLD,
    from: from ?? null,
    to: to ?? null,
    measure: 'rate',
    comparator: low === high ? 'exactly' : 'between',
    value: estimate * PERCENT,
    low,
    high,
    currency: null,
    definition: sentence,
    revises: null,
    note: null,
  };
}
