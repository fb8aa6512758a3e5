/** Words of the page that sizes a group from lists that overlap. */
import { words } from '#words/language.ts';

export const listsWords = {
  title: words('How many whom nobody counted?', '¿Cuántos que nadie contó?', 'Quantos que ninguém contou?'),
  empty: words(
    'Give a table of lists: who is on two of them tells something about who is on none.',
    'Dé una tabla de listas: quién está en dos de ellas dice algo de quién no está en ninguna.',
    'Dê uma tabela de listas: quem está em duas delas diz algo de quem não está em nenhuma.',
  ),
  sentence: words(
    '{n} people are on at least one of {lists} lists; the methods say from {low} to {high} in all, and none of these numbers stands alone.',
    '{n} personas están en al menos una de {lists} listas; los métodos dicen de {low} a {high} en total, y ninguno de estos números vale por sí solo.',
    '{n} pessoas estão em pelo menos uma de {lists} listas; os métodos dizem de {low} a {high} no total, e nenhum destes números vale sozinho.',
  ),
  none: words(
    '{n} people are on at least one of {lists} lists; no method gives a number, and each says why.',
    '{n} personas están en al menos una de {lists} listas; ningún método da un número, y cada uno dice por qué.',
    '{n} pessoas estão em pelo menos uma de {lists} listas; nenhum método dá um número, e cada um diz porquê.',
  ),
  file: words('A CSV of lists', 'Un CSV de listas', 'Um CSV de listas'),
  fileNote: words(
    'A column of 0 and 1 for each list, a last column “count”. The table is answered and not kept.',
    'Una columna de 0 y 1 por lista y una última columna «count». La tabla se responde y no se guarda.',
    'Uma coluna de 0 e 1 por lista e uma última coluna «count». A tabela é respondida e não é guardada.',
  ),
  ask: words('Estimate', 'Estimar', 'Estimar'),
  working: words(
    'Fitting, drawing again and sampling …',
    'Ajustando, remuestreando y muestreando …',
    'A ajustar, a reamostrar e a amostrar …',
  ),
  level: words('How sure', 'Certeza', 'Certeza'),
  resamples: words('Tables drawn again', 'Tablas remuestreadas', 'Tabelas reamostradas'),
  methods: words(
    'Every method, side by side',
    'Todos los métodos, lado a lado',
    'Todos os métodos, lado a lado',
  ),
  methodsNote: words(
    'A dot is the estimate, a line its interval; small marks are models that fit about as well, or peaks.',
    'Un punto es la estimación, una línea su intervalo; las marcas pequeñas son modelos que se ajustan casi igual, o picos.',
    'Um ponto é a estimativa, uma linha o seu intervalo; as marcas pequenas são modelos que se ajustam quase igual, ou picos.',
  ),
  methodsText: words(
    'Estimates and intervals of {n} methods',
    'Estimaciones e intervalos de {n} métodos',
    'Estimativas e intervalos de {n} métodos',
  ),
  overlaps: words('Who is on which lists', 'Quién está en qué listas', 'Quem está em que listas'),
  overlapsNote: words(
    'A column for each combination of lists, the largest first; filled where people are on the list.',
    'Una columna por combinación de listas, la mayor primero; rellena donde las personas están en la lista.',
    'Uma coluna por combinação de listas, a maior primeiro; cheia onde as pessoas estão na lista.',
  ),
  overlapsText: words(
    '{n} combinations of {lists} lists',
    '{n} combinaciones de {lists} listas',
    '{n} combinações de {lists} listas',
  ),
  posterior: words(
    'What a posterior looks like',
    'Cómo es una distribución a posteriori',
    'Como é uma distribuição a posteriori',
  ),
  posteriorText: words(
    'Weight by size, {method}; peaks at {peaks}',
    'Peso por tamaño, {method}; picos en {peaks}',
    'Peso por tamanho, {method}; picos em {peaks}',
  ),
  people: words('people', 'personas', 'pessoas'),
  combination: words('Lists', 'Listas', 'Listas'),
  share: words('Weight', 'Peso', 'Peso'),
  model: words('Model', 'Modelo', 'Modelo'),
  near: words(
    'Close models, peaks, chains',
    'Modelos cercanos, picos, cadenas',
    'Modelos próximos, picos, cadeias',
  ),
  table: words('Table {sha}', 'Tabla {sha}', 'Tabela {sha}'),
};
