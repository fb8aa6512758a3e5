/** Words of the first question: who says so. */
import { labels } from '#words/labels.ts';
import type { Sentence } from '#words/language.ts';

export const claimWords = {
  sides: labels.side as Readonly<Record<string, Sentence>>,
  count: { en: '{n} claims', es: '{n} afirmaciones', pt: '{n} afirmações' },
  id: { en: 'id', es: 'id', pt: 'id' },
  side: { en: 'side', es: 'lado', pt: 'lado' },
  place: { en: 'place', es: 'lugar', pt: 'lugar' },
  period: { en: 'period', es: 'período', pt: 'período' },
  asserter: { en: 'who says so', es: 'quién lo dice', pt: 'quem o diz' },
  proposition: { en: 'what is claimed', es: 'qué se afirma', pt: 'o que se afirma' },
  words: { en: 'exact words', es: 'palabras exactas', pt: 'palavras exatas' },
  confidence: { en: 'sure', es: 'certeza', pt: 'certeza' },
  kind: { en: 'kind', es: 'tipo', pt: 'tipo' },
  waiting: {
    en: '{n} proposals wait for a person',
    es: '{n} propuestas esperan a una persona',
    pt: '{n} propostas esperam por uma pessoa',
  },
  done: { en: '{act}: {ids}', es: '{act}: {ids}', pt: '{act}: {ids}' },
  undone: {
    en: 'Taken back: {act} of {ids}',
    es: 'Deshecho: {act} de {ids}',
    pt: 'Desfeito: {act} de {ids}',
  },
  added: {
    en: '{name}: source {source}, {n} proposals wait for a person',
    es: '{name}: fuente {source}, {n} propuestas esperan a una persona',
    pt: '{name}: fonte {source}, {n} propostas esperam por uma pessoa',
  },
  speaker: { en: 'speaker', es: 'hablante', pt: 'falante' },
  narration: { en: 'the outlet itself', es: 'el propio medio', pt: 'o próprio meio' },
  figures: { en: '{n} figures', es: '{n} cifras', pt: '{n} números' },
  outlet: {
    en: '{n} labels and scare quotes of the outlet itself',
    es: '{n} etiquetas y comillas del propio medio',
    pt: '{n} rótulos e aspas do próprio meio',
  },
  bearings: {
    en: '{n} passages that bear on an element',
    es: '{n} pasajes que inciden en un elemento',
    pt: '{n} passagens que incidem num elemento',
  },
} as const;
