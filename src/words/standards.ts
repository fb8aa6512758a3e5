/** How a standard and its rule are told: heads, kinds, and the joints of a rule. */
import { type Sentence, words as s } from '#words/language.ts';

export const standardWords = {
  count: s('{n} {n|element|elements}', '{n} {n|elemento|elementos}', '{n} {n|elemento|elementos}'),
  stubbed: s('not to be applied', 'no aplicable', 'não aplicável'),
  id: s('standard', 'norma', 'norma'),
  kind: s('kind', 'tipo', 'tipo'),
  year: s('year', 'año', 'ano'),
  version: s('version', 'versión', 'versão'),
  body: s('body', 'organismo', 'organismo'),
  title: s('title', 'título', 'título'),
  elements: s('elements', 'elementos', 'elementos'),
  exceptions: s('exceptions', 'excepciones', 'exceções'),
  verified: s('text', 'texto', 'texto'),
  yes: s('verified', 'verificado', 'verificado'),
  no: s('not verified', 'sin verificar', 'por verificar'),
  how: s('how verified', 'cómo se verificó', 'como se verificou'),
  source: s('source', 'fuente', 'fonte'),
  paragraphs: s('paragraphs', 'párrafos', 'parágrafos'),
  subjects: s('fits', 'vale para', 'vale para'),
  routes: s('routes', 'vías', 'vias'),
  rule: s('rule', 'regla', 'regra'),
  lookFor: s('what to look for', 'qué buscar', 'o que procurar'),
  burden: s('burden on', 'la carga es de', 'o ónus é de'),
  reliesOnIt: s('whoever relies on it', 'quien la invoca', 'quem a invoca'),
  bound: s('whom it bound when', 'a quién obligó y cuándo', 'a quem vinculou e quando'),
  state: s('state', 'Estado', 'Estado'),
  period: s('bound', 'obligado', 'vinculado'),
  never: s('never', 'nunca', 'nunca'),
  onward: s('{from} onward', 'desde {from}', 'desde {from}'),
  others: s(
    'Of states not listed nothing is known here.',
    'De los Estados que no figuran no se sabe nada aquí.',
    'Dos Estados que não figuram nada se sabe aqui.',
  ),
  element: s('element', 'elemento', 'elemento'),
  file: s('file', 'archivo', 'ficheiro'),
  crosswalk: s('leads to', 'lleva a', 'leva a'),
  ask: s('ask', 'preguntar', 'perguntar'),
  faultless: s(
    '{n} {n|file|files}, no fault.',
    '{n} {n|archivo|archivos}, sin faltas.',
    '{n} {n|ficheiro|ficheiros}, sem faltas.',
  ),
  faults: s(
    '{n} {n|fault|faults} in {files} {files|file|files}.',
    '{n} {n|falta|faltas} en {files} {files|archivo|archivos}.',
    '{n} {n|falta|faltas} em {files} {files|ficheiro|ficheiros}.',
  ),
  unverified: s(
    'Its text is not verified: {how}',
    'Su texto no está verificado: {how}',
    'O seu texto não está verificado: {how}',
  ),
  stub: s(
    'Listed only: its text is not loaded and it cannot be applied.',
    'Solo figura en la lista: su texto no está cargado y no puede aplicarse.',
    'Só figura na lista: o seu texto não está carregado e não se pode aplicar.',
  ),
} as const;

export const standardKinds = {
  verdict: s('verdict', 'veredicto', 'veredicto'),
  screening: s('screening', 'cribado', 'triagem'),
  map: s('map of elements', 'mapa de elementos', 'mapa de elementos'),
  checklist: s('checklist', 'lista de comprobación', 'lista de verificação'),
  questions: s('questions', 'preguntas', 'perguntas'),
} as const satisfies Record<string, Sentence>;

export const subjectNames: Readonly<Record<string, Sentence>> = {
  person: s('one person', 'una persona', 'uma pessoa'),
  cohort: s('a cohort', 'un grupo', 'um grupo'),
  rule: s('a rule', 'una regla', 'uma regra'),
  programme: s('a programme', 'un programa', 'um programa'),
  government: s('a government', 'un gobierno', 'um governo'),
  goods: s('goods', 'mercancías', 'mercadorias'),
};

