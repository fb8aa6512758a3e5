/**
 * When: dates in a text, whole (24 May 2013), in part (May 2013, 2013, since 2013) and relative (last year, two years
 * ago, on Tuesday), the last against the day of publication. Days are ISO 8601, cut to what is known: `2013-05`.
 */
import { classId } from '#evidence/reading/classes.ts';
import { numberAt } from '#evidence/reading/numbers.ts';
import { phraseAt } from '#evidence/reading/phrases.ts';
import { placed, type Sentence, type Tokens, touches } from '#evidence/reading/tokens.ts';
import { BEGINS, type Word } from '#evidence/reading/vocabulary.ts';

export interface DateFound {
  readonly start: number;
  readonly end: number;
  /** First day, month or year; null where it is open, or relative and the day of publication is not known. */
  readonly from: string | null;
  readonly to: string | null;
  readonly kind: 'absolute' | 'partial' | 'relative';
}

export type Unit = 'day' | 'week' | 'month' | 'year' | 'decade';

const OF = classId('of');
const DETERMINER = classId('determiner');

interface Point {
  readonly value: string;
  readonly to: number;
  readonly from: number;
}

export function datesIn(it: Tokens, { from, to }: Sentence, published: string | null): DateFound[] {
  const found: DateFound[] = [];
  for (let at = from; at < to; at += 1) {
    if (((it.begins[at] as number) & BEGINS.date) === 0) continue;
    const date =
      rangeAt(it, at, to) ?? pointAt(it, at, to, published) ?? relativeAt(it, at, from, to, published);
    if (!date) continue;
    const opened = openEnd(it, date, from);
    found.push(opened);
    while (at + 1 < to && (it.starts[at + 1] as number) < opened.end) at += 1;
  }
  return found;
}

function made(
  it: Tokens,
  from: number,
  to: number,
  first: string | null,
  last: string | null,
  kind: DateFound['kind'],
): DateFound {
  return {
    ...placed(it, { from, to }),
    from: first,
    to: last,
    kind,
  };
}

/** “between 2013 and 2018”, “from 2013 to 2018”, “2013–2018”. */
function rangeAt(it: Tokens, at: number, end: number): DateFound | null {
  const joins = it.lexicon.between.get(word(it, at)) ?? null;
  const first = absolute(it, joins ? at + 1 : at, end);
  if (!first) return null;
  const join = word(it, first.to);
  if (!(joins ?? it.lexicon.between.get(''))?.has(join)) return null;
  const last = absolute(it, first.to + 1, end);
  if (!last || last.value.slice(0, 4) < first.value.slice(0, 4)) return null;
  return made(it, joins ? at : first.from, last.to, first.value, last.value, 'partial');
}

function pointAt(it: Tokens, at: number, end: number, published: string | null): DateFound | null {
  const point = absolute(it, at, end);
  if (point)
    return made(
      it,
      point.from,
      point.to,
      point.value,
      point.value,
      point.value.length === 10 ? 'absolute' : 'partial',
    );
  return withoutYear(it, at, end, published);
}

/** A day, month or year with its year. */
function absolute(it: Tokens, at: number, end: number): Point | null {
  const { tokens, lexicon } = it;
  const token = tokens[at];
  if (!token || at >= end) return null;
  const month = lexicon.monthNumbers.get(token.lower);
  if (month !== undefined && token.capital === lexicon.capitalMonths) {
    // “May 24, 2013”, “May 2013”, “mayo de 2013”
    const day = dayAt(it, at + 1);
    const comma = day && word(it, day.to) === ',' ? 1 : 0;
    const year = day && yearAt(it, day.to + comma);
    if (day && year) return { from: at, to: year.to, value: `${year.value}-${two(month)}-${two(day.value)}` };
    const alone = yearAt(it, skipOf(it, at + 1));
    return alone && { from: at, to: alone.to, value: `${alone.value}-${two(month)}` };
  }
  const day = dayAt(it, at);
  const next = day && skipOf(it, day.to);
  const named = next ? lexicon.monthNumbers.get(word(it, next)) : undefined;
  if (day && next && named !== undefined) {
    const comma = word(it, next + 1) === ',' ? 1 : 0;
    const year = yearAt(it, skipOf(it, next + 1 + comma));
    return year && { from: at, to: year.to, value: `${year.value}-${two(named)}-${two(day.value)}` };
  }
  const start = it.starts[at] as number;
  const printed = it.text.slice(start, start + 10);
  if (token.number && /^(?:19|20)\d\d-\d\d-\d\d$/.test(printed) && tokens[at + 4]) {
    return { from: at, to: at + 5, value: printed };
  }
  const year = yearAt(it, at);
  if (!year || isCount(it, at)) return null;
  return { from: at, to: year.to, value: year.value };
}

/** A year stands alone or after a preposition; “2013 doctors” is a count. */
function isCount(it: Tokens, at: number): boolean {
  const next = it.tokens[at + 1];
  return (
    next?.letters === true &&
    !touches(it, at + 1) &&
    !it.lexicon.notUnits.has(next.lower) &&
    !it.lexicon.yearBefore.has(word(it, at - 1))
  );
}

