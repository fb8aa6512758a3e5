/** Runs of digits that count nothing: telephone numbers, dates in digits, web addresses. */
import type { Edges, Token, Tokens } from '#evidence/reading/tokens.ts';

const CODES =
  /\+\d[\d ()./-]{6,22}\d|\(\d{2,4}\) ?\d{3,4}[ -]\d{3,4}(?!\d)|(?<![\d.,-])\d{1,12}(?:[-/]\d{1,12}){2,8}(?![\d-])|(?<![\d.,-])(?:1[5-9]|20)\d\d[-–/]\d\d(?![\d.,])|(?:https?:\/\/|www\.)\S+/gu;

/** Marks every token of a sentence that stands in such a run. */
export function codesIn({ text, tokens }: Tokens, { from, to }: Edges): (at: number) => boolean {
  const begin = (tokens[from] as Token).start;
  const runs = [...text.slice(begin, (tokens[to - 1] as Token).end).matchAll(CODES)].map(
    ({ index, 0: run }) => [begin + index, begin + index + run.length] as const,
  );
  return at => {
    const { start } = tokens[at] as Token;
    return runs.some(([first, last]) => first <= start && start < last);
  };
}
