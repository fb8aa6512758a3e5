/** Words of the page that reads a text while it is typed, and of what reading finds. */
import { words } from '#words/language.ts';

export const readWords = {
  title: words('Read a text', 'Leer un texto', 'Ler um texto'),
  sentence: words(
    '{n} {n|attributed claim|attributed claims}, {figures} {figures|figure|figures}, {bearings} {bearings|passage that bears on a standard|passages that bear on a standard}; {outlet} {outlet|sentence|sentences} in the outlet’s own voice.',
    '{n} {n|afirmación atribuida|afirmaciones atribuidas}, {figures} {figures|cifra|cifras}, {bearings} {bearings|pasaje que pesa sobre una norma|pasajes que pesan sobre una norma}; {outlet} {outlet|frase|frases} en la voz propia del medio.',
    '{n} {n|afirmação atribuída|afirmações atribuídas}, {figures} {figures|número|números}, {bearings} {bearings|passagem que pesa sobre uma norma|passagens que pesam sobre uma norma}; {outlet} {outlet|frase|frases} na voz própria do veículo.',
  ),
  empty: words(
    'Paste a text: who says what in it is marked while you type. Nothing leaves this page.',
    'Pegue un texto: quién dice qué se marca mientras escribe. Nada sale de esta página.',
    'Cole um texto: quem diz o quê é marcado enquanto escreve. Nada sai desta página.',
  ),
  text: words('Text', 'Texto', 'Texto'),
  language: words('Language of the text', 'Idioma del texto', 'Idioma do texto'),
  detected: words('as read ({language})', 'según se lea ({language})', 'conforme lido ({language})'),
  published: words('Day of publication', 'Día de publicación', 'Dia de publicação'),
  show: words('Show', 'Mostrar', 'Mostrar'),
  read: words('As it is read', 'Tal como se lee', 'Tal como é lido'),
  layers: {
    claims: words('Claims by speaker', 'Afirmaciones por hablante', 'Afirmações por falante'),
    figures: words('Figures', 'Cifras', 'Números'),
    bearings: words('Bearings', 'Pasajes', 'Passagens'),
    outlet: words('The outlet’s own voice', 'La voz propia del medio', 'A voz própria do veículo'),
    dates: words('Dates', 'Fechas', 'Datas'),
    places: words('Places', 'Lugares', 'Lugares'),
  },
  kinds: {
    assertion: words('asserted by the outlet', 'afirmado por el medio', 'afirmado pelo veículo'),
    label: words('loaded label', 'etiqueta cargada', 'rótulo carregado'),
    'scare-quote': words('scare quotes', 'comillas de distancia', 'aspas de distância'),
  },
  nobody: words('nobody named', 'nadie nombrado', 'ninguém nomeado'),
  outlet: words('the outlet', 'el medio', 'o veículo'),
  repeats: words('printed again', 'repetido', 'repetido'),
  what: words('What', 'Qué', 'O quê'),
  words: words('Words', 'Palabras', 'Palavras'),
  rule: words('Rule', 'Regla', 'Regra'),
  sureness: words('Confidence', 'Confianza', 'Confiança'),
  cut: words(
    'The first {n} characters are shown; all of it is read.',
    'Se muestran los primeros {n} caracteres; se lee todo.',
    'Mostram-se os primeiros {n} caracteres; lê-se tudo.',
  ),
  more: words('{n} more', '{n} más', 'mais {n}'),
  none: words('none', 'ninguno', 'nenhum'),
  reading: words('Reading the lexicons…', 'Cargando los léxicos…', 'A carregar os léxicos…'),
};
