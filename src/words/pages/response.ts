/** Words of the page of what is being done. */
import { words } from '#words/language.ts';

export const responseWords = {
  kind: words('Kind', 'Tipo', 'Tipo'),
  timeline: words('Timeline', 'Cronología', 'Cronologia'),
  timelineNote: words(
    'One row for each kind; a bar for as long as it lasts, to today’s edge where no end is known.',
    'Una fila por tipo; una barra mientras dura, hasta el borde donde no consta el fin.',
    'Uma fila por tipo; uma barra enquanto dura, até à margem onde não consta o fim.',
  ),
  list: words(
    'What happened, the latest first',
    'Qué pasó, lo último primero',
    'O que aconteceu, o último primeiro',
  ),
  when: words('When', 'Cuándo', 'Quando'),
  what: words('What', 'Qué', 'O quê'),
  by: words('By', 'Por', 'Por'),
  where: words('Where', 'Dónde', 'Onde'),
  status: words('State', 'Estado', 'Estado'),
  target: words('Aimed at', 'Dirigida a', 'Dirigida a'),
  requests: words('Requests for information', 'Solicitudes de información', 'Pedidos de informação'),
  asked: words('Asked by', 'Pedido por', 'Pedido por'),
  sent: words('Sent', 'Enviado', 'Enviado'),
  due: words('Due', 'Vence', 'Prazo'),
  overdue: words('overdue', 'vencida', 'em atraso'),
  addressees: words('Addressees', 'Destinatarios', 'Destinatários'),
  silent: words('No reply from', 'Sin respuesta de', 'Sem resposta de'),
  replies: words('{n} replies', '{n} respuestas', '{n} respostas'),
  undated: words('no date', 'sin fecha', 'sem data'),
  kinds: words('Measures by kind', 'Medidas por tipo', 'Medidas por tipo'),
  number: words('Number', 'Número', 'Número'),
} as const;
