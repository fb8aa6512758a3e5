/**
 * A finding written down: the hashes of what went in and of what came out, so that it can be computed again. Words are
 * in neither, so that a finding is the same in every language.
 */
import type { Finding } from '#assessment/findings/assess.ts';
import { canonical, type Json } from '#core/canonical.ts';
import { sha256 } from '#core/hash.ts';
import { type Actor, act, type Store } from '#store/store.ts';

/** Of the hashes below; a finding recorded in another form cannot be computed again. */
const FORM = 2;

export interface Recorded {
  readonly scope: string;
  readonly inputs: string;
  readonly output: string;
}

/** Writes the finding's hashes into the history. Answers the row's id. */
export async function recordFinding(store: Store, actor: Actor, finding: Finding): Promise<string> {
  const recorded = recordedOf(finding);
  const id = recorded.output.slice(0, 16);
  await act(store, { ...actor, act: 'record' }, write =>
    write.put('findings', { id, verdict: finding.verdict, ...recorded }),
  );
  return id;
}

export function recordedOf(finding: Finding): Recorded {
  const scope = { form: FORM, standard: finding.standard.id, proof: finding.proof.id, ...finding.scope };
  const inputs = [
    scope,
    finding.standard.sha256,
    finding.proof.table,
    finding.strengthTable,
    finding.evidence,
  ];
  return { scope: text(scope), inputs: sha256(text(inputs)), output: sha256(text(withoutWords(finding))) };
}

/** Everything but what differs from one language to another. */
function withoutWords(finding: Finding) {
  const {
    sentence: _,
    banner: __,
    standard,
    proof,
    elements,
    exceptions,
    presumptions,
    pattern,
    ...rest
  } = finding;
  const bare = <T extends { readonly name: string; readonly reason: string }>({
    name: _,
    reason: __,
    ...element
  }: T) => element;
  return {
    ...rest,
    standard: { ...standard, title: null },
    proof: { ...proof, name: null },
    elements: elements.map(bare),
    exceptions: exceptions.map(bare),
    pattern: pattern && { ...pattern, sentence: null },
    presumptions: presumptions.map(({ title: _, sentence: __, ...it }) => it),
  };
}

function text(value: unknown): string {
  return canonical(value as Json);
}
