/** Words of a finding as it is printed. */
import type { Sentence } from '#words/language.ts';

export const assessWords = {
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
  robust: { en: 'It turns without:', es: 'Cambia sin:', pt: 'Muda sem:' },
} as const;

export const findingChanged: Sentence = {
  en: '{what}: its evidence, standard or tables have changed since it was recorded',
  es: '{what}: sus pruebas, su norma o sus tablas han cambiado desde que se anotó',
  pt: '{what}: as suas provas, a sua norma ou as suas tabelas mudaram desde que foi registado',
};
