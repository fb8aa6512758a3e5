/** Words of competing hypotheses. */
import type { Sentence } from '#words/language.ts';

export const hypothesesWords = {
  about: {
    en: 'What each claim fits. Inconsistent origins are counted, never added up; the fewest against is no verdict.',
    es: 'Con qué encaja cada afirmación. Los orígenes contrarios se cuentan, nunca se suman; tener menos en contra no es un veredicto.',
    pt: 'Com que se ajusta cada afirmação. As origens contrárias contam-se, nunca se somam; ter menos contra não é um veredicto.',
  },
  hypothesis: { en: 'hypothesis', es: 'hipótesis', pt: 'hipótese' },
  against: {
    en: 'against it (strong, fair, weak)',
    es: 'en contra (fuertes, medianos, débiles)',
    pt: 'contra (fortes, médias, fracas)',
  },
  forIt: {
    en: 'for it (strong, fair, weak)',
    es: 'a favor (fuertes, medianos, débiles)',
    pt: 'a favor (fortes, médias, fracas)',
  },
  claim: { en: 'claim', es: 'afirmación', pt: 'afirmação' },
  fits: {
    consistent: { en: 'fits', es: 'encaja', pt: 'ajusta-se' },
    inconsistent: { en: 'against', es: 'en contra', pt: 'contra' },
    neutral: { en: '–', es: '–', pt: '–' },
  },
  discriminating: {
    en: 'Claims that tell them apart: {ids}',
    es: 'Afirmaciones que las distinguen: {ids}',
    pt: 'Afirmações que as distinguem: {ids}',
  },
  fitEvery: {
    en: 'Claims that fit every one: {ids}',
    es: 'Afirmaciones que encajan con todas: {ids}',
    pt: 'Afirmações que se ajustam a todas: {ids}',
  },
  none: { en: 'none', es: 'ninguna', pt: 'nenhuma' },
  dissent: {
    en: 'Graded differently: {what} ({grades})',
    es: 'Con grados distintos: {what} ({grades})',
    pt: 'Com graus diferentes: {what} ({grades})',
  },
} satisfies Record<string, Sentence | Record<string, Sentence>>;
