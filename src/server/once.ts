/** Answers that follow from the evidence alone, kept while it stands: an act makes new evidence and empties this. */
import { onceFor } from '#core/lookup.ts';
import type { Evidence } from '#evidence/claims/claims.ts';

const answersOf = onceFor((_evidence: Evidence) => new Map<string, unknown>());
/** Answers kept for one body of evidence; the oldest goes first. */
const MOST = 200;

/** `work()`, done once for each key while the evidence stands. The key names everything else that goes in. */
export function once<T>(evidence: Evidence, key: string, work: () => T): T {
  const answers = answersOf(evidence);
  if (answers.has(key)) return answers.get(key) as T;
  const answer = work();
  const [oldest] = answers.keys();
  if (answers.size >= MOST && oldest !== undefined) answers.delete(oldest);
  answers.set(key, answer);
  return answer;
}
