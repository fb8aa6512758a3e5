/** What single cues lean to beyond what their kind does: said or only thought, and what they take. Words are data. */
import { classId } from '#evidence/reading/classes.ts';
import type { Tokens } from '#evidence/reading/tokens.ts';
import type { Word } from '#evidence/reading/vocabulary.ts';

const ASK = classId('cue-ask');
const AS = classId('as');
const COMMA = classId('comma');
const STOP = classId('stop');
/** Tokens. */
const AS_REACH = 10;

/**
 * Words with a threshold of their own within their kind. An attitude (support, consider) is more often had than said;
 * a participle of asking after a comma (“…, requesting …”) and “describe … as” are mostly said.
 */
export function ownKind(it: Tokens, at: number): string | null {
  const { attitudes, participle, reactions, saysAs } = it.lexicon;
  const { lower } = it.tokens[at] as Word;
  if (attitudes.has(lower)) return 'attitude';
  if (saysAs.has(lower) && hasAs(it, at)) return 'says-as';
  if (reactions.has(lower)) return 'reaction';
  const asking = it.classes[at] === ASK && participle !== '' && lower.endsWith(participle);
  return asking && it.classes[at - 1] === COMMA ? 'asking' : null;
}

/** “describe the programme as”: within ten tokens, without a comma or a full stop between. */
function hasAs(it: Tokens, at: number): boolean {
  for (let next = at + 1; next <= at + AS_REACH && next < it.tokens.length; next += 1) {
    const of = it.classes[next] as number;
    if (of === AS) return true;
    if (of === COMMA || of === STOP) return false;
  }
  return false;
}

/** What is requested or proposed follows at once: these words name nobody whom they ask. */
export function asksThing(it: Tokens, head: number): boolean {
  return it.lexicon.takesThing.has((it.tokens[head] as Word).lower);
}
