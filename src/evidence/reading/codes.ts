/** Runs of digits that count nothing: telephone numbers, dates in digits, web addresses. */
import type { Edges, Tokens } from '#evidence/reading/tokens.ts';

const CODES =
  /\+\d[\d ()./-]{6,22}\d|\(\d{2,4}\) ?\d{3,4}[ -]\d{3,4}(?!\d)|(?<![\d.,-])\d{1,12}(?:[-/]\d{1,12}){2,8}(?![\d-])|(?<![\d.,-])(?:1[5-9]|20)\d\d[-–/]\d\d(?![\d.,])|(?:https?:\/\/|www\.)\S+/gu;

/** Marks every token of a sentence that stands in such a run. */
export function codesIn({ text, starts, ends }: Tokens, { from, to }: Edges): (at: number) => boolean {
  const begin = starts[from] as number;
  const runs = [...text.slice(begin, ends[to - 1]).matchAll(CODES)].map(
    ({ index, 0: run }) => [begin + index, begin + index + run.length] as const,
  );
  return at => {
    const start = starts[at] as number;
    return runs.some(([first, last]) => first <= start && start < last);
  };
}
