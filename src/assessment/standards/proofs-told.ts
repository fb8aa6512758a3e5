/** A proof standard told to a reader: what it asks for, and what others call that rung. Pure. */
import type { Elsewhere, Proof } from '#assessment/standards/shape.ts';
import { type Language, say } from '#words/language.ts';
import { labourWords as words } from '#words/pages/labour.ts';

export interface ProofTold {
  readonly id: string;
  readonly name: string;
  readonly family: Proof['family'];
  readonly asks: readonly string[];
  readonly elsewhere: readonly {
    readonly by: string;
    readonly name: string;
    readonly where: string;
    readonly parts: readonly string[];
    readonly verified: boolean;
    readonly url: string;
  }[];
}

export function tellProof(proof: Proof, elsewhere: readonly Elsewhere[], language: Language): ProofTold {
  return {
    id: proof.id,
    name: proof.name[language],
    family: proof.family,
    asks: asked(proof, language),
    elsewhere: elsewhere.flatMap(({ title, rungs, verified, source }) =>
      rungs
        .filter(it => it.is === proof.id)
        .map(it => ({
          ...{ by: title[language], name: it.name[language], where: it.where[language] },
          parts: (it.parts ?? []).map(part => part.name[language]),
          ...{ verified: verified.yes, url: source.url },
        })),
    ),
  };
}

function asked(proof: Proof, language: Language): string[] {
  if (proof.family === 'carneades')
    return [say(words.formula, language, { formula: proof.formula, ...proof.parameters })];
  return [
    ...proof.atLeast.map(({ origins, strength }) =>
      say(words.atLeast, language, { n: origins, strength: words.strengths[strength][language] }),
    ),
    ...[...new Set(proof.contrary)].map(it => words.contrary[it][language]),
  ];
}