/** The joints of a rule; what follows them stands below. */
export const ruleWords = {
  and: s('all of these', 'todo esto', 'tudo isto'),
  or: s('at least one of these', 'al menos uno de estos', 'pelo menos um destes'),
  not: s('not this', 'no esto', 'não isto'),
  atLeast: s('at least {n} of these', 'al menos {n} de estos', 'pelo menos {n} destes'),
  exactlyOne: s('exactly one of these', 'exactamente uno de estos', 'exatamente um destes'),
  chosenHere: s(
    'at least {n} {n|element|elements}: {select}',
    'al menos {n} {n|elemento|elementos}: {select}',
    'pelo menos {n} {n|elemento|elementos}: {select}',
  ),
  chosen: s(
    'at least {n} {n|element|elements}: {select} ({of} in all)',
    'al menos {n} {n|elemento|elementos}: {select} ({of} en total)',
    'pelo menos {n} {n|elemento|elementos}: {select} ({of} ao todo)',
  ),
  oneChosen: s(
    'exactly one element: {select} ({of} in all)',
    'exactamente un elemento: {select} ({of} en total)',
    'exatamente um elemento: {select} ({of} ao todo)',
  ),
  existsOver: s('in at least one of: {list}', 'en al menos una de: {list}', 'em pelo menos uma de: {list}'),
  forAllOver: s('in each of: {list}', 'en cada una de: {list}', 'em cada uma de: {list}'),
  existsIn: s('some element of {list}', 'algún elemento de {list}', 'algum elemento de {list}'),
  forAllIn: s('every element of {list}', 'todos los elementos de {list}', 'todos os elementos de {list}'),
  stage: s(
    'stages, each after the one before',
    'etapas, cada una tras la anterior',
    'etapas, cada uma após a anterior',
  ),
  ordered: s(
    'a scale, from the lowest rung',
    'una escala, desde el grado más bajo',
    'uma escala, desde o degrau mais baixo',
  ),
  inReferencePeriod: s(
    'within one reference period',
    'dentro de un período de referencia',
    'dentro de um período de referência',
  ),
  excepted: s(
    'an exception of {title}, where somebody makes one out',
    'una excepción de {title}, si alguien la demuestra',
    'uma exceção de {title}, se alguém a demonstrar',
  ),
  ownExceptions: s(
    'unless one of its exceptions is made out',
    'salvo que se demuestre una de sus excepciones',
    'salvo se se demonstrar uma das suas exceções',
  ),
  standard: s('what {title} requires', 'lo que exige {title}', 'o que exige {title}'),
  gt: s('{left} above {right}', '{left} por encima de {right}', '{left} acima de {right}'),
  lt: s('{left} below {right}', '{left} por debajo de {right}', '{left} abaixo de {right}'),
  checklist: s(
    'each point by itself; no number of them is a conclusion',
    'cada punto por separado; ningún número de ellos es una conclusión',
    'cada ponto por si; nenhum número deles é uma conclusão',
  ),
} as const;

export const gradeNames: Readonly<Record<string, Sentence>> = {
  strong: s('strong', 'fuerte', 'forte'),
  medium: s('medium', 'medio', 'médio'),
  weak: s('weak', 'débil', 'fraco'),
  involuntariness: s('involuntariness', 'involuntariedad', 'involuntariedade'),
  penalty: s('penalty', 'pena', 'penalidade'),
  other: s('other', 'otro', 'outro'),
};

export const crosswalkWords = {
  reason: s(
    'Follows from {element}, where it is about {fact}.',
    'Se sigue de {element}, si trata de {fact}.',
    'Segue-se de {element}, se trata de {fact}.',
  ),
  total: s(
    '{n} {n|bearing|bearings} would follow, {ask} of them to be asked; {fresh} new.',
    'Se {n|seguiría|seguirían} {n} {n|incidencia|incidencias}, {ask} por preguntar; {fresh} de nuevo.',
    '{n|Seguir-se-ia|Seguir-se-iam} {n} {n|incidência|incidências}, {ask} a perguntar; {fresh} de novo.',
  ),
  proposed: s(
    'They wait at `probanza review --kind bearing`; what is to be asked is accepted one by one.',
    'Esperan en `probanza review --kind bearing`; lo que hay que preguntar se acepta una a una.',
    'Esperam em `probanza review --kind bearing`; o que há a perguntar aceita-se uma a uma.',
  ),
  from: s('from', 'de', 'de'),
  to: s('to', 'a', 'a'),
  direction: s('which way', 'sentido', 'sentido'),
  supports: s('supports', 'respalda', 'sustenta'),
  rebuts: s('rebuts', 'refuta', 'refuta'),
  why: s('why', 'por qué', 'porquê'),
  ask: s('ask', 'preguntar', 'perguntar'),
  states: {
    new: s('new', 'nueva', 'nova'),
    waiting: s('waiting', 'en espera', 'em espera'),
    accepted: s('accepted', 'aceptada', 'aceite'),
    rejected: s('rejected', 'rechazada', 'rejeitada'),
  },
} as const;
