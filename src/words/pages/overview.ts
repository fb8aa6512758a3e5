/** The first page: what its pictures say to who does not see them. */
import { words } from '#words/language.ts';

export const overviewWords = {
  scale: words(
    'All rows are on one scale from 0 to {most}.',
    'Todas las filas están en una misma escala de 0 a {most}.',
    'Todas as linhas estão numa mesma escala de 0 a {most}.',
  ),
  years: words(
    'How many began in each year',
    'Cuántos empezaron en cada año',
    'Quantos começaram em cada ano',
  ),
};
