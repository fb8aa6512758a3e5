/** Words of what stood before a measure and what after it. */
import { formatDate, type Language, say, words } from '#words/language.ts';

export const aroundWords = {
  title: words('Before and after: {what}', 'Antes y después: {what}', 'Antes e depois: {what}'),
  sentence: words(
    '{n} things were counted or paid within {days} days of {date}, {both} of them on both sides. What came after is not called its effect.',
    'Se contaron o pagaron {n} cosas en los {days} días en torno a {date}, {both} de ellas en ambos lados. Lo que vino después no se llama su efecto.',
    'Contaram-se ou pagaram-se {n} coisas nos {days} dias em torno de {date}, {both} delas dos dois lados. O que veio depois não se chama o seu efeito.',
  ),
  what: words('what', 'qué', 'o quê'),
  place: words('place', 'lugar', 'lugar'),
  before: words('before', 'antes', 'antes'),
  after: words('after', 'después', 'depois'),
  link: words('before and after', 'antes y después', 'antes e depois'),
} as const;

interface Told {
  readonly date: string;
  readonly days: number;
  readonly both: number;
  readonly lines: readonly unknown[];
}

export function aroundSentence({ date, days, both, lines }: Told, language: Language): string {
  return say(aroundWords.sentence, language, {
    n: lines.length,
    both,
    days,
    date: formatDate(date, language),
  });
}
