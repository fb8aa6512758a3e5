/** Why a worker's share cannot be computed. */
import { type Language, type Sentence, say } from '#words/language.ts';

export interface WhyNot {
  readonly key: keyof typeof sentences;
  /** The price basis that is there instead. */
  readonly basis: string | null;
}

const bases: Readonly<Record<string, Sentence>> = {
  'market-pay': { en: 'market pay', es: 'pago de mercado', pt: 'pagamento de mercado' },
  'host-total-cost': {
    en: 'the host’s total cost',
    es: 'coste total del país receptor',
    pt: 'custo total do país de acolhimento',
  },
  expected: { en: 'an expected price', es: 'un precio esperado', pt: 'um preço esperado' },
  'contract-price': { en: 'the contract price', es: 'el precio del contrato', pt: 'o preço do contrato' },
};

const sentences = {
  'wrong-basis': {
    en: 'Cannot be computed, because what is told of the price is {basis}, which is not the contract price.',
    es: 'No se puede calcular, porque lo que se dice del precio es {basis}, que no es el precio del contrato.',
    pt: 'Não se pode calcular, porque o que se diz do preço é {basis}, que não é o preço do contrato.',
  },
  'wrong-basis-no-worker': {
    en: 'Cannot be computed, because what is told of the price is {basis}, not the contract price, and nothing is told of what reaches the worker on it.',
    es: 'No se puede calcular, porque lo que se dice del precio es {basis}, no el precio del contrato, y no se dice qué llega al trabajador.',
    pt: 'Não se pode calcular, porque o que se diz do preço é {basis}, não o preço do contrato, e não se diz o que chega ao trabalhador.',
  },
  'no-worker-leg': {
    en: 'Cannot be computed, because no amount that reaches the worker is recorded in this currency and unit of time.',
    es: 'No se puede calcular, porque no consta ningún importe que llegue al trabajador en esta moneda y unidad de tiempo.',
    pt: 'Não se pode calcular, porque não consta nenhum montante que chegue ao trabalhador nesta moeda e unidade de tempo.',
  },
  'no-paid-stipend': {
    en: 'Cannot be computed, because what is recorded for the worker was expected or asked for, not paid.',
    es: 'No se puede calcular, porque lo que consta para el trabajador se esperaba o se pedía, no se pagó.',
    pt: 'Não se pode calcular, porque o que consta para o trabalhador era esperado ou pedido, não pago.',
  },
  'no-price': {
    en: 'Cannot be computed, because what the host pays is not recorded in this currency and unit of time.',
    es: 'No se puede calcular, porque no consta lo que paga el país receptor en esta moneda y unidad de tiempo.',
    pt: 'Não se pode calcular, porque não consta o que o país de acolhimento paga nesta moeda e unidade de tempo.',
  },
  neither: {
    en: 'Cannot be computed, because neither what the host pays nor what reaches the worker is recorded in this currency and unit of time.',
    es: 'No se puede calcular, porque no consta ni lo que paga el país receptor ni lo que llega al trabajador en esta moneda y unidad de tiempo.',
    pt: 'Não se pode calcular, porque não consta nem o que o país de acolhimento paga nem o que chega ao trabalhador nesta moeda e unidade de tempo.',
  },
  nothing: {
    en: 'Cannot be computed, because no amount is recorded: neither what the host pays nor what reaches the worker.',
    es: 'No se puede calcular, porque no consta ningún importe: ni lo que paga el país receptor ni lo que llega al trabajador.',
    pt: 'Não se pode calcular, porque não consta nenhum montante: nem o que o país de acolhimento paga nem o que chega ao trabalhador.',
  },
  'open-ended': {
    en: 'Cannot be computed, because an amount is open-ended or zero.',
    es: 'No se puede calcular, porque un importe queda abierto o es cero.',
    pt: 'Não se pode calcular, porque um montante fica em aberto ou é zero.',
  },
} satisfies Record<string, Sentence>;

export function sayWhyNot(why: WhyNot, language: Language): string {
  const basis = why.basis === null ? '' : (bases[why.basis]?.[language] ?? why.basis);
  return say(sentences[why.key], language, { basis });
}
