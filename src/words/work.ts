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
  progress: {
    en: '{ended} of {all} files, {failed} failed, {speed} a second, {left} left',
    es: '{ended} de {all} archivos, {failed} con fallo, {speed} por segundo, faltan {left}',
    pt: '{ended} de {all} ficheiros, {failed} com falha, {speed} por segundo, faltam {left}',
  },
  resumed: {
    en: 'Going on where it stopped: {ended} of {all} files were done.',
    es: 'Se continúa donde se detuvo: {ended} de {all} archivos estaban hechos.',
    pt: 'Continua onde parou: {ended} de {all} ficheiros estavam feitos.',
  },
  stopped: {
    en: 'Stopped: {waiting} {waiting|file waits|files wait}. `probanza add --resume` goes on.',
    es: 'Detenido: {waiting|espera|esperan} {waiting} {waiting|archivo|archivos}. `probanza add --resume` continúa.',
    pt: 'Parado: {waiting|espera|esperam} {waiting} {waiting|ficheiro|ficheiros}. `probanza add --resume` continua.',
  },
  ended: {
    en: '{done} added, {here} here already, {failed} failed',
    es: '{done} añadidos, {here} ya estaban, {failed} con fallo',
    pt: '{done} adicionados, {here} já cá estavam, {failed} com falha',
  },
  here: {
    en: '{name}: already here as {source}',
    es: '{name}: ya está aquí como {source}',
    pt: '{name}: já cá está como {source}',
  },
  leftOut: {
    en: '{n} {n|link or special file was|links or special files were} left out.',
    es: '{n|Se dejó fuera|Se dejaron fuera} {n} {n|enlace o archivo especial|enlaces o archivos especiales}.',
    pt: '{n|Ficou de fora|Ficaram de fora} {n} {n|ligação ou ficheiro especial|ligações ou ficheiros especiais}.',
  },
  nothingToResume: {
    en: 'Nothing was stopped half-way.',
    es: 'No hay nada que quedara a medias.',
    pt: 'Não há nada que tenha ficado a meio.',
  },
} as const;
