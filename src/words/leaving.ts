/** Heads of the tables that leave the house. */
import { words } from '#words/language.ts';

export const leavingWords = {
  counted: words('counted', 'qué se cuenta', 'o que se conta'),
  place: words('place', 'lugar', 'lugar'),
  at: words('when', 'cuándo', 'quando'),
  population: words('of whom', 'de quiénes', 'de quem'),
  unit: words('unit', 'unidad', 'unidade'),
  low: words('lowest', 'mínimo', 'mínimo'),
  high: words('highest', 'máximo', 'máximo'),
  asserter: words('who says so', 'quién lo dice', 'quem o diz'),
  side: words('side', 'lado', 'lado'),
  claim: words('claim', 'afirmación', 'afirmação'),
  relation: words('relation', 'relación', 'relação'),
  from: words('from', 'desde', 'desde'),
  to: words('to', 'hasta', 'até'),
  leg: words('leg', 'tramo', 'troço'),
  basis: words('price basis', 'base del precio', 'base do preço'),
  currency: words('currency', 'moneda', 'moeda'),
  per: words('for each', 'por cada', 'por cada'),
  workers: words('workers', 'trabajadores', 'trabalhadores'),
  shareLow: words('worker’s share, lowest', 'parte del trabajador, mínimo', 'parte do trabalhador, mínimo'),
  shareHigh: words('worker’s share, highest', 'parte del trabajador, máximo', 'parte do trabalhador, máximo'),
  why: words('why no share', 'por qué no hay parte', 'porque não há parte'),
  asCsv: words('As CSV', 'En CSV', 'Em CSV'),
  asXlsx: words('As XLSX', 'En XLSX', 'Em XLSX'),
  written: words(
    '{n} rows written to {where}.',
    '{n} filas escritas en {where}.',
    '{n} linhas escritas em {where}.',
  ),
};
