/** What is marked in a text, as layers that are switched; pure, shared by the text and the pages beside it. */
import type { OutletMarks, Source } from '#web/api.ts';

export const LAYERS = [
  'claims',
  'figures',
  'bearings',
  'waiting',
  'accepted',
  'rejected',
  'outlet',
  'dates',
  'places',
] as const;
export type Layer = (typeof LAYERS)[number];

/** Shown where the address does not say. */
const FIRST: readonly Layer[] = ['claims', 'waiting'];
/** Layers for which the text has to be read again. */
export const READ_AGAIN: readonly Layer[] = ['outlet', 'dates', 'places'];

/** A sign of each layer, so that none is told by its colour alone. */
export const SIGNS: Readonly<Record<Layer, string>> = {
  claims: '1',
  figures: '#',
  bearings: '§',
  waiting: '?',
  accepted: '✓',
  rejected: '✗',
  outlet: '¶',
  dates: '°',
  places: '@',
};

export interface Mark {
  /** In the address after `#`. */
  readonly key: string;
  readonly layer: Layer;
  readonly start: number;
  readonly end: number;
  /** Of a claim: the number of its speaker in this text, from 1. */
  readonly speaker: number | null;
  /** Of what hangs on a claim: its id. */
  readonly claim: string | null;
  /** What it is, beyond its layer. */
  readonly what: string;
}

export type Text = NonNullable<Source['text']>;

export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly n: number;
}

/** Who speaks in the claims of this text, in the order in which they first speak. */
export function speakersIn({ claims }: Pick<Text, 'claims'>): Speaker[] {
  const inText = claims.toSorted((a, b) => a.start - b.start);
  return [...Map.groupBy(inText, it => it.asserter)].map(([id, own], index) => ({
    id,
    name: own[0]?.asserterName ?? id,
    number: index + 1,
    n: own.length,
  }));
}

export function marksIn(text: Text, outlet: readonly OutletMarks['marks'][number][]): Mark[] {
  const numbers = new Map(speakersIn(text).map(it => [it.id, it.number]));
  const plain = { speaker: null, claim: null };
  return [
    ...text.claims.map(it => ({
      ...at('claims', `c-${it.id}`, it),
      speaker: numbers.get(it.asserter) ?? null,
      claim: it.id,
      what: `${it.asserterName}: ${it.proposition}`,
    })),
    ...text.figures.map(it => ({
      ...at('figures', `f-${it.id}`, it),
      ...plain,
      claim: it.claim,
      what: `${it.low ?? '…'}–${it.high ?? '…'} ${it.of}`,
    })),
    ...text.bearings.map(it => ({
      ...at('bearings', `b-${it.id}`, it),
      ...plain,
      claim: it.claim,
      what: it.element,
    })),
    ...text.proposals.map(it => ({
      ...at(it.state, `p-${it.id}`, it),
      ...plain,
      claim: it.claim,
      what: `${it.kind} ${it.id}`,
    })),
    ...outlet.map(it => ({
      ...at(LAYER_OF[it.kind], `o-${it.kind}-${it.start}`, it),
      ...plain,
      what: it.what.slice(0, 60),
    })),
  ];
}

const LAYER_OF = {
  assertion: 'outlet',
  label: 'outlet',
  'scare-quote': 'outlet',
  date: 'dates',
  place: 'places',
} as const;

function at(layer: Layer, key: string, { start, end }: { start: number; end: number }) {
  return { layer, key, start, end };
}

/** Which layers the address asks for: names with dots between, `none` for none. */
export function layersOf(asked: string | undefined): ReadonlySet<Layer> {
  return new Set(asked === undefined ? FIRST : LAYERS.filter(it => asked.split('.').includes(it)));
}

export function layersWord(layers: ReadonlySet<Layer>): string | undefined {
  const word = LAYERS.filter(it => layers.has(it)).join('.');
  return word === FIRST.join('.') ? undefined : word || 'none';
}

export interface Stretch {
  readonly start: number;
  readonly words: string;
  readonly marks: readonly Mark[];
  /** Marks that end here: their signs stand here. */
  readonly ending: readonly Mark[];
  readonly beginning: readonly Mark[];
}

/** The text cut at every mark's ends, and where else is asked: a stretch carries the marks that lie over it. */
export function stretches(
  { from, to, body }: Pick<Text, 'from' | 'to' | 'body'>,
  marks: readonly Mark[],
  also: readonly number[] = [],
): Stretch[] {
  const within = marks.filter(it => it.start < it.end && it.end > from && it.start < to);
  const sorted = within.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const ends = [...also, ...within.flatMap(it => [it.start, it.end])].filter(it => it > from && it < to);
  const cuts = [...new Set([from, ...ends, to])].sort((a, b) => a - b);
  let next = 0;
  let over: Mark[] = [];
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? to;
    over = over.filter(it => it.end > start);
    for (let it = sorted[next]; it && it.start <= start; it = sorted[next]) {
      over.push(it);
      next += 1;
    }
    return {
      start,
      words: body.slice(start - from, end - from),
      marks: over,
      ending: over.filter(it => it.end === end || (it.end > end && end === to)),
      beginning: over.filter(it => it.start === start || (it.start < start && start === from)),
    };
  });
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Placed = Box & { readonly start: number; readonly end: number };

/** Boxes of a mark on a page: words of one line become one box; a word that it takes in part is cut by its letters. */
export function boxesOf(mark: Pick<Mark, 'start' | 'end'>, boxes: readonly Placed[]): Box[] {
  const result: Box[] = [];
  for (const box of boxes) {
    if (box.end <= mark.start || box.start >= mark.end) continue;
    const letter = box.width / (box.end - box.start);
    const left = Math.max(0, mark.start - box.start) * letter;
    const right = Math.max(0, box.end - mark.end) * letter;
    const part = { ...box, x: box.x + left, width: box.width - left - right };
    const last = result.at(-1);
    if (last && isNext(last, part)) {
      const top = Math.min(last.y, part.y);
      const bottom = Math.max(last.y + last.height, part.y + part.height);
      result[result.length - 1] = {
        x: last.x,
        y: top,
        width: part.x + part.width - last.x,
        height: bottom - top,
      };
    } else result.push({ x: part.x, y: part.y, width: part.width, height: part.height });
  }
  return result;
}

/** On the same line, to the right, no column between. */
function isNext(last: Box, next: Box): boolean {
  const middle = next.y + next.height / 2;
  const gap = next.x - (last.x + last.width);
  return middle > last.y && middle < last.y + last.height && gap > -1 && gap < 2 * next.height;
}
