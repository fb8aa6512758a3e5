/** The five questions and the sentences that answer them. */
import type { Sentence } from '#words/language.ts';

export const questionNames = ['who', 'forced-labour', 'how-many', 'money', 'response'] as const;
export type QuestionName = (typeof questionNames)[number];

const titles: Readonly<Record<QuestionName, Sentence>> = {
  who: { en: 'Who says so?', es: '¿Quién lo dice?', pt: 'Quem o diz?' },
  'forced-labour': { en: 'Is it forced labour?', es: '¿Es trabajo forzoso?', pt: 'É trabalho forçado?' },
  'how-many': { en: 'How many?', es: '¿Cuántos?', pt: 'Quantos?' },
  money: { en: 'Where does the money go?', es: '¿Adónde va el dinero?', pt: 'Para onde vai o dinheiro?' },
  response: { en: 'What is being done?', es: '¿Qué se está haciendo?', pt: 'O que está a ser feito?' },
};

const units: Readonly<Record<string, Sentence>> = {
  doctors: { en: 'doctors', es: 'médicos', pt: 'médicos' },
  nurses: { en: 'nurses', es: 'enfermeros', pt: 'enfermeiros' },
  'doctors-and-nurses': { en: 'doctors and nurses', es: 'médicos y enfermeros', pt: 'médicos e enfermeiros' },
  'health-workers': { en: 'health workers', es: 'trabajadores de la salud', pt: 'profissionais de saúde' },
  'all-staff': { en: 'staff of all kinds', es: 'personal de todo tipo', pt: 'pessoal de todo o tipo' },
};

export const answerWords = {
  titles,
  units,
  who: {
    en: '{claims} {claims|claim|claims} by {asserters} {asserters|party|parties} in {sources} {sources|source|sources}.',
    es: '{claims} {claims|afirmación|afirmaciones} de {asserters} {asserters|parte|partes} en {sources} {sources|fuente|fuentes}.',
    pt: '{claims} {claims|afirmação|afirmações} de {asserters} {asserters|parte|partes} em {sources} {sources|fonte|fontes}.',
  },
  whoSides: {
    en: '{critical} critical, {defending} defending, {neutral} neutral',
    es: '{critical} críticas, {defending} defensoras, {neutral} neutrales',
    pt: '{critical} críticas, {defending} defensoras, {neutral} neutras',
  },
  whoRest: {
    en: '{answered} are answered by another claim; {cited} sources are cited, not held.',
    es: '{answered} tienen respuesta de otra afirmación; {cited} fuentes citadas, no conservadas.',
    pt: '{answered} têm resposta de outra afirmação; {cited} fontes citadas, não conservadas.',
  },
  origins: {
    en: 'Origins for : against. {list}.',
    es: 'Orígenes a favor : en contra. {list}.',
    pt: 'Origens a favor : contra. {list}.',
  },
  more: { en: '{n} more', es: '{n} más', pt: 'mais {n}' },
  turns: { en: 'It would turn by: {list}.', es: 'Cambiaría con: {list}.', pt: 'Mudaria com: {list}.' },
  flat: {
    en: 'all grades made equal ({verdict})',
    es: 'todas las calificaciones igualadas ({verdict})',
    pt: 'todas as classificações igualadas ({verdict})',
  },
  howMany: {
    en: 'In service in all hosts together, {at}: {list}; {relation}.',
    es: 'En servicio en todos los países receptores, {at}: {list}; {relation}.',
    pt: 'Em serviço em todos os países de acolhimento, {at}: {list}; {relation}.',
  },
  howManyLead: {
    en: 'In service in all hosts together, {at}: {relation}.',
    es: 'En servicio en todos los países receptores, {at}: {relation}.',
    pt: 'Em serviço em todos os países de acolhimento, {at}: {relation}.',
  },
  howManyNone: {
    en: 'No head-count of all hosts together.',
    es: 'Ningún recuento de todos los países.',
    pt: 'Nenhuma contagem de todos os países.',
  },
  howManyCounts: {
    en: '{groups} places and moments counted, {hosts} {hosts|host|hosts}; in {conflicts} the sources conflict.',
    es: '{groups} lugares y momentos contados, {hosts} países; en {conflicts} las fuentes discrepan.',
    pt: '{groups} lugares e momentos contados, {hosts} países; em {conflicts} as fontes divergem.',
  },
  relations: {
    agree: { en: 'they agree', es: 'coinciden', pt: 'concordam' },
    compatible: { en: 'they are compatible', es: 'son compatibles', pt: 'são compatíveis' },
    conflict: { en: 'they conflict', es: 'discrepan', pt: 'divergem' },
    single: { en: 'one source', es: 'una fuente', pt: 'uma fonte' },
    value: { en: 'they conflict in value', es: 'discrepan en el valor', pt: 'divergem no valor' },
    unit: {
      en: 'they count different units',
      es: 'cuentan unidades distintas',
      pt: 'contam unidades diferentes',
    },
    moment: {
      en: 'they speak of different moments',
      es: 'hablan de momentos distintos',
      pt: 'falam de momentos diferentes',
    },
    definition: {
      en: 'they define it differently',
      es: 'lo definen de otro modo',
      pt: 'definem-no de modo diferente',
    },
  } satisfies Record<string, Sentence>,
  money: {
    en: 'The worker’s share of what the host pays can be computed for {n} {n|period|periods} in {places} {places|host|hosts}',
    es: 'La parte del trabajador en lo que paga el país receptor se puede calcular en {n} {n|período|períodos} de {places} {places|país|países}',
    pt: 'A parte do trabalhador no que o país de acolhimento paga pode calcular-se em {n} {n|período|períodos} de {places} {places|país|países}',
  },
  moneyNone: {
    en: 'The worker’s share cannot be computed: no place has both what the host pays and what the worker receives.',
    es: 'La parte del trabajador no se puede calcular: ningún lugar tiene a la vez lo que se paga y lo que recibe el trabajador.',
    pt: 'A parte do trabalhador não se pode calcular: nenhum lugar tem ao mesmo tempo o que se paga e o que o trabalhador recebe.',
  },
  moneyCounts: {
    en: '{terms} terms; for {without} places and periods the share cannot be computed.',
    es: '{terms} condiciones; en {without} lugares y períodos la parte no se puede calcular.',
    pt: '{terms} condições; em {without} lugares e períodos a parte não se pode calcular.',
  },
  response: {
    en: '{measures} {measures|measure|measures}, {requests} {requests|request|requests} for information ({answered} with a reply), {agreements} {agreements|agreement|agreements}, {events} {events|event|events}.',
    es: '{measures} {measures|medida|medidas}, {requests} {requests|solicitud|solicitudes} de información ({answered} con respuesta), {agreements} {agreements|acuerdo|acuerdos}, {events} {events|hecho|hechos}.',
    pt: '{measures} {measures|medida|medidas}, {requests} {requests|pedido|pedidos} de informação ({answered} com resposta), {agreements} {agreements|acordo|acordos}, {events} {events|facto|factos}.',
  },
  responseLast: {
    en: 'Latest measure: {at}, {summary}',
    es: 'Última medida: {at}, {summary}',
    pt: 'Última medida: {at}, {summary}',
  },
  illustrative: {
    en: 'Illustrative: it rests on claims that no person here has accepted, or on summaries of sources that are cited, not held.',
    es: 'Ilustrativo: se apoya en afirmaciones que nadie aquí ha aceptado o en resúmenes de fuentes citadas, no conservadas.',
    pt: 'Ilustrativo: apoia-se em afirmações que ninguém aqui aceitou ou em resumos de fontes citadas, não conservadas.',
  },
} as const;
