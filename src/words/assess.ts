/** Words of a finding as it is printed. */
import { type Language, type Sentence, say } from '#words/language.ts';

export const assessWords = {
  proof: { en: 'level of proof', es: 'estándar de prueba', pt: 'padrão de prova' },
  verdict: { en: 'answer', es: 'respuesta', pt: 'resposta' },
  element: { en: 'element', es: 'elemento', pt: 'elemento' },
  status: { en: 'status', es: 'estado', pt: 'estado' },
  origins: { en: 'for : against', es: 'a favor : en contra', pt: 'a favor : contra' },
  reason: { en: 'why', es: 'por qué', pt: 'porquê' },
  statuses: {
    supported: { en: 'supported', es: 'respaldado', pt: 'sustentado' },
    refuted: { en: 'refuted', es: 'refutado', pt: 'refutado' },
    conflicting: { en: 'conflicting', es: 'en conflicto', pt: 'em conflito' },
    unknown: { en: 'unknown', es: 'desconocido', pt: 'desconhecido' },
  } satisfies Record<string, Sentence>,
  verdicts: {
    met: { en: 'met', es: 'cumplida', pt: 'cumprida' },
    'not-met': { en: 'not met', es: 'no cumplida', pt: 'não cumprida' },
    open: { en: 'open', es: 'abierta', pt: 'aberta' },
    none: { en: 'no verdict', es: 'sin veredicto', pt: 'sem veredicto' },
  } satisfies Record<string, Sentence>,
  wouldChange: {
    en: 'What would change the answer:',
    es: 'Qué cambiaría la respuesta:',
    pt: 'O que mudaria a resposta:',
  },
  withdraw: { en: 'withdrawing {ids}', es: 'retirar {ids}', pt: 'retirar {ids}' },
  show: { en: 'showing {ids}', es: 'demostrar {ids}', pt: 'demonstrar {ids}' },
  bound: {
    en: 'Every set of claims was tried.',
    es: 'Se probaron todos los conjuntos de afirmaciones.',
    pt: 'Experimentaram-se todos os conjuntos de afirmações.',
  },
  bounded: {
    en: 'Sets of up to {size} of {of} claims (copies counted as one) were tried; larger ones were not.',
    es: 'Se probaron conjuntos de hasta {size} de {of} afirmaciones (las copias cuentan como una); no mayores.',
    pt: 'Experimentaram-se conjuntos de até {size} de {of} afirmações (as cópias contam como uma); não maiores.',
  },
  routes: {
    en: 'Each route by itself. They answer different questions and are never merged.',
    es: 'Cada vía por separado. Responden a preguntas distintas y nunca se funden.',
    pt: 'Cada via por si. Respondem a perguntas diferentes e nunca se fundem.',
  },
  supposed: {
    en: 'Supposed only; nothing is recorded. Without it: {verdict}.',
    es: 'Solo un supuesto; nada se anota. Sin él: {verdict}.',
    pt: 'Só uma suposição; nada se regista. Sem ela: {verdict}.',
  },
  exception: {
    en: 'Exception invoked: {name}: {status}. Its burden lies on whoever relies on it.',
    es: 'Excepción invocada: {name}: {status}. La carga recae en quien la invoca.',
    pt: 'Exceção invocada: {name}: {status}. O ónus recai sobre quem a invoca.',
  },
  circle: {
    en: 'A circle of quotation, in which each rests on another: {ids}.',
    es: 'Un círculo de citas, en el que cada una se apoya en otra: {ids}.',
    pt: 'Um círculo de citações, em que cada uma se apoia noutra: {ids}.',
  },
  robust: { en: 'It turns without:', es: 'Cambia sin:', pt: 'Muda sem:' },
} as const;

export const findingChanged: Sentence = {
  en: '{what}: its evidence, standard or tables have changed since it was recorded',
  es: '{what}: sus pruebas, su norma o sus tablas han cambiado desde que se anotó',
  pt: '{what}: as suas provas, a sua norma ou as suas tabelas mudaram desde que foi registado',
};

/** How far the search for what would change the answer went; empty where there was nothing to search. */
export function boundSentence(
  { exact, size, of }: { readonly exact: boolean; readonly size: number; readonly of: number },
  language: Language,
): string {
  if (of === 0) return '';
  return exact ? assessWords.bound[language] : say(assessWords.bounded, language, { size, of });
}
