/** Words of requests: the letter that asks, its deadlines, and what was done with it. */
import { words } from '#words/language.ts';

export const requestWords = {
  subject: words(
    'Request for information: {about}',
    'Solicitud de información: {about}',
    'Pedido de informação: {about}',
  ),
  commentSubject: words(
    'Request for comment: {about}',
    'Solicitud de comentarios: {about}',
    'Pedido de comentário: {about}',
  ),
  to: words('To: {to}', 'A: {to}', 'Para: {to}'),
  from: words('From: {from}', 'De: {from}', 'De: {from}'),
  date: words('Date: {date}', 'Fecha: {date}', 'Data: {date}'),
  opening: words(
    'We are examining {about} and ask you for information on the questions below.',
    'Estamos examinando {about} y le pedimos información sobre las preguntas siguientes.',
    'Estamos a examinar {about} e pedimos-lhe informação sobre as perguntas abaixo.',
  ),
  commentOpening: words(
    'You are named in the statements below. Before anything is published we ask for your comment on each of them: whether it is right, what is wrong or missing, and on what documents you rely.',
    'Usted es mencionado en las afirmaciones siguientes. Antes de publicar nada le pedimos sus comentarios sobre cada una: si es correcta, qué es erróneo o falta, y en qué documentos se apoya.',
    'É mencionado nas afirmações abaixo. Antes de qualquer publicação pedimos o seu comentário sobre cada uma: se está correta, o que está errado ou falta, e em que documentos se apoia.',
  ),
  basis: words('Legal basis: {basis}.', 'Base legal: {basis}.', 'Base legal: {basis}.'),
  standard: words(
    'The questions follow the elements of {standard} that the evidence at hand leaves open. Nothing is taken as shown or as refuted by this letter.',
    'Las preguntas siguen los elementos de {standard} que las pruebas disponibles dejan abiertos. Esta carta no da nada por demostrado ni por refutado.',
    'As perguntas seguem os elementos de {standard} que as provas disponíveis deixam em aberto. Esta carta não dá nada por demonstrado nem por refutado.',
  ),
  element: words(
    '{element}: does this hold for the workers concerned, in law and in practice? Please send the documents that show it (contracts, rules, orders, pay records), and tell us of any that show the contrary.',
    '{element}: ¿se da esto respecto de los trabajadores en cuestión, en derecho y en la práctica? Le rogamos que envíe los documentos que lo muestren (contratos, reglas, órdenes, registros de pago) y que nos indique los que muestren lo contrario.',
    '{element}: verifica-se isto quanto aos trabalhadores em causa, na lei e na prática? Pedimos que envie os documentos que o mostrem (contratos, regras, ordens, registos de pagamento) e que nos indique os que mostrem o contrário.',
  ),
  claim: words(
    '“{proposition}” ({asserter}, {source})',
    '«{proposition}» ({asserter}, {source})',
    '«{proposition}» ({asserter}, {source})',
  ),
  due: words(
    'Please answer by {due}.',
    'Le rogamos que responda a más tardar el {due}.',
    'Pedimos que responda, o mais tardar, até {due}.',
  ),
  counted: {
    calendar: words(
      'That is {days} days after this letter was sent.',
      'Son {days} días después del envío de esta carta.',
      'São {days} dias após o envio desta carta.',
    ),
    working: words(
      'That is {days} working days in {place} after this letter was sent; of its holidays, {holidays} are on record here.',
      'Son {days} días hábiles en {place} después del envío de esta carta; de sus festivos constan aquí {holidays}.',
      'São {days} dias úteis em {place} após o envio desta carta; dos seus feriados constam aqui {holidays}.',
    ),
  },
  silence: words(
    'If we hear nothing, we will say that you were asked and did not answer; we draw no conclusion from it.',
    'Si no recibimos respuesta, diremos que se le preguntó y no respondió; no sacamos de ello conclusión alguna.',
    'Se não recebermos resposta, diremos que foi perguntado e não respondeu; daí não tiramos conclusão alguma.',
  ),
  workersAbroad: words(
    'work abroad, {scope}',
    'el trabajo en el exterior, {scope}',
    'o trabalho no exterior, {scope}',
  ),
  allWork: words('work abroad', 'el trabajo en el exterior', 'o trabalho no exterior'),
  dueFrom: words(
    'Answer due: {to}: {about}',
    'Vence la respuesta: {to}: {about}',
    'Prazo da resposta: {to}: {about}',
  ),
  others: words('{n} others', 'otros {n}', 'outros {n}'),
  written: words(
    '{n} {n|question|questions} to {to}, written to {path}.',
    '{n} {n|pregunta|preguntas} a {to}, en {path}.',
    '{n} {n|pergunta|perguntas} a {to}, em {path}.',
  ),
  recorded: words(
    'Recorded request {id} with {n} {n|question|questions}, due {due}.',
    'Registrada la solicitud {id} con {n} {n|pregunta|preguntas}, vence {due}.',
    'Registado o pedido {id} com {n} {n|pergunta|perguntas}, prazo {due}.',
  ),
  noDue: words('on no known day', 'sin día conocido', 'sem dia conhecido'),
  replied: words(
    'Recorded reply {id} to {request}.',
    'Registrada la respuesta {id} a {request}.',
    'Registada a resposta {id} a {request}.',
  ),
  noted: words(
    'Request {request} is noted as: {state}.',
    'La solicitud {request} consta como: {state}.',
    'O pedido {request} consta como: {state}.',
  ),
  noteTitle: words(
    'Note of a reply: {about}',
    'Nota de una respuesta: {about}',
    'Nota de uma resposta: {about}',
  ),
  noteText: words(
    '{party}, asked about {about}, {date}: {summary}',
    '{party}, preguntado sobre {about}, {date}: {summary}',
    '{party}, perguntado sobre {about}, {date}: {summary}',
  ),
  asks: words(
    '{from} asks {to}: {about}',
    '{from} pregunta a {to}: {about}',
    '{from} pergunta a {to}: {about}',
  ),
  events: words(
    '{n} deadlines written to {path}.',
    '{n} plazos escritos en {path}.',
    '{n} prazos escritos em {path}.',
  ),
} as const;