/** “24 May”, “May 24”, “in May”: the year is that of the last such day before publication. */
function withoutYear(it: Tokens, at: number, end: number, published: string | null): DateFound | null {
  const { lexicon } = it;
  const month = lexicon.monthNumbers.get(word(it, at));
  const token = it.tokens[at] as Word;
  if (month !== undefined && token.capital === lexicon.capitalMonths && token.lower.length > 2) {
    const day = dayAt(it, at + 1);
    if (!day && !lexicon.yearBefore.has(word(it, at - 1))) return null;
    const value = resolved(month, day?.value ?? null, published);
    return made(it, at, Math.min(day?.to ?? at + 1, end), value, value, 'relative');
  }
  const day = dayAt(it, at);
  const next = day ? skipOf(it, day.to) : end;
  const named = next < end ? lexicon.monthNumbers.get(word(it, next)) : undefined;
  if (!day || named === undefined) return null;
  const value = resolved(named, day.value, published);
  return made(it, at, next + 1, value, value, 'relative');
}

function resolved(month: number, day: number | null, published: string | null): string | null {
  if (!published) return null;
  const year = Number(published.slice(0, 4));
  const value = (of: number) => `${of}-${two(month)}${day === null ? '' : `-${two(day)}`}`;
  return value(year) <= published ? value(year) : value(year - 1);
}

/** “yesterday”, “last year”, “two years ago”, “on Tuesday”. */
function relativeAt(
  it: Tokens,
  at: number,
  from: number,
  end: number,
  published: string | null,
): DateFound | null {
  const { lexicon, tokens } = it;
  const fixed = phraseAt(lexicon.relative, tokens, at);
  if (fixed) return relative(it, at, at + fixed.length, fixed.value[0], fixed.value[1], published);
  const weekday = lexicon.weekdays.get(word(it, at));
  if (weekday !== undefined) {
    if (!published) return made(it, at, at + 1, null, null, 'relative');
    const back = (dayOfWeek(published) - weekday + 7) % 7;
    return relative(it, at, at + 1, 'day', -back, published);
  }
  const before = lexicon.agoBefore.has(word(it, at)) ? 1 : 0;
  const count = numberAt(it, at + before);
  const unit = count && lexicon.timeUnits.get(word(it, count.to));
  if (!count || !unit || !Number.isInteger(count.value)) return null;
  const after = lexicon.agoAfter.has(word(it, count.to + 1)) ? 1 : 0;
  if (before + after === 0 || (before === 1 && at < from)) return null;
  return relative(it, at, Math.min(count.to + 1 + after, end), unit, -count.value, published);
}

function relative(
  it: Tokens,
  from: number,
  to: number,
  unit: Unit,
  count: number,
  published: string | null,
): DateFound {
  const value = published && moved(published, unit, count);
  if (unit !== 'decade' || !value) return made(it, from, to, value, value, 'relative');
  return made(it, from, to, value, `${Number(value) + 9}`, 'relative');
}

/** A date so many units away, as exact as the unit is: a year from `year`, a day from `day`. */
function moved(published: string, unit: Unit, count: number): string {
  const [year = 0, month = 1, day = 1] = published.split('-').map(Number);
  if (unit === 'decade') return String(Math.floor(year / 10) * 10 + count * 10);
  if (unit === 'year') return String(year + count);
  if (unit === 'month') {
    const months = year * 12 + (month - 1) + count;
    return `${Math.floor(months / 12)}-${two((months % 12) + 1)}`;
  }
  const days = Date.UTC(year, month - 1, day) + count * (unit === 'week' ? 7 : 1) * 86_400_000;
  return new Date(days).toISOString().slice(0, 10);
}

function dayOfWeek(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay();
}

/** “since 2013” has no end, “until 2018” no beginning. */
function openEnd(it: Tokens, date: DateFound, from: number): DateFound {
  let at = from;
  while (at < it.tokens.length && (it.starts[at] as number) < date.start) at += 1;
  let before = at - 1;
  if (it.classes[before] === DETERMINER) before -= 1;
  const opener = word(it, before);
  const start = before >= from ? (it.starts[before] as number) : date.start;
  if (it.lexicon.since.has(opener)) return { ...date, start, to: null };
  return it.lexicon.until.has(opener) ? { ...date, start, from: null } : date;
}

function word(it: Tokens, at: number): string {
  return it.tokens[at]?.lower ?? '';
}

function skipOf(it: Tokens, at: number): number {
  const next = it.classes[at] === OF ? at + 1 : at;
  return it.classes[next] === DETERMINER && next > at ? next + 1 : next;
}

function yearAt(it: Tokens, at: number): { value: string; to: number } | null {
  const text = it.tokens[at]?.text ?? '';
  return /^(?:1[89]|20)\d\d$/.test(text) ? { value: text, to: at + 1 } : null;
}

/** A day of the month: 1 to 31, “24th”, “1º”. */
function dayAt(it: Tokens, at: number): { value: number; to: number } | null {
  const token = it.tokens[at];
  if (!token || !/^\d{1,2}$/.test(token.text)) return null;
  const value = Number(token.text);
  const next = it.tokens[at + 1];
  const ordinal = next && touches(it, at + 1) && it.lexicon.ordinals.has(next.lower) ? 1 : 0;
  return value >= 1 && value <= 31 ? { value, to: at + 1 + ordinal } : null;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
