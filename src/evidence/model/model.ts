/**
 * The door of the model: further proposals from a language model on this machine. It may only point at words: what
 * it says is kept where it quotes the text exactly and once, and dropped otherwise. Figures are read from those words
 * by our own reader. A person decides on its proposals as on any other.
 */
import { Problem } from '#core/errors.ts';
import { anchorIn, nearest } from '#evidence/model/anchor.ts';
import { type Answer, askModel, type Fetch, type Model } from '#evidence/model/ask.ts';
import { fresh, merged, type Proposed } from '#evidence/model/merge.ts';
import { piecesOf } from '#evidence/model/pieces.ts';
import { type Lexicons, type Reading, read } from '#evidence/reading/reading.ts';

export { checkedAddress, type Fetch, type Model, modelAt } from '#evidence/model/ask.ts';

/** Not calibrated: nobody has measured this model on labelled texts. */
const CONFIDENCE = 0.3;

/** What came of asking; `failed` says why for each piece of the text that has no answer. */
export interface Asked {
  readonly name: string;
  readonly host: string;
  readonly pieces: number;
  readonly proposed: number;
  /** Quotes that are not in the text, or in it more than once, or say what was proposed already. */
  readonly dropped: number;
  readonly failed: readonly Problem[];
}

export interface Asking {
  readonly lexicons: Lexicons;
  /** Elements of standards it may name: id and what it is called. */
  readonly elements: readonly { readonly id: string; readonly name: string }[];
  readonly published?: string | null;
  readonly fetch?: Fetch;
  /** For each piece, in milliseconds. */
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
}

/** The reading with what the model adds to it. Never throws for what a model or its server does. */
export async function readFurther(
  text: string,
  reading: Reading,
  model: Model,
  asking: Asking,
): Promise<{ reading: Reading; asked: Asked }> {
  const pieces = piecesOf(text);
  const failed: Problem[] = [];
  const found: Proposed[] = [];
  let said = 0;
  for (const { start, body } of pieces) {
    try {
      const answer = await askModel(model, body, reading.language, asking);
      said += answer.claims.length + answer.figures.length + answer.bearings.length;
      found.push(proposalsOf(answer, text, { start, body }, reading, model, asking));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed.push(error);
    }
  }
  const added = fresh(reading, found);
  const proposed = added.claims.length + added.figures.length + added.bearings.length;
  return {
    reading: merged(reading, added),
    asked: {
      name: model.name,
      host: model.url.host,
      pieces: pieces.length,
      proposed,
      dropped: Math.max(0, said - proposed),
      failed,
    },
  };
}

interface Piece {
  readonly start: number;
  readonly body: string;
}

function proposalsOf(
  answer: Answer,
  text: string,
  piece: Piece,
  reading: Reading,
  model: Model,
  { lexicons, elements, published }: Asking,
): Proposed {
  const made = { rule: `model:${model.name}`, confidence: CONFIDENCE };
  const place = (quote: string) => {
    const found = anchorIn(piece.body, quote);
    if (!found) return [];
    const [start, end] = [piece.start + found.start, piece.start + found.end];
    return [{ start, end, exact: text.slice(start, end) }];
  };
  return {
    claims: answer.claims.flatMap(it =>
      place(it.words).map(placed => ({
        ...placed,
        ...made,
        spans: [[placed.start, placed.end] as const],
        mode: isQuoted(text, placed) ? ('direct' as const) : ('indirect' as const),
        speaker: speakerOf(it.speaker, text, piece, placed),
        dropped: null,
        cue: null,
        stance: 'neutral' as const,
        repeats: null,
      })),
    ),
    // the number is what our own reader finds in the words, never what the model says
    figures: answer.figures.flatMap(it =>
      place(it.words).flatMap(placed =>
        read(placed.exact, lexicons, reading.language, published ?? null).figures.map(figure => ({
          ...figure,
          ...made,
          start: placed.start + figure.start,
          end: placed.start + figure.end,
          claim: null,
        })),
      ),
    ),
    bearings: answer.bearings.flatMap(it =>
      elements.some(({ id }) => id === it.element)
        ? place(it.words).map(placed => ({
            ...placed,
            ...made,
            element: it.element,
            direction: it.direction,
            speaker: null,
            claim: null,
          }))
        : [],
    ),
  };
}

/** A speaker who stands in the text, nearest to the words; else nobody. */
function speakerOf(name: string | null, text: string, piece: Piece, placed: { start: number }) {
  const found = name === null ? null : nearest(piece.body, name, placed.start - piece.start);
  if (!found) return null;
  const [start, end] = [piece.start + found.start, piece.start + found.end];
  const exact = text.slice(start, end);
  return { text: exact, start, end, name: exact.replace(/\s+/g, ' ') };
}

function isQuoted(text: string, { start, end }: { start: number; end: number }): boolean {
  return (
    /["“«‘]\s*$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^[.,]?\s*["”»’]/.test(text.slice(end, end + 3))
  );
}
