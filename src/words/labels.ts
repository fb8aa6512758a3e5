/** What the values of a row are called: sides, kinds, states, legs. */
import { type Language, type Sentence, words } from '#words/language.ts';

type Labels = Readonly<Record<string, Sentence>>;

export const labels = {
  side: {
    critical: words('critical', 'crítica', 'crítica'),
    defending: words('defending', 'defensora', 'defensora'),
    neutral: words('neutral', 'neutral', 'neutra'),
  },
  type: {
    fact: words('fact', 'hecho', 'facto'),
    rule: words('rule', 'regla', 'regra'),
    opinion: words('opinion', 'opinión', 'opinião'),
    effect: words('effect', 'efecto', 'efeito'),
    promise: words('promise', 'promesa', 'promessa'),
  },
  state: {
    proposed: words('proposed', 'propuesta', 'proposta'),
    collected: words('collected', 'recogida', 'recolhida'),
    accepted: words('accepted', 'aceptada', 'aceite'),
    withdrawn: words('withdrawn', 'retirada', 'retirada'),
  },
  mode: {
    direct: words('quoted', 'citado', 'citado'),
    indirect: words('reported', 'referido', 'referido'),
    mixed: words('partly quoted', 'citado en parte', 'citado em parte'),
    'first-hand': words('first-hand', 'de primera mano', 'em primeira mão'),
    document: words('document', 'documento', 'documento'),
    narration: words('the outlet’s own voice', 'voz propia del medio', 'voz do próprio meio'),
  },
  knowledge: {
    'first-hand': words('first-hand', 'de primera mano', 'em primeira mão'),
    document: words('from a document', 'por un documento', 'por um documento'),
    'own-records': words('from its own records', 'por sus propios registros', 'pelos seus próprios registos'),
    hearsay: words('hearsay', 'de oídas', 'por ouvir dizer'),
  },
  stake: {
    yes: words('speaks in its own favour', 'habla en su propio favor', 'fala em seu próprio favor'),
    no: words('no stake', 'sin interés propio', 'sem interesse próprio'),
  },
  reach: {
    host: words('one host', 'un país', 'um país'),
    'every-host': words('every host', 'todos los países', 'todos os países'),
    unspecified: words('not said', 'no se dice', 'não se diz'),
  },
  held: {
    original: words('held', 'conservada', 'conservada'),
    abstract: words('cited, not held', 'citada, no conservada', 'citada, não conservada'),
  },
  comparator: {
    exactly: words('exactly', 'exactamente', 'exatamente'),
    about: words('about', 'cerca de', 'cerca de'),
    'at-least': words('at least', 'al menos', 'pelo menos'),
    'more-than': words('more than', 'más de', 'mais de'),
    'at-most': words('at most', 'como máximo', 'no máximo'),
    'less-than': words('less than', 'menos de', 'menos de'),
    between: words('between', 'entre', 'entre'),
  },
  direction: {
    supports: words('supports', 'apoya', 'apoia'),
    rebuts: words('rebuts', 'rebate', 'refuta'),
  },
  answer: {
    rebuts: words('says the opposite', 'dice lo contrario', 'diz o contrário'),
    undercuts: words('takes away its ground', 'le quita la base', 'tira-lhe a base'),
  },
  kind: {
    claim: words('claim', 'afirmación', 'afirmação'),
    figure: words('figure', 'cifra', 'número'),
    bearing: words('bearing', 'incidencia', 'incidência'),
    anchor: words('words found', 'palabras halladas', 'palavras encontradas'),
    copy: words('copy', 'copia', 'cópia'),
  },
  dated: {
    agreement: words('agreement', 'acuerdo', 'acordo'),
    measure: words('measure', 'medida', 'medida'),
    request: words('request', 'solicitud', 'pedido'),
    reply: words('reply', 'respuesta', 'resposta'),
    event: words('event', 'hecho', 'facto'),
  },
  act: {
    import: words('imported', 'importado', 'importado'),
    add: words('added', 'añadido', 'adicionado'),
    read: words('read', 'leído', 'lido'),
    accept: words('accepted', 'aceptado', 'aceite'),
    reject: words('rejected', 'rechazado', 'rejeitado'),
    edit: words('edited', 'editado', 'editado'),
    withdraw: words('withdrawn', 'retirado', 'retirado'),
    answer: words('linked as an answer', 'enlazado como respuesta', 'ligado como resposta'),
    anchor: words('anchored', 'anclado', 'ancorado'),
    relate: words('related', 'relacionado', 'relacionado'),
    translate: words('translated', 'traducido', 'traduzido'),
    undo: words('undone', 'deshecho', 'desfeito'),
    record: words('recorded', 'anotado', 'registado'),
    differ: words('found different', 'hallado distinto', 'encontrado diferente'),
  },
  route: {
    rules: words('rules', 'reglas', 'regras'),
    pattern: words('pattern', 'patrón', 'padrão'),
    purpose: words('state purpose', 'propósito del Estado', 'propósito do Estado'),
    person: words('single persons', 'personas concretas', 'pessoas concretas'),
  },
  leg: {
    'host-pays': words('host pays', 'paga el receptor', 'paga o acolhedor'),
    fee: words('fee', 'comisión', 'comissão'),
    'state-keeps': words('sending state keeps', 'retiene el Estado emisor', 'retém o Estado emissor'),
    'worker-cash': words('worker, in cash', 'trabajador, en mano', 'trabalhador, em mão'),
    'worker-deferred': words('worker, deferred', 'trabajador, diferido', 'trabalhador, diferido'),
    'worker-home': words(
      'worker, salary at home',
      'trabajador, salario en origen',
      'trabalhador, salário de origem',
    ),
    'in-kind': words('in kind', 'en especie', 'em espécie'),
  },
  basis: {
    'contract-price': words('contract price', 'precio del contrato', 'preço do contrato'),
    'host-total-cost': words('host’s total cost', 'coste total del receptor', 'custo total do acolhedor'),
    'market-pay': words('market pay', 'pago de mercado', 'pagamento de mercado'),
    expected: words('expected', 'esperado', 'esperado'),
  },
  per: {
    'worker-hour': words('per worker and hour', 'por trabajador y hora', 'por trabalhador e hora'),
    'worker-month': words('per worker and month', 'por trabajador y mes', 'por trabalhador e mês'),
    'worker-year': words('per worker and year', 'por trabajador y año', 'por trabalhador e ano'),
    'worker-period': words(
      'per worker, whole period',
      'por trabajador, todo el período',
      'por trabalhador, todo o período',
    ),
    month: words('per month, all', 'por mes, todos', 'por mês, todos'),
    year: words('per year, all', 'por año, todos', 'por ano, todos'),
    period: words('whole period, all', 'todo el período, todos', 'todo o período, todos'),
  },
  measure: {
    'visa-restriction': words('visa restriction', 'restricción de visados', 'restrição de vistos'),
    sanction: words('sanction', 'sanción', 'sanção'),
    ranking: words('ranking', 'clasificación', 'classificação'),
    listing: words('listing', 'inclusión en lista', 'inclusão em lista'),
    litigation: words('litigation', 'litigio', 'litígio'),
    bill: words('bill', 'proyecto de ley', 'projeto de lei'),
    pressure: words('pressure', 'presión', 'pressão'),
    'agreement-ended': words('agreement ended', 'acuerdo terminado', 'acordo terminado'),
    'agreement-changed': words('agreement changed', 'acuerdo cambiado', 'acordo alterado'),
    'direct-pay': words('direct pay', 'pago directo', 'pagamento direto'),
    'hiring-route': words('hiring route', 'vía de contratación', 'via de contratação'),
    'programme-opened': words('programme opened', 'programa abierto', 'programa aberto'),
    'programme-closed': words('programme closed', 'programa cerrado', 'programa encerrado'),
    inquiry: words('inquiry', 'investigación', 'investigação'),
    other: words('other', 'otra', 'outra'),
  },
  status: {
    proposed: words('proposed', 'propuesta', 'proposta'),
    announced: words('announced', 'anunciada', 'anunciada'),
    'in-force': words('in force', 'en vigor', 'em vigor'),
    ended: words('ended', 'terminada', 'terminada'),
    unknown: words('unknown', 'desconocido', 'desconhecido'),
    waiting: words('waiting', 'en espera', 'à espera'),
    clarification: words('clarification asked', 'se pidió aclaración', 'pediu-se esclarecimento'),
    refused: words('refused', 'denegada', 'recusado'),
    'partly-replied': words('partly answered', 'respondida en parte', 'respondido em parte'),
    replied: words('answered', 'respondida', 'respondido'),
    'not-held': words('not held', 'no consta', 'não consta'),
    'internal-review': words('internal review', 'revisión interna', 'revisão interna'),
    silent: words('silent', 'sin respuesta', 'sem resposta'),
  },
  counted: {
    workers: words('workers in service', 'trabajadores en servicio', 'trabalhadores em serviço'),
    'workers-planned': words('workers planned', 'trabajadores previstos', 'trabalhadores previstos'),
    'workers-served': words(
      'workers who ever served',
      'trabajadores que sirvieron',
      'trabalhadores que serviram',
    ),
    countries: words('countries', 'países', 'países'),
    revenue: words('revenue', 'ingresos', 'receitas'),
    'state-share': words('share the state keeps', 'parte que retiene el Estado', 'parte que o Estado retém'),
    'worker-share': words(
      'share the worker gets',
      'parte que recibe el trabajador',
      'parte que o trabalhador recebe',
    ),
    'share-of-respondents': words('share of respondents', 'parte de los encuestados', 'parte dos inquiridos'),
    respondents: words('respondents', 'encuestados', 'inquiridos'),
  },
} as const satisfies Readonly<Record<string, Labels>>;

export type LabelKind = keyof typeof labels;

/** What a value is called; a value that has no name of its own is shown as it is written. */
export function label(kind: LabelKind, value: string, language: Language): string {
  return (labels[kind] as Labels)[value]?.[language] ?? value.replaceAll('-', ' ');
}
