/** Words of the first question: who says so. */
import { labels } from '#words/labels.ts';
import { type Language, type Sentence, say } from '#words/language.ts';

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
  translated: {
    en: 'Translated: {id}, by {by}. The claim keeps its own words.',
    es: 'Traducido: {id}, por {by}. La afirmación conserva sus propias palabras.',
    pt: 'Traduzido: {id}, por {by}. A afirmação conserva as suas próprias palavras.',
  },
  untranslated: {
    en: 'Translation taken back: {id}',
    es: 'Traducción retirada: {id}',
    pt: 'Tradução retirada: {id}',
  },
  translatedBy: {
    en: '(translated by {name})',
    es: '(traducido por {name})',
    pt: '(traduzido por {name})',
  },
} as const;

interface Translated {
  readonly lang: string;
  readonly proposition: string;
  readonly by: string;
}

/** The translation for a reader of `language`: in that language itself, else in a regional form of it. */
export function translationIn(all: readonly Translated[], language: Language): Translated | undefined {
  return all.find(it => it.lang === language) ?? all.find(it => it.lang.startsWith(`${language}-`));
}

/** The proposition for a reader of `language`, marked where a person translated it. */
export function propositionIn(
  claim: { readonly proposition: string; readonly translations: readonly Translated[] },
  language: Language,
): string {
  const found = translationIn(claim.translations, language);
  return found
    ? `${found.proposition} ${say(claimWords.translatedBy, language, { name: found.by })}`
    : claim.proposition;
}
