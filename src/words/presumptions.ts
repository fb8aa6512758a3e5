/** Sentences on presumptions that were asked for: whether each applies, and what stands by it. */
import { type Language, type Sentence, say } from '#words/language.ts';

interface Presumed {
  readonly title: string;
  readonly says: string;
  readonly whyNot: 'goods' | 'no-silence' | null;
  readonly requests: readonly string[];
  readonly elements: readonly string[];
}

const sentences = {
  goods: {
    en: '{title}: does not apply, because it is about goods.',
    es: '{title}: no se aplica, porque trata de mercancías.',
    pt: '{title}: não se aplica, porque trata de mercadorias.',
  },
  'no-silence': {
    en: '{title}: does not apply, because no request to the duty-bearer with its silence is on record.',
    es: '{title}: no se aplica, porque no consta ninguna solicitud al titular de la obligación con su silencio.',
    pt: '{title}: não se aplica, porque não consta nenhum pedido ao titular da obrigação com o seu silêncio.',
  },
  idle: {
    en: '{title}: would apply (requests: {requests}), but nothing here rests on it. {says}',
    es: '{title}: se aplicaría (solicitudes: {requests}), pero nada se apoya aquí en ella. {says}',
    pt: '{title}: aplicar-se-ia (pedidos: {requests}), mas nada se apoia aqui nela. {says}',
  },
  applies: {
    en: '{title}: applied, by request, after silence on {requests}; by it alone stand {elements}. {says}',
    es: '{title}: aplicada, por haberse pedido, tras el silencio sobre {requests}; solo por ella constan {elements}. {says}',
    pt: '{title}: aplicada, por ter sido pedida, após o silêncio sobre {requests}; só por ela constam {elements}. {says}',
  },
} satisfies Record<string, Sentence>;

export function presumptionSentence(it: Presumed, language: Language): string {
  const key = it.whyNot ?? (it.elements.length === 0 ? 'idle' : 'applies');
  return say(sentences[key], language, {
    title: it.title,
    says: it.says,
    requests: it.requests.join(', '),
    elements: it.elements.join(', '),
  });
}
