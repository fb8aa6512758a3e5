/** Words of passages that are looked for again: in a newer text of their source, or in a later version of it. */
import { type Sentence, words } from '#words/language.ts';

export const anchorWords = {
  same: words('{source}: same text', '{source}: el mismo texto', '{source}: o mesmo texto'),
  newer: words(
    '{source}: newer text {text}; {moved} {moved|claim|claims} moved over, {drifted} {drifted|waits|wait}; {carried} {carried|decision|decisions} kept, {n} {n|proposal waits|proposals wait}',
    '{source}: texto nuevo {text}; {moved} {moved|afirmación pasa|afirmaciones pasan}, {drifted} {drifted|espera|esperan}; {carried} {carried|decisión conservada|decisiones conservadas}, {n} {n|propuesta espera|propuestas esperan}',
    '{source}: texto novo {text}; {moved} {moved|afirmação passa|afirmações passam}, {drifted} {drifted|espera|esperam}; {carried} {carried|decisão mantida|decisões mantidas}, {n} {n|proposta espera|propostas esperam}',
  ),
  lost: words(
    '{claim}: its words were not found again in the newer text of {source}',
    '{claim}: sus palabras no se hallaron de nuevo en el texto nuevo de {source}',
    '{claim}: as suas palavras não se acharam de novo no texto novo de {source}',
  ),
  none: words(
    'No claim waits for its words to be found again.',
    'Ninguna afirmación espera que se hallen de nuevo sus palabras.',
    'Nenhuma afirmação espera que se achem de novo as suas palavras.',
  ),
  title: words(
    'Words that were not found again',
    'Palabras que no se hallaron de nuevo',
    'Palavras que não se acharam de novo',
  ),
  sentence: words(
    'The text of a source was extracted anew, and there the words of {n} {n|claim|claims} do not stand exactly. Each rests on the older text until a person decides.',
    'El texto de una fuente se extrajo de nuevo, y en él las palabras de {n} {n|afirmación|afirmaciones} no figuran exactamente. Cada una se apoya en el texto anterior hasta que lo decida una persona.',
    'O texto de uma fonte foi extraído de novo, e nele as palavras de {n} {n|afirmação|afirmações} não figuram exatamente. Cada uma apoia-se no texto anterior até que uma pessoa decida.',
  ),
  here: words(
    'Its words were not found again in the newer text of its source: it rests on the older text until a person decides.',
    'Sus palabras no se hallaron de nuevo en el texto nuevo de su fuente: se apoya en el texto anterior hasta que lo decida una persona.',
    'As suas palavras não se acharam de novo no texto novo da sua fonte: apoia-se no texto anterior até que uma pessoa decida.',
  ),
  was: words('Was', 'Era', 'Era'),
  now: words('Now', 'Ahora', 'Agora'),
  move: words('These are its words', 'Estas son sus palabras', 'São estas as suas palavras'),
  refuse: words('These are not', 'No lo son', 'Não o são'),
  found: {
    close: words('like it, {share}', 'parecidas, {share}', 'parecidas, {share}'),
    ambiguous: words(
      'one of {places} places that may be meant',
      'uno de {places} lugares posibles',
      'um de {places} lugares possíveis',
    ),
    differs: words(
      'another number, or a negation that only one has',
      'otro número, o una negación que solo tiene una',
      'outro número, ou uma negação que só uma tem',
    ),
    lost: words('hardly like it, {share}', 'apenas parecidas, {share}', 'pouco parecidas, {share}'),
  } as Readonly<Record<string, Sentence>>,
  nowhere: words('nothing like it', 'nada parecido', 'nada parecido'),
  claim: words('claim', 'afirmación', 'afirmação'),
  proposal: words('proposal', 'propuesta', 'proposta'),
  state: words('state', 'estado', 'estado'),
  exact: words('exact words', 'palabras exactas', 'palavras exatas'),
  there: words('in the later version', 'en la versión posterior', 'na versão posterior'),
  again: words('Extract the text anew', 'Extraer el texto de nuevo', 'Extrair o texto de novo'),
  later: words('Later versions', 'Versiones posteriores', 'Versões posteriores'),
  laterNone: words(
    'None is recorded. Claims stay on the version they were made on.',
    'No consta ninguna. Las afirmaciones siguen en la versión en que se hicieron.',
    'Não consta nenhuma. As afirmações ficam na versão em que foram feitas.',
  ),
  laterChoice: words('Later version:', 'Versión posterior:', 'Versão posterior:'),
  relate: words('Record it', 'Anotarla', 'Registá-la'),
  saidHere: words('a person says so', 'lo dice una persona', 'di-lo uma pessoa'),
  related: words('Recorded {id}.', 'Anotado {id}.', 'Registado {id}.'),
  noVersions: words(
    '{source} has no later version here: add one with `probanza add FILE --version-of {source}`.',
    '{source} no tiene aquí versión posterior: añádala con `probanza add FILE --version-of {source}`.',
    '{source} não tem aqui versão posterior: adicione-a com `probanza add FILE --version-of {source}`.',
  ),
  standing: {
    exact: words('stands', 'sigue', 'mantém-se'),
    changed: words('changed', 'cambió', 'mudou'),
    unclear: words('in several places', 'en varios lugares', 'em vários lugares'),
    gone: words('gone', 'ya no está', 'já não está'),
  } as Readonly<Record<string, Sentence>>,
} as const;

/** How what was found stands to the old words. */
export function foundWords(found: string | undefined): Sentence {
  return anchorWords.found[found ?? ''] ?? anchorWords.nowhere;
}
