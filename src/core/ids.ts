/** Ids are given at entry and kept for ever; they are file names, addresses and JSON keys, so they stay plain. */

const shape = /^[0-9a-z][0-9a-z.-]*$/;
const MAX = 120;

export function isId(text: string): boolean {
  return text.length <= MAX && shape.test(text) && !text.includes('..');
}

/** A plain id from any words: accents folded, everything else to hyphens, cut at `max`. Empty where nothing is left. */
export function idFrom(words: string, max = 60): string {
  const plain = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^0-9a-z]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, max).replace(/-+$/, '');
}

/** The first of `BASE1`, `BASE2`, … (or from `from` on) that is not taken; asked inside of the act that uses it. */
export async function firstFree(
  base: string,
  isTaken: (id: string) => boolean | Promise<boolean>,
  from = 1,
): Promise<string> {
  let n = from;
  while (await isTaken(`${base}${n}`)) n += 1;
  return `${base}${n}`;
}
