/** The statement that is kept of a survey: what its estimates rest on, and a sentence for each. */
import type { Sentence } from '#words/language.ts';

export const recordWords = {
  title: {
    en: 'Estimates from interviews: {what}',
    es: 'Estimaciones a partir de entrevistas: {what}',
    pt: 'Estimativas a partir de entrevistas: {what}',
  },
  dataset: {
    en: 'Table of interviews: {what}, SHA-256 {where}',
    es: 'Tabla de entrevistas: {what}, SHA-256 {where}',
    pt: 'Tabela de entrevistas: {what}, SHA-256 {where}',
  },
  by: { en: 'Asked by', es: 'Entrevistas de', pt: 'Entrevistas de' },
  frame: { en: 'Frame', es: 'Marco', pt: 'Quadro' },
  noFrame: {
    en: 'none declared: of those who answered alone',
    es: 'no declarado: solo de quienes respondieron',
    pt: 'não declarado: só de quem respondeu',
  },
  selection: {
    en: 'How people were chosen',
    es: 'Cómo se eligió a las personas',
    pt: 'Como se escolheram as pessoas',
  },
  period: { en: 'Reference period', es: 'Periodo de referencia', pt: 'Período de referência' },
  mode: { en: 'How they were asked', es: 'Cómo se les preguntó', pt: 'Como lhes foi perguntado' },
  nonResponse: { en: 'Who did not answer', es: 'Quién no respondió', pt: 'Quem não respondeu' },
  notReached: {
    en: 'Who could not be reached',
    es: 'A quién no se pudo llegar',
    pt: 'A quem não se pôde chegar',
  },
  notStated: { en: 'not stated', es: 'no consta', pt: 'não consta' },
  method: { en: 'Method', es: 'Método', pt: 'Método' },
  asked: {
    share: { en: 'yes to “{what}”', es: 'sí a «{what}»', pt: 'sim a «{what}»' },
    rule: {
      en: '“{what}” by its rule, version {where} ({limit})',
      es: '«{what}» según su regla, versión {where} ({limit})',
      pt: '«{what}» segundo a sua regra, versão {where} ({limit})',
    },
    element: {
      en: 'element “{what}” of “{where}”, version {limit}',
      es: 'elemento «{what}» de «{where}», versión {limit}',
      pt: 'elemento «{what}» de «{where}», versão {limit}',
    },
  },
  population: {
    en: 'Of the people of the frame ({domain}), {estimate} %: {asked} ({level} % interval {low} % to {high} %; {n} answers, {missing} missing).',
    es: 'De las personas del marco ({domain}), {estimate} %: {asked} (intervalo del {level} %: de {low} % a {high} %; {n} respuestas, faltan {missing}).',
    pt: 'Das pessoas do quadro ({domain}), {estimate} %: {asked} (intervalo de {level} %: de {low} % a {high} %; {n} respostas, faltam {missing}).',
  },
  respondents: {
    en: 'Of those who answered ({domain}), {estimate} %: {asked} ({n} answers, {missing} missing).',
    es: 'De quienes respondieron ({domain}), {estimate} %: {asked} ({n} respuestas, faltan {missing}).',
    pt: 'De quem respondeu ({domain}), {estimate} %: {asked} ({n} respostas, faltam {missing}).',
  },
  people: {
    en: 'People interviewed: {what}',
    es: 'Personas entrevistadas: {what}',
    pt: 'Pessoas entrevistadas: {what}',
  },
  reason: {
    en: 'share of the interviewed to whom the element applies, by the mapping of answers',
    es: 'parte de las personas entrevistadas a quienes se aplica el elemento, según la correspondencia de respuestas',
    pt: 'parte das pessoas entrevistadas a quem se aplica o elemento, segundo a correspondência de respostas',
  },
  recorded: {
    en: 'Recorded as source {what}, with {n} {n|claim|claims}.',
    es: 'Anotado como fuente {what}, con {n} {n|afirmación|afirmaciones}.',
    pt: 'Registado como fonte {what}, com {n} {n|afirmação|afirmações}.',
  },
} as const satisfies Record<string, Sentence | Record<string, Sentence>>;
