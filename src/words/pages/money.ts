/** Words of the page of money. */
import { words } from '#words/language.ts';

export const moneyPageWords = {
  shares: words(
    'The worker’s share of what the host pays',
    'La parte del trabajador en lo que paga el receptor',
    'A parte do trabalhador no que paga o acolhedor',
  ),
  sharesNote: words(
    'From the lowest to the highest that the terms allow. Disc: in cash; diamond: with deferred pay; square: with salary at home.',
    'De lo más bajo a lo más alto que permiten los términos. Disco: en mano; rombo: con pago diferido; cuadrado: con salario en origen.',
    'Do mais baixo ao mais alto que os termos permitem. Disco: em mão; losango: com pagamento diferido; quadrado: com salário de origem.',
  ),
  cash: words('In cash', 'En mano', 'Em mão'),
  withDeferred: words('With deferred pay', 'Con pago diferido', 'Com pagamento diferido'),
  withHome: words('With salary at home', 'Con salario en origen', 'Com salário de origem'),
  share: words('Worker’s share', 'Parte del trabajador', 'Parte do trabalhador'),
  notAccountedFor: words('Not accounted for', 'Sin explicar', 'Por explicar'),
  waterfall: words('Waterfall', 'Cascada', 'Cascata'),
  leg: words('Leg', 'Tramo', 'Parcela'),
  basis: words('Price', 'Precio', 'Preço'),
  amount: words('Amount', 'Importe', 'Montante'),
  terms: words(
    'Every term, rival ones side by side',
    'Cada término, los rivales lado a lado',
    'Cada termo, os rivais lado a lado',
  ),
  payer: words('Payer', 'Quien paga', 'Quem paga'),
  payee: words('Payee', 'Quien cobra', 'Quem recebe'),
  asserter: words('Who says so', 'Quién lo dice', 'Quem o diz'),
  asserted: words('Shares that somebody claims', 'Partes que alguien afirma', 'Partes que alguém afirma'),
  assertedNote: words(
    'Beside the computed share, never in it.',
    'Junto a la parte calculada, nunca en ella.',
    'Ao lado da parte calculada, nunca nela.',
  ),
  flows: words('Where the price goes', 'Adónde va el precio', 'Para onde vai o preço'),
  perWorkerMonth: words(
    'A printed total, for each worker and month: {what}',
    'Un total impreso, por trabajador y mes: {what}',
    'Um total impresso, por trabalhador e mês: {what}',
  ),
  check: words('A check fails: {what}', 'Falla una comprobación: {what}', 'Uma verificação falha: {what}'),
  slips: {
    'month-for-year': words(
      'perhaps a month taken for a year',
      'quizá un mes tomado por un año',
      'talvez um mês tomado por um ano',
    ),
    'power-of-ten': words(
      'perhaps a slip by a power of ten',
      'quizá un error de un factor de diez',
      'talvez um erro de um fator de dez',
    ),
  },
} as const;
