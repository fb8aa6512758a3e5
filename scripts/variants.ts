/** Patterns of passages, `{one/other}` where words may be exchanged, and some of what they give. */

/** The same numbers for the same seed, from 0 to 1. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** As many as there are words to exchange, eight at most; those drawn twice count once. */
export function variantsOf(pattern: string, random: () => number): string[] {
  const most = Math.min(8, 1 + pattern.split('/').length - 1);
  const all = new Set<string>();
  for (let draw = 0; draw < most * 3 && all.size < most; draw += 1) all.add(filled(pattern, random));
  return [...all];
}

function filled(pattern: string, random: () => number): string {
  const text = pattern
    .replace(/\{([^{}]*)\}/g, (_, all: string) => {
      const choices = all.split('/');
      return choices[Math.floor(random() * choices.length)] as string;
    })
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;])/g, '$1')
    .trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
