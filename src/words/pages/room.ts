/** Words of the reading room's text: its layers, its pages, and what is chosen in it. */
import { words } from '#words/language.ts';

export const roomWords = {
  layers: words('Layers', 'Capas', 'Camadas'),
  layer: {
    claims: words('claims, by speaker', 'afirmaciones, por hablante', 'afirmações, por falante'),
    figures: words('figures', 'cifras', 'números'),
    bearings: words('bearings', 'incidencias', 'incidências'),
    waiting: words('proposals that wait', 'propuestas que esperan', 'propostas que esperam'),
    accepted: words('accepted', 'aceptadas', 'aceites'),
    rejected: words('rejected', 'rechazadas', 'rejeitadas'),
    outlet: words('the outlet’s own voice', 'voz propia del medio', 'voz do próprio meio'),
    dates: words('dates', 'fechas', 'datas'),
    places: words('places', 'lugares', 'lugares'),
  },
  speakers: words('Who speaks', 'Quiénes hablan', 'Quem fala'),
  pages: words('Pages', 'Páginas', 'Páginas'),
  page: words('Page {n}', 'Página {n}', 'Página {n}'),
  textBeside: words('Text', 'Texto', 'Texto'),
  noBoxes: words(
    'this text was not made from these pages as they are read today, so nothing is marked here; it is marked in the text.',
    'este texto no se hizo de estas páginas tal como se leen hoy, así que aquí no hay marcas; están en el texto.',
    'este texto não foi feito destas páginas tal como se leem hoje, por isso aqui não há marcas; estão no texto.',
  ),
} as const;
