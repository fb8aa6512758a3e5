/** Words of the page of figures. */
import { words } from '#words/language.ts';

export const howManyWords = {
  counted: words('What is counted', 'Qué se cuenta', 'O que se conta'),
  map: words('Where, {year}', 'Dónde, {year}', 'Onde, {year}'),
  mapNote: words(
    'Outer ring: the highest anybody says; disc: the lowest. A dashed ring: sources conflict.',
    'Aro exterior: lo más alto que alguien dice; disco: lo más bajo. Aro discontinuo: las fuentes discrepan.',
    'Anel exterior: o mais alto que alguém diz; disco: o mais baixo. Anel tracejado: as fontes divergem.',
  ),
  mapText: words(
    '{n} places with figures for {year}',
    '{n} lugares con cifras para {year}',
    '{n} lugares com números para {year}',
  ),
  year: words('Year', 'Año', 'Ano'),
  lines: words('Rival figures, side by side', 'Cifras rivales, lado a lado', 'Números rivais, lado a lado'),
  linesNote: words(
    'One line for each figure, from the lowest to the highest its words allow; fading where they leave it open. Never averaged.',
    'Una línea por cifra, de lo más bajo a lo más alto que sus palabras permiten; se desvanece donde queda abierto. Nunca se promedian.',
    'Uma linha por número, do mais baixo ao mais alto que as suas palavras permitem; esbate-se onde fica em aberto. Nunca se faz a média.',
  ),
  relation: {
    agree: words('agree', 'coinciden', 'concordam'),
    compatible: words('compatible', 'compatibles', 'compatíveis'),
    single: words('one source', 'una fuente', 'uma fonte'),
    conflict: words('conflict', 'discrepan', 'divergem'),
  },
  conflict: {
    value: words('conflict of value', 'discrepan en el valor', 'divergem no valor'),
    unit: words('they count different units', 'cuentan unidades distintas', 'contam unidades diferentes'),
    moment: words(
      'they speak of different moments',
      'hablan de momentos distintos',
      'falam de momentos diferentes',
    ),
    definition: words('they define it differently', 'lo definen de otro modo', 'definem-no de outro modo'),
  },
  apart: words(
    'Lines that cannot be compared as they are ({n})',
    'Líneas que no se pueden comparar tal cual ({n})',
    'Linhas que não se podem comparar tal como estão ({n})',
  ),
  wouldAgree: words(
    'What would have to go for the rest to agree',
    'Qué tendría que salir para que el resto coincida',
    'O que teria de sair para os restantes concordarem',
  ),
  restored: words('They would agree without: {who}', 'Coincidirían sin: {who}', 'Concordariam sem: {who}'),
  more: words('{n} further ways', '{n} formas más', 'mais {n} formas'),
  agreed: words('all allow {range}', 'todas permiten {range}', 'todos permitem {range}'),
  check: words('Check: {what}', 'Comprobación: {what}', 'Verificação: {what}'),
  asserter: words('Who says so', 'Quién lo dice', 'Quem o diz'),
  low: words('Lowest', 'Mínimo', 'Mínimo'),
  high: words('Highest', 'Máximo', 'Máximo'),
  unit: words('Unit', 'Unidad', 'Unidade'),
  when: words('When', 'Cuándo', 'Quando'),
  place: words('Place', 'Lugar', 'Lugar'),
  relationHead: words('Relation', 'Relación', 'Relação'),
  open: words('open', 'abierto', 'aberto'),
  revised: words(
    'revised later by the same source',
    'revisada después por la misma fuente',
    'revisto depois pela mesma fonte',
  ),
} as const;
