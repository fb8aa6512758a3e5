/** Figures: numbers with what they allow (low, high), comparator, what is counted, currency and period. */
import { bounds, type Comparator, comparatorAfter, comparatorBefore } from '#evidence/reading/comparators.ts';
import { phraseAt } from '#evidence/reading/phrases.ts';
import { type Quantity, quantityAt, withMoney } from '#evidence/reading/quantities.ts';
import { type Range, rangeAt } from '#evidence/reading/ranges.ts';
import { placed, type Sentence, type Token, type Tokens } from '#evidence/reading/tokens.ts';
import { countsNothing } from '#evidence/reading/uncounted.ts';
import { unitOf } from '#evidence/reading/units.ts';
import { BEGINS } from '#evidence/reading/vocabulary.ts';

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
    for (let at = from; at < to; ) {
      const begins = ((this.#it.begins[at] as number) & BEGINS.figure) !== 0;
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
    const quantity = { ...PLURAL, from: at, to: at + match.length, value: low };
    const range: Range = { value: low, low, high, comparator: 'between' };
    return this.#finish(at, withMoney(this.#it, quantity), range, 'plural');
  }

  #counted(at: number, sentence: number): Found | null {
    const quantity = quantityAt(this.#it, at);
    if (!quantity) return null;
    const range = rangeAt(this.#it, at, sentence, quantity);
    return range
      ? this.#finish(range.from, range.quantity, range.range, 'range')
      : this.#single(sentence, quantity);
  }

  #single(sentence: number, quantity: Quantity): Found | null {
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
    return { to, figure: { ...found.figure, end: (this.#it.tokens[to - 1] as Token).end } };
  }

  #finish(from: number, quantity: Quantity, range: Range, rule: string): Found {
    const unit = unitOf(this.#it, quantity);
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
        confidence: quantity.money || quantity.percent || unit ? 0.9 : 0.5,
      },
    };
  }

  /** Money of no certain country is taken for dollars if its sign is “$” and the text names no other money of that sign. */
  #currency({ money, from }: Quantity): string | null {
    const { tokens, lexicon } = this.#it;
    if (money !== 'XXX') return money;
    if (tokens[from]?.word.text !== '$') return null;
    this.#dollar ??= !tokens.some(
      ({ word }) =>
        word.text !== '$' &&
        lexicon.currencies.get(word.lower)?.some(([words, code]) => words.length === 1 && SIGNED.has(code)),
    );
    return this.#dollar ? 'USD' : null;
  }
}

const PLURAL = { half: 0, fraction: false, words: true, percent: false, money: null };
/** Currencies other than the dollar whose sign is “$”, or that print it in the texts of one country. */
const SIGNED = new Set(['XXX', 'MXN', 'ARS', 'COP', 'CLP', 'CUP', 'BRL']);
