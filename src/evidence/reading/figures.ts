/** Figures: numbers with what they allow (low, high), comparator, what is counted, currency and period. */
import { classId } from '#evidence/reading/classes.ts';
import { codesIn } from '#evidence/reading/codes.ts';
import { bounds, type Comparator, comparatorAfter, comparatorBefore } from '#evidence/reading/comparators.ts';
import { phraseAt } from '#evidence/reading/phrases.ts';
import { type Quantity, quantityAt, withMoney } from '#evidence/reading/quantities.ts';
import { type Range, rangeAt } from '#evidence/reading/ranges.ts';
import { placed, type Sentence, type Tokens } from '#evidence/reading/tokens.ts';
import { countsNothing } from '#evidence/reading/uncounted.ts';
import { unitOf } from '#evidence/reading/units.ts';
import { BEGINS, type Word } from '#evidence/reading/vocabulary.ts';

export interface FigureFound {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly comparator: Comparator;
  /** What is counted, as it is printed; `percent`; `share` of one; null where nothing is named. */
  readonly unit: string | null;
  /** ISO 4217; null where it is no money, or money of no certain country. */
  readonly currency: string | null;
  readonly per: string | null;
  readonly rule: string;
  readonly confidence: number;
}

interface Found {
  readonly figure: FigureFound;
  readonly to: number;
}

export class Figures {
  readonly #it: Tokens;
  #dollar: boolean | null = null;

  constructor(it: Tokens) {
    this.#it = it;
  }

  in({ from, to }: Sentence): FigureFound[] {
    const found: FigureFound[] = [];
    let isCode: ((at: number) => boolean) | null = null;
    for (let at = from; at < to; ) {
      let begins = ((this.#it.begins[at] as number) & BEGINS.figure) !== 0;
      if (begins && this.#it.tokens[at]?.number) {
        isCode ??= codesIn(this.#it, { from, to });
        begins = !isCode(at);
      }
      const figure = begins ? (this.#plural(at) ?? this.#counted(at, from)) : null;
      if (figure) found.push(figure.figure);
      at = figure ? figure.to : at + 1;
    }
    return found;
  }

  /** “tens of thousands of workers”: 20,000 to 100,000. */
  #plural(at: number): Found | null {
    const match = phraseAt(this.#it.lexicon.plurals, this.#it.tokens, at);
    if (!match) return null;
    const [low, high] = match.value;
    const to = at + match.length;
    const of = this.#it.classes[to] === OF ? 1 : 0;
    const quantity = withMoney(this.#it, { ...PLURAL, from: at, to: to + of, value: low });
    const range: Range = { value: low, low, high, comparator: 'between' };
    // “millions in cash”: nothing is counted; “several hundred patients”
    const named = of === 1 || !(this.#it.tokens[to - 1] as Word).lower.endsWith('s');
    return this.#finish(at, quantity, range, 'plural', named ? unitOf(this.#it, quantity) : null);
  }

  #counted(at: number, sentence: number): Found | null {
    const quantity = quantityAt(this.#it, at);
    if (!quantity) return null;
    const range = rangeAt(this.#it, at, sentence, quantity);
    return range
      ? this.#finish(range.from, range.quantity, range.range, 'range')
      : this.#single(sentence, quantity);
  }

  #single(sentence: number, alone: Quantity): Found | null {
    const quantity = withHalf(this.#it, alone);
    if (countsNothing(this.#it, quantity, sentence)) return null;
    const before = comparatorBefore(this.#it, quantity.from, sentence);
    const unit = unitOf(this.#it, quantity);
    const compared = before !== null && before.value !== 'about' && before.value !== 'exactly';
    const after = compared
      ? null
      : (comparatorAfter(this.#it, quantity.to) ?? (unit && comparatorAfter(this.#it, unit.to)));
    const comparator = after?.value ?? before?.value ?? 'exactly';
    const range = { ...bounds(comparator, quantity), value: quantity.value, comparator };
    const from = before ? quantity.from - before.length : quantity.from;
    const found = this.#finish(from, quantity, range, before || after ? 'compared' : 'number');
    if (!after) return found;
    const to = Math.max(found.to, after.to);
    return { to, figure: { ...found.figure, end: this.#it.ends[to - 1] as number } };
  }

  #finish(
    from: number,
    quantity: Quantity,
    range: Range,
    rule: string,
    unit = unitOf(this.#it, quantity),
  ): Found {
    const at = unit?.to ?? quantity.to;
    const per = phraseAt(this.#it.lexicon.per, this.#it.tokens, at);
    const to = per ? at + per.length : at;
    const share = quantity.fraction && quantity.value < 1;
    return {
      to,
      figure: {
        ...placed(this.#it, { from, to }),
        ...range,
        unit: quantity.percent ? 'percent' : share ? 'share' : (unit?.text ?? null),
        currency: this.#currency(quantity),
        per: per?.value ?? null,
        rule,
        confidence: (quantity.money || quantity.percent || unit) && !quantity.counted ? 0.9 : 0.5,
      },
    };
  }

  /** Money of no certain country is taken for dollars if its sign is “$” and the text names no other money of that sign. */
  #currency({ money, from }: Quantity): string | null {
    const { tokens, lexicon } = this.#it;
    if (money !== 'XXX') return money;
    if (tokens[from]?.text !== '$') return null;
    this.#dollar ??= !tokens.some(
      word =>
        word.text !== '$' &&
        lexicon.currencies.get(word.lower)?.some(([words, code]) => words.length === 1 && SIGNED.has(code)),
    );
    return this.#dollar ? 'USD' : null;
  }
}

/** “dos años y medio”: two and a half of what is counted. */
function withHalf(it: Tokens, quantity: Quantity): Quantity {
  const unit = quantity.money || quantity.percent ? null : unitOf(it, quantity);
  const to = unit?.to ?? 0;
  if (!unit || it.tokens[to]?.parts?.[0]?.kind !== 'joiner') return quantity;
  const article = it.tokens[to + 1]?.parts?.[0]?.kind === 'article' ? 1 : 0;
  const half = it.tokens[to + article + 1];
  const [part] = half?.parts ?? [];
  // “3 doctors and half of the nurses” are no three and a half
  const joined = article === 1 || it.lexicon.halfWords.has(half?.lower ?? '');
  if (part?.kind !== 'fraction' || part.value !== 2 || !joined) return quantity;
  return { ...quantity, value: quantity.value + 0.5, half: 0, counted: unit.text, to: to + article + 2 };
}

const PLURAL = {
  half: 0,
  fraction: false,
  words: true,
  percent: false,
  money: null,
  counted: null,
  magnitude: 1,
};
const OF = classId('of');
/** Currencies other than the dollar whose sign is “$”, or that print it in the texts of one country. */
const SIGNED = new Set(['XXX', 'MXN', 'ARS', 'COP', 'CLP', 'CUP', 'BRL']);
