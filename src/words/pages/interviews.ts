/** Words of the page that asks interviews. */
import { words } from '#words/language.ts';

export const interviewsWords = {
  title: words('What do the interviews say?', '¿Qué dicen las entrevistas?', 'O que dizem as entrevistas?'),
  empty: words(
    'Give a table of interviews, a row for each person; it is answered and not kept.',
    'Dé una tabla de entrevistas, una fila por persona; se responde y no se guarda.',
    'Dê uma tabela de entrevistas, uma linha por pessoa; é respondida e não é guardada.',
  ),
  loaded: words(
    '{n} rows, {columns} columns: say what is asked of them.',
    '{n} filas, {columns} columnas: diga qué se les pregunta.',
    '{n} linhas, {columns} colunas: diga o que se lhes pergunta.',
  ),
  population: words(
    'Of the population that was sampled: {estimate}, {level} % sure of {low} to {high}.',
    'De la población muestreada: {estimate}, con {level} % de certeza entre {low} y {high}.',
    'Da população amostrada: {estimate}, com {level} % de certeza entre {low} e {high}.',
  ),
  open: words(
    'Of the population that was sampled: {estimate}; no interval can be given.',
    'De la población muestreada: {estimate}; no se puede dar un intervalo.',
    'Da população amostrada: {estimate}; não se pode dar um intervalo.',
  ),
  respondents: words(
    'Of the {n} who answered, and of nobody else: {estimate}.',
    'De las {n} personas que respondieron, y de nadie más: {estimate}.',
    'Das {n} pessoas que responderam, e de mais ninguém: {estimate}.',
  ),
  nothing: words(
    'Nothing can be said: see the reasons beside the rows.',
    'No se puede decir nada: vea los motivos junto a las filas.',
    'Nada se pode dizer: veja os motivos junto às linhas.',
  ),
  file: words('A table of interviews', 'Una tabla de entrevistas', 'Uma tabela de entrevistas'),
  what: words('What is asked', 'Qué se pregunta', 'O que se pergunta'),
  kinds: {
    positive: words('Share who said yes', 'Proporción que dijo que sí', 'Proporção que disse que sim'),
    mean: words('Mean of a number', 'Media de un número', 'Média de um número'),
    total: words('Total of a number', 'Total de un número', 'Total de um número'),
    standard: words(
      'Share by a standard’s rule',
      'Proporción según la regla de una norma',
      'Proporção segundo a regra de uma norma',
    ),
  },
  column: words('Column', 'Columna', 'Coluna'),
  standard: words('Standard', 'Norma', 'Norma'),
  by: words('A row for each', 'Una fila por', 'Uma linha por'),
  none: words('–', '–', '–'),
  design: words(
    'How people were chosen',
    'Cómo se eligió a las personas',
    'Como foram escolhidas as pessoas',
  ),
  frame: words(
    'The frame: whom a known chance of being asked covers',
    'El marco: a quién cubre una probabilidad conocida de ser preguntado',
    'O quadro: quem uma probabilidade conhecida de ser perguntado abrange',
  ),
  weight: words('Weights', 'Pesos', 'Pesos'),
  strata: words('Strata', 'Estratos', 'Estratos'),
  psu: words('Clusters', 'Conglomerados', 'Conglomerados'),
  fpc: words('Sizes of the strata', 'Tamaños de los estratos', 'Tamanhos dos estratos'),
  interval: words('Interval', 'Intervalo', 'Intervalo'),
  mapping: words(
    'Which answers stand for which elements',
    'Qué respuestas representan qué elementos',
    'Que respostas representam que elementos',
  ),
  mappingNote: words(
    'Choose a column for each element that a question asks about. What none asks about stays open.',
    'Elija una columna para cada elemento por el que se pregunta. Lo que nadie pregunta queda abierto.',
    'Escolha uma coluna para cada elemento de que se pergunta. O que ninguém pergunta fica em aberto.',
  ),
  always: words('everybody, by the questions', 'todos, según las preguntas', 'todos, segundo as perguntas'),
  yes: words('Answers that say yes', 'Respuestas que dicen que sí', 'Respostas que dizem que sim'),
  element: words('Element', 'Elemento', 'Elemento'),
  unasked: words(
    'Take it that nobody would have said yes to what no question asks',
    'Suponer que nadie habría dicho que sí a lo que ninguna pregunta indaga',
    'Supor que ninguém teria dito que sim ao que nenhuma pergunta trata',
  ),
  asFile: words('As a mapping file', 'Como archivo de correspondencia', 'Como ficheiro de correspondência'),
  ask: words('Ask', 'Preguntar', 'Perguntar'),
  working: words('Asking …', 'Preguntando …', 'A perguntar …'),
  results: words(
    'Estimates with their intervals',
    'Estimaciones con sus intervalos',
    'Estimativas com os seus intervalos',
  ),
  resultsText: words('Estimates of {n} groups', 'Estimaciones de {n} grupos', 'Estimativas de {n} grupos'),
  why: words(
    'What cannot be said, and why',
    'Qué no se puede decir, y por qué',
    'O que não se pode dizer, e porquê',
  ),
};
