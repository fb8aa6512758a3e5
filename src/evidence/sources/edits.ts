/**
 * How many edits (letters put in, left out or changed) turn a pattern into what stands in a text, for every place at
 * which it may end: Myers' bit vectors, 32 rows of the table at a time. Time: length of the text × pattern / 32.
 */

export interface Ending {
  /** Index after the last unit. */
  readonly end: number;
  readonly errors: number;
}

/** Bits of each unit's places in the pattern, in blocks of 32. */
function masksOf(pattern: string, blocks: number): Map<number, Int32Array> {
  const masks = new Map<number, Int32Array>();
  for (let at = 0; at < pattern.length; at += 1) {
    const unit = pattern.charCodeAt(at);
    const mask = masks.get(unit) ?? new Int32Array(blocks);
    mask[at >> 5] = (mask[at >> 5] ?? 0) | (1 << (at & 31));
    masks.set(unit, mask);
  }
  return masks;
}

/**
 * Calls `each` with the errors of the best match that ends after every unit of `text` from `from` to `to`. With
 * `anchored`, the match must begin at `from`.
 */
export function eachEnding(
  pattern: string,
  text: string,
  from: number,
  to: number,
  each: (end: number, errors: number) => void,
  anchored = false,
): void {
  const blocks = Math.max(1, Math.ceil(pattern.length / 32));
  const masks = masksOf(pattern, blocks);
  const none = new Int32Array(blocks);
  const plus = new Int32Array(blocks).fill(-1);
  const minus = new Int32Array(blocks);
  const last = 1 << ((pattern.length - 1) & 31);
  let errors = pattern.length;
  for (let at = from; at < to; at += 1) {
    const mask = masks.get(text.charCodeAt(at)) ?? none;
    let carry = anchored ? 1 : 0;
    for (let block = 0; block < blocks; block += 1) {
      const up = plus[block] ?? 0;
      const down = minus[block] ?? 0;
      let equal = mask[block] ?? 0;
      const vertical = equal | down;
      if (carry < 0) equal |= 1;
      const across = (((equal & up) + up) ^ up) | equal;
      let more = down | ~(across | up);
      let less = up & across;
      const high = block === blocks - 1 ? last : 0x80000000;
      const out = (more & high) !== 0 ? 1 : (less & high) !== 0 ? -1 : 0;
      more <<= 1;
      less <<= 1;
      if (carry < 0) less |= 1;
      else if (carry > 0) more |= 1;
      plus[block] = less | ~(vertical | more);
      minus[block] = more & vertical;
      carry = out;
    }
    errors += carry;
    each(at + 1, errors);
  }
}

/** The endings with at most `budget` errors that none nearby betters: one for each place, the best first. */
export function endingsOf(pattern: string, text: string, from: number, to: number, budget: number): Ending[] {
  const found: Ending[] = [];
  eachEnding(pattern, text, from, to, (end, errors) => {
    if (errors > budget) return;
    const before = found.at(-1);
    if (!before || end - before.end > pattern.length / 2) found.push({ end, errors });
    else if (errors < before.errors) found[found.length - 1] = { end, errors };
  });
  return found.sort((a, b) => a.errors - b.errors || a.end - b.end);
}

/** The share of `pattern` that stands right before (or, reversed, right after) a place: 1 is all of it. */
export function standsBefore(pattern: string, text: string, at: number): number {
  if (pattern === '') return 0;
  let errors = pattern.length;
  const from = Math.max(0, at - Math.ceil(pattern.length * 1.3));
  eachEnding(pattern, text, from, at, (_, it) => {
    errors = it;
  });
  return 1 - errors / pattern.length;
}

export function standsAfter(pattern: string, text: string, at: number): number {
  const after = reversed(text.slice(at, at + Math.ceil(pattern.length * 1.3)));
  return standsBefore(reversed(pattern), after, after.length);
}

export function reversed(text: string): string {
  let out = '';
  for (let at = text.length - 1; at >= 0; at -= 1) out += text.charAt(at);
  return out;
}
