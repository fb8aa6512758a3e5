/** Words of the size of a group from overlapping lists. */
import type { Sentence } from '#words/language.ts';

export const populationWords = {
  method: { en: 'method', es: 'método', pt: 'método' },
  estimate: { en: 'people', es: 'personas', pt: 'pessoas' },
  interval: { en: 'interval', es: 'intervalo', pt: 'intervalo' },
  models: { en: 'beside it', es: 'al lado', pt: 'ao lado' },
  refused: { en: 'refused', es: 'rechazado', pt: 'recusado' },
  working: { en: '{what}: {limit} %', es: '{what}: {limit} %', pt: '{what}: {limit} %' },
  seen: {
    en: '{what} people are on at least one of {where} lists. Table {limit}.',
    es: '{what} personas están en al menos una de {where} listas. Tabla {limit}.',
    pt: '{what} pessoas estão em pelo menos uma de {where} listas. Tabela {limit}.',
  },
  critique: {
    en: 'No number here stands alone: methods and models that fit about as well can differ by a factor of two, and all assume something that the lists cannot show (Whitehead et al. 2021; Binette and Steorts 2022; Aleshin-Guendel et al. 2021).',
    es: 'Ningún número aquí vale por sí solo: métodos y modelos que se ajustan casi igual pueden diferir en un factor de dos, y todos suponen algo que las listas no muestran (Whitehead et al. 2021; Binette y Steorts 2022; Aleshin-Guendel et al. 2021).',
    pt: 'Nenhum número aqui vale sozinho: métodos e modelos que se ajustam quase igual podem diferir por um fator de dois, e todos supõem algo que as listas não mostram (Whitehead et al. 2021; Binette e Steorts 2022; Aleshin-Guendel et al. 2021).',
  },
  kinds: {
    profile: { en: 'profile', es: 'perfil', pt: 'perfil' },
    bca: { en: 'bootstrap', es: 'remuestreo', pt: 'reamostragem' },
    'log-normal': { en: 'log-normal', es: 'log-normal', pt: 'log-normal' },
    posterior: { en: 'posterior', es: 'a posteriori', pt: 'a posteriori' },
  },
  choices: {
    'main-effects': {
      en: 'lists independent',
      es: 'listas independientes',
      pt: 'listas independentes',
    },
    'stepwise-aic': { en: 'stepwise, AIC', es: 'por pasos, AIC', pt: 'por passos, AIC' },
    'stepwise-p': {
      en: 'stepwise, p below 2 %',
      es: 'por pasos, p menor del 2 %',
      pt: 'por passos, p abaixo de 2 %',
    },
    'least-bic': { en: 'least BIC', es: 'BIC mínimo', pt: 'BIC mínimo' },
  },
} as const;

export const populationNotes = {
  'no-overlap': {
    en: 'nobody is on two lists, so the lists say nothing about those on none',
    es: 'nadie está en dos listas: las listas no dicen nada de quienes no están en ninguna',
    pt: 'ninguém está em duas listas: as listas nada dizem de quem não está em nenhuma',
  },
  'no-maximum': {
    en: 'no model of this kind has a best fit to this table',
    es: 'ningún modelo de este tipo tiene un mejor ajuste a esta tabla',
    pt: 'nenhum modelo deste tipo tem um melhor ajuste a esta tabela',
  },
  'not-identifiable': {
    en: 'the table fits equally with many sizes',
    es: 'la tabla se ajusta por igual a muchos tamaños',
    pt: 'a tabela ajusta-se por igual a muitos tamanhos',
  },
  'three-lists': {
    en: 'needs three lists or more',
    es: 'necesita tres listas o más',
    pt: 'precisa de três listas ou mais',
  },
  'three-to-five': {
    en: 'is for three to five lists',
    es: 'es para de tres a cinco listas',
    pt: 'é para de três a cinco listas',
  },
  'at-cap': {
    en: 'weight lies at the end of the grid: the cap decides, not the data',
    es: 'hay peso al final de la cuadrícula: decide el tope, no los datos',
    pt: 'há peso no fim da grelha: decide o limite, não os dados',
  },
  unbounded: {
    en: 'the table sets no upper bound',
    es: 'la tabla no fija un límite superior',
    pt: 'a tabela não fixa um limite superior',
  },
  'thin-overlap': {
    en: 'a pair of lists shares fewer than 5 people',
    es: 'un par de listas comparte menos de 5 personas',
    pt: 'um par de listas partilha menos de 5 pessoas',
  },
  'ended-empty': {
    en: 'the steps end at a pair of lists that shares nobody',
    es: 'los pasos acaban en un par de listas que no comparte a nadie',
    pt: 'os passos acabam num par de listas que não partilha ninguém',
  },
  'lower-order': {
    en: 'with so many lists, only models up to a lower order were searched',
    es: 'con tantas listas solo se buscaron modelos hasta un orden menor',
    pt: 'com tantas listas só se procuraram modelos até uma ordem menor',
  },
  'lower-bound': {
    en: 'a lower bound only where people differ or the lists depend positively',
    es: 'un límite inferior solo si las personas difieren o las listas dependen positivamente',
    pt: 'um limite inferior só se as pessoas diferem ou as listas dependem positivamente',
  },
  'low-coverage': {
    en: 'the lists cover little, so the one-step estimate is used',
    es: 'las listas cubren poco: se usa la estimación de un paso',
    pt: 'as listas cobrem pouco: usa-se a estimativa de um passo',
  },
  'no-interval': {
    en: 'no interval is given',
    es: 'no se da intervalo',
    pt: 'não se dá intervalo',
  },
  'drawn-close': {
    en: 'the bootstrap chooses among the 113 models that fit this table best',
    es: 'el remuestreo elige entre los 113 modelos que mejor se ajustan a esta tabla',
    pt: 'a reamostragem escolhe entre os 113 modelos que melhor se ajustam a esta tabela',
  },
  'few-drawn': {
    en: 'too few redrawn tables had an estimate for a bootstrap interval',
    es: 'muy pocas tablas remuestreadas tuvieron estimación para un intervalo',
    pt: 'poucas tabelas reamostradas tiveram estimativa para um intervalo',
  },
  'chains-differ': {
    en: 'the sampler’s chains did not reach the same place: see the median of each',
    es: 'las cadenas del muestreador no llegaron al mismo lugar: vea la mediana de cada una',
    pt: 'as cadeias do amostrador não chegaram ao mesmo lugar: veja a mediana de cada uma',
  },
  'several-modes': {
    en: 'the posterior has several peaks',
    es: 'la distribución a posteriori tiene varios picos',
    pt: 'a distribuição a posteriori tem vários picos',
  },
} as const satisfies Record<string, Sentence>;

export type PopulationNote = keyof typeof populationNotes;
