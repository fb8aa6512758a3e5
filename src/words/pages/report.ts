/** Words of the page that makes a report. */
import { words } from '#words/language.ts';

export const reportPageWords = {
  audience: words('Reader', 'Quién lo lee', 'Quem o lê'),
  held: words('Findings rest on', 'Los resultados se apoyan en', 'Os resultados apoiam-se em'),
  originals: words('originals that are held', 'originales conservados', 'originais conservados'),
  all: words('what is only cited, too', 'también lo solo citado', 'também o que só é citado'),
  languages: words('Languages of the report', 'Idiomas del informe', 'Línguas do relatório'),
  every: words('all three', 'los tres', 'as três'),
  documents: words('Documents', 'Documentos', 'Documentos'),
  pages: words('pages only', 'solo páginas', 'só páginas'),
  docx: words('pages and DOCX', 'páginas y DOCX', 'páginas e DOCX'),
  withhold: words(
    'Withhold these ids (claims, sources, parties)',
    'Reservar estos id (afirmaciones, fuentes, partes)',
    'Reservar estes id (afirmações, fontes, partes)',
  ),
  withheldList: words('What a reader will not see', 'Lo que no se verá', 'O que não se verá'),
  dangersTitle: words('Who might be told', 'A quién se podría reconocer', 'Quem se poderia reconhecer'),
  first: words('The first {n} of {all}.', 'Los primeros {n} de {all}.', 'Os primeiros {n} de {all}.'),
  danger: words('Why', 'Por qué', 'Porquê'),
  id: words('Id', 'Id', 'Id'),
  where: words('Where', 'Dónde', 'Onde'),
  download: words('Download the report (ZIP)', 'Descargar el informe (ZIP)', 'Descarregar o relatório (ZIP)'),
  blocked: words(
    'A withheld name stands in what would leave: withhold that too, then the report can be made.',
    'Un nombre reservado está en lo que saldría: resérvelo también y se podrá hacer el informe.',
    'Um nome reservado está no que sairia: reserve-o também e o relatório poderá ser feito.',
  ),
} as const;
