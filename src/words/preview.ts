/** Words of the preview: what leaves the house, what stays, and what may tell who somebody is. */
import { words } from '#words/language.ts';

export const previewWords = {
  shown: words(
    'For {audience}: {claims} {claims|claim|claims}, {sources} {sources|source|sources} and {parties} {parties|party|parties} are shown.',
    'Para {audience}: se muestran {claims} {claims|afirmación|afirmaciones}, {sources} {sources|fuente|fuentes} y {parties} {parties|parte|partes}.',
    'Para {audience}: mostram-se {claims} {claims|afirmação|afirmações}, {sources} {sources|fonte|fontes} e {parties} {parties|parte|partes}.',
  ),
  rows: words(
    '{rows} {rows|row|rows} of other tables go with them.',
    'Con ello quedan fuera {rows} {rows|fila|filas} de otras tablas.',
    'Com isso ficam de fora {rows} {rows|linha|linhas} de outras tabelas.',
  ),
  dangers: words(
    '{n} {n|thing|things} may tell who somebody is:',
    '{n} {n|cosa puede|cosas pueden} revelar quién es alguien:',
    '{n} {n|coisa pode|coisas podem} revelar quem é alguém:',
  ),
  safe: words(
    'No name of what is withheld, no count below ten, nobody alone at a place, in a role, in a year.',
    'Ningún nombre de lo reservado, ningún recuento menor de diez, nadie solo en un lugar, papel y año.',
    'Nenhum nome do reservado, nenhuma contagem abaixo de dez, ninguém sozinho num lugar, papel e ano.',
  ),
  kinds: {
    name: words(
      'a withheld name in the text',
      'un nombre reservado en el texto',
      'um nome reservado no texto',
    ),
    metadata: words(
      'a withheld name in what is known of a file',
      'un nombre reservado en los datos de un archivo',
      'um nome reservado nos dados de um ficheiro',
    ),
    'small-cell': words('fewer than ten people', 'menos de diez personas', 'menos de dez pessoas'),
    alone: words(
      'one person only at a place, in a role, in a year',
      'una sola persona en un lugar, papel y año',
      'uma só pessoa num lugar, papel e ano',
    ),
  },
  audiences: {
    public: words('the public', 'el público', 'o público'),
    partners: words('partners', 'socios', 'parceiros'),
    court: words('a court', 'un tribunal', 'um tribunal'),
  },
} as const;
