/** Words of making, writing and checking dossiers, and of serving them. */
export const workWords = {
  made: {
    en: 'Made the dossier {id} at {where}',
    es: 'Creado el expediente {id} en {where}',
    pt: 'Criado o dossiê {id} em {where}',
  },
  written: {
    en: 'Wrote the dossier {id} to {where}',
    es: 'Escrito el expediente {id} en {where}',
    pt: 'Escrito o dossiê {id} em {where}',
  },
  checked: {
    en: 'Checked {sources} sources, {passages} passages, {entries} entries of the history, {findings} recorded findings',
    es: 'Comprobados {sources} fuentes, {passages} pasajes, {entries} asientos del historial, {findings} resultados anotados',
    pt: 'Verificados {sources} fontes, {passages} passagens, {entries} registos do historial, {findings} resultados registados',
  },
  building: {
    en: 'Building the workbench’s pages (once; some seconds) …',
    es: 'Construyendo las páginas del banco de trabajo (una vez; unos segundos) …',
    pt: 'A construir as páginas da bancada (uma vez; alguns segundos) …',
  },
  loading: {
    en: 'Loading the dossier …',
    es: 'Cargando el expediente …',
    pt: 'A carregar o dossiê …',
  },
  serving: {
    en: 'The workbench is at {address} (stop it with Ctrl-C)',
    es: 'El banco de trabajo está en {address} (deténgalo con Ctrl-C)',
    pt: 'A bancada está em {address} (pare-a com Ctrl-C)',
  },
} as const;
