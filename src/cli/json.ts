/** JSON as `JSON.stringify(value, null, 2)` has it, in pieces: what is long never stands in memory as one string. */

/** Lists and records so deep are taken apart; what is deeper is one piece. */
const DEEPEST = 2;
/** UTF-16 units gathered before they are handed on. */
const PIECE = 1 << 16;

export function* jsonPieces(value: unknown): Generator<string> {
  let gathered = '';
  for (const piece of partsOf(value, 0, '\n')) {
    gathered += piece;
    if (gathered.length < PIECE) continue;
    yield gathered;
    gathered = '';
  }
  yield gathered;
}

/** `line` is what begins a line of the record or list that holds the value. */
function* partsOf(value: unknown, depth: number, line: string): Generator<string> {
  const inner = `${line}  `;
  if (depth === DEEPEST || !isTree(value)) yield wholly(value, line);
  else if (Array.isArray(value))
    yield* list(
      value.map(it => ['', it] as const),
      '[]',
      depth,
      inner,
    );
  else {
    const members = Object.entries(value).filter(([, it]) => !isLeftOut(it));
    yield* list(
      members.map(([name, it]) => [`${JSON.stringify(name)}: `, it] as const),
      '{}',
      depth,
      inner,
    );
  }
}

function* list(
  all: readonly (readonly [before: string, value: unknown])[],
  brackets: '[]' | '{}',
  depth: number,
  line: string,
): Generator<string> {
  if (all.length === 0) yield brackets;
  else {
    for (const [index, [before, value]] of all.entries()) {
      yield `${index === 0 ? brackets[0] : ','}${line}${before}`;
      yield* partsOf(value, depth + 1, line);
    }
    yield `${line.slice(0, -2)}${brackets[1]}`;
  }
}

/** A line feed within a string is escaped, so each that is there begins a line. */
function wholly(value: unknown, line: string): string {
  return (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', line);
}

/** What says itself how it is printed (a date) is one piece. */
function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !('toJSON' in value);
}

function isLeftOut(value: unknown): boolean {
  return value === undefined || typeof value === 'function' || typeof value === 'symbol';
}
