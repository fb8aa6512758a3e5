/** A YAML file read within bounds: a person's own standard may be anybody's file. Answers what is wrong in one line. */
import { parse } from 'yaml';

export const BYTES = 400_000;
export const TOO_LARGE = `is larger than ${BYTES / 1000} KB`;
const DEEP = 40;
const NODES = 40_000;

export type Parsed = { readonly value: unknown } | { readonly fault: string };

export function parseYaml(text: string): Parsed {
  if (text.length > BYTES) return { fault: TOO_LARGE };
  if (nests(text)) return { fault: `is nested deeper than ${DEEP}` };
  try {
    const value: unknown = parse(text, { maxAliasCount: 20, logLevel: 'error' });
    const fault = bounded(value);
    return fault ? { fault } : { value };
  } catch (error) {
    return { fault: (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '' };
  }
}

/** Whether its brackets or its lists in lists go deeper than any rule does: the parser itself would run out of stack. */
function nests(text: string): boolean {
  let depth = 0;
  for (const it of text) {
    if (it === '[' || it === '{') depth += 1;
    if (it === ']' || it === '}') depth -= 1;
    if (depth > DEEP) return true;
  }
  return /^[ ]*(?:[-?][ ]+){40}/m.test(text) || /^[ ]{400}/m.test(text);
}

/** Counts what aliases repeat each time they repeat it, and stops at the bound. */
function bounded(value: unknown): string | null {
  const open: (readonly [unknown, number])[] = [[value, 0]];
  let nodes = 0;
  for (let at = open.pop(); at; at = open.pop()) {
    const [it, depth] = at;
    nodes += 1;
    if (depth > DEEP) return `is nested deeper than ${DEEP}`;
    if (nodes > NODES) return `holds more than ${NODES} values`;
    if (typeof it === 'object' && it !== null)
      for (const inner of Object.values(it)) open.push([inner, depth + 1]);
  }
  return null;
}
