/** Words of the page that checks a report in the reader's browser. */
import { words } from '#words/language.ts';

export const verifyPageWords = {
  title: words('Check this report', 'Comprobar este informe', 'Verificar este relatório'),
  about: words(
    'Give the folder of the report. It is read by this page alone; nothing is sent anywhere.',
    'Dé la carpeta del informe. Solo la lee esta página; no se envía nada a ninguna parte.',
    'Dê a pasta do relatório. Só esta página a lê; nada é enviado para lado nenhum.',
  ),
  choose: words('The report’s folder', 'La carpeta del informe', 'A pasta do relatório'),
  key: words(
    'The keeper’s public key, as you were told it',
    'La clave pública de quien lo guarda, tal como se la dijeron',
    'A chave pública de quem o guarda, tal como lha disseram',
  ),
  working: words('Checking …', 'Comprobando …', 'A verificar …'),
  good: words(
    'All {files} files are as they were, {claims} claims are in the signed history, and the signature is of the key that you gave.',
    'Los {files} archivos están como estaban, {claims} afirmaciones están en el historial firmado y la firma es de la clave que usted dio.',
    'Os {files} ficheiros estão como estavam, {claims} afirmações estão no histórico assinado e a assinatura é da chave que deu.',
  ),
  unkeyed: words(
    'All {files} files are as they were and {claims} claims are in the signed history. Whose signature it is, only a key that you were told can say.',
    'Los {files} archivos están como estaban y {claims} afirmaciones están en el historial firmado. De quién es la firma solo puede decirlo una clave que le hayan dicho.',
    'Os {files} ficheiros estão como estavam e {claims} afirmações estão no histórico assinado. De quem é a assinatura, só uma chave que lhe tenham dito pode dizer.',
  ),
  bad: words('{n} found wrong', 'Hay {n} fallos', 'Há {n} falhas'),
  none: words(
    'There are no proofs in this folder',
    'No hay pruebas en esta carpeta',
    'Não há provas nesta pasta',
  ),
  changed: words(
    '{path} is missing or was changed',
    '{path} falta o fue cambiado',
    '{path} falta ou foi alterado',
  ),
  added: words('{path} was added', '{path} fue añadido', '{path} foi acrescentado'),
  other: words(
    'the proofs are not of this checkpoint',
    'las pruebas no son de este punto de control',
    'as provas não são deste ponto de controlo',
  ),
  claim: words(
    '{path} is not in the signed history as it is shown',
    '{path} no está en el historial firmado tal como se muestra',
    '{path} não está no histórico assinado tal como se mostra',
  ),
  signature: words(
    'the signature is not of that key',
    'la firma no es de esa clave',
    'a assinatura não é dessa chave',
  ),
  broken: words(
    'the proofs cannot be read: {path}',
    'las pruebas no se pueden leer: {path}',
    'as provas não se podem ler: {path}',
  ),
};
