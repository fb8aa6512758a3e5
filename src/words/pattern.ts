/** The sentence on a pattern: among whom, how they were chosen, to how many it applies, against which threshold. */
import { formatDates, formatShare, type Language, type Sentence, say } from '#words/language.ts';

interface Stated {
  readonly name: string | null;
  readonly frame: string | null;
  readonly n: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly threshold: number | null;
  readonly share: { readonly low: number; readonly high: number } | null;
}

const sentences = {
  nobody: {
    en: 'No group of workers in scope.',
    es: 'Ningún grupo de trabajadores en el ámbito.',
    pt: 'Nenhum grupo de trabalhadores no âmbito.',
  },
  noThreshold: {
    en: 'This standard names no threshold for a pattern.',
    es: 'Esta norma no fija un umbral para un patrón.',
    pt: 'Esta norma não fixa um limiar para um padrão.',
  },
  chosen: {
    en: 'Among {name}{n}{when}, chosen by chance: the rule applies to between {low} and {high} of them; the threshold is {threshold}.',
    es: 'Entre {name}{n}{when}, elegidos al azar: la regla se aplica a entre {low} y {high} de ellos; el umbral es {threshold}.',
    pt: 'Entre {name}{n}{when}, escolhidos ao acaso: a regra aplica-se a entre {low} e {high} deles; o limiar é {threshold}.',
  },
  unchosen: {
    en: 'Among {name}{n}{when}, not known to be chosen by chance: they speak for nobody else, so no share is given; the threshold is {threshold}.',
    es: 'Entre {name}{n}{when}, sin constar que se eligieran al azar: no hablan por nadie más y no se da proporción; el umbral es {threshold}.',
    pt: 'Entre {name}{n}{when}, sem constar que fossem escolhidos ao acaso: não falam por mais ninguém e não se dá proporção; o limiar é {threshold}.',
  },
} satisfies Record<string, Sentence>;

export function patternSentence(it: Stated, language: Language): string {
  if (it.threshold === null) return sentences.noThreshold[language];
  if (it.name === null) return sentences.nobody[language];
  const dates = it.from === null && it.to === null ? '' : `, ${formatDates(it.from, it.to, language)}`;
  return say(sentences[it.share ? 'chosen' : 'unchosen'], language, {
    name: it.name,
    n: it.n === null ? '' : ` (n = ${it.n})`,
    when: dates,
    low: formatShare(it.share?.low ?? 0, language),
    high: formatShare(it.share?.high ?? 1, language),
    threshold: formatShare(it.threshold, language),
  });
}
