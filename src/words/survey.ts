/** Words of interviews: what they say of a population, and what they cannot say. */
import type { Sentence } from '#words/language.ts';

export const surveyWords = {
  all: { en: 'all together', es: 'en conjunto', pt: 'em conjunto' },
  domain: { en: 'who', es: 'quiénes', pt: 'quem' },
  n: { en: 'answers', es: 'respuestas', pt: 'respostas' },
  missing: { en: 'no answer', es: 'sin respuesta', pt: 'sem resposta' },
  estimate: { en: 'estimate', es: 'estimación', pt: 'estimativa' },
  interval: { en: 'interval', es: 'intervalo', pt: 'intervalo' },
  deff: { en: 'design effect', es: 'efecto de diseño', pt: 'efeito do desenho' },
  bounds: {
    en: 'if those without an answer said no, or yes',
    es: 'si quienes no respondieron dijeran que no, o que sí',
    pt: 'se quem não respondeu dissesse que não, ou que sim',
  },
  of: {
    population: {
      en: 'Of the population that the frame covers: {what}.',
      es: 'De la población que cubre el marco: {what}.',
      pt: 'Da população que o quadro cobre: {what}.',
    },
    respondents: {
      en: 'Of those who answered, and of nobody else: no probability design is declared (--frame). Weights alone are not one.',
      es: 'De quienes respondieron, y de nadie más: no se declara un diseño probabilístico (--frame). Los pesos solos no lo son.',
      pt: 'De quem respondeu, e de mais ninguém: não se declara um desenho probabilístico (--frame). Os pesos por si sós não o são.',
    },
  },
  unasked: {
    no: {
      en: 'Of elements that no question asks about it is taken that nobody would have said yes.',
      es: 'De los elementos por los que ninguna pregunta indaga se supone que nadie habría dicho que sí.',
      pt: 'Dos elementos de que nenhuma pergunta trata supõe-se que ninguém teria dito que sim.',
    },
    unknown: {
      en: 'Of elements that no question asks about nothing is taken: who said no to the others stays open.',
      es: 'De los elementos por los que ninguna pregunta indaga no se supone nada: quien dijo que no a los demás queda abierto.',
      pt: 'Dos elementos de que nenhuma pergunta trata nada se supõe: quem disse que não aos outros fica em aberto.',
    },
  },
  rule: {
    en: 'Each respondent was classified by {what}, version {where} ({limit}).',
    es: 'Cada respondente se clasificó según {what}, versión {where} ({limit}).',
    pt: 'Cada respondente foi classificado segundo {what}, versão {where} ({limit}).',
  },
} as const;

export const surveyNotes = {
  'no-frame': {
    en: 'no interval, no error and no total: who had which chance of being asked is not declared',
    es: 'sin intervalo, sin error y sin total: no se declara quién tenía qué probabilidad de ser preguntado',
    pt: 'sem intervalo, sem erro e sem total: não se declara quem tinha que probabilidade de ser perguntado',
  },
  'no-total': {
    en: 'a total would multiply respondents by a population',
    es: 'un total multiplicaría a los respondentes por una población',
    pt: 'um total multiplicaria os respondentes por uma população',
  },
  'small-cell': {
    en: 'fewer than 10 people, or what would tell of them by subtraction: not shown',
    es: 'menos de 10 personas, o lo que permitiría deducirlas por resta: no se muestra',
    pt: 'menos de 10 pessoas, ou o que permitiria deduzi-las por subtração: não se mostra',
  },
  'no-respondents': { en: 'no respondents', es: 'sin respondentes', pt: 'sem respondentes' },
  'one-sided': {
    en: 'nobody, or everybody, answered yes: a one-sided bound on the number of clusters',
    es: 'nadie, o todos, respondieron que sí: una cota de un solo lado según el número de conglomerados',
    pt: 'ninguém, ou todos, responderam que sim: um limite de um só lado segundo o número de conglomerados',
  },
  'no-freedom': {
    en: 'one cluster a stratum: nothing says how much answers vary',
    es: 'un conglomerado por estrato: nada dice cuánto varían las respuestas',
    pt: 'um conglomerado por estrato: nada diz quanto variam as respostas',
  },
} as const satisfies Record<string, Sentence>;

export type SurveyNote = keyof typeof surveyNotes;
