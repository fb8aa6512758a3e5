/** Why a proposal is worth a person's time now: one line each. */
import { labels } from '#words/labels.ts';
import { type Language, type Sentence, say, words } from '#words/language.ts';
import { sayWhyNot, type WhyNot } from '#words/money.ts';
import { placeName } from '#words/places.ts';

interface OnElement {
  readonly element: Sentence;
  readonly standard: Sentence;
  readonly status: 'unknown' | 'conflicting' | 'supported' | 'refuted';
  /** The standard whose finding would change if the element were shown. */
  readonly turns: Sentence | null;
  readonly direction: 'supports' | 'rebuts';
  /** The how manieth origin on its side it would be. */
  readonly nth: number;
  readonly for: number;
  readonly against: number;
}

export type Why =
  | ({ readonly key: 'origin' | 'sameOrigin' } & OnElement)
  | { readonly key: 'pillar'; readonly claim: string; readonly standard: Sentence }
  | { readonly key: 'answers'; readonly name: string; readonly claim: string }
  | { readonly key: 'otherSide'; readonly name: string; readonly side: string; readonly place: string }
  | { readonly key: 'money'; readonly place: string; readonly whyNot: WhyNot }
  | { readonly key: 'conflict'; readonly place: string; readonly counted: string; readonly n: number }
  | { readonly key: 'noFigure'; readonly place: string }
  | { readonly key: 'known'; readonly name: string };

const sentences = {
  origin: words(
    'Would be the {nth} origin {way} “{element}” ({standard}), which stands {status}, {for} : {against}.',
    'Sería el {nth} origen {way} «{element}» ({standard}), que consta como {status}, {for} : {against}.',
    'Seria a {nth} origem {way} «{element}» ({standard}), que consta como {status}, {for} : {against}.',
  ),
  sameOrigin: words(
    'One more claim of an origin already heard {way} “{element}” ({standard}), which stands {status}, {for} : {against}.',
    'Otra afirmación de un origen ya oído {way} «{element}» ({standard}), que consta como {status}, {for} : {against}.',
    'Mais uma afirmação de uma origem já ouvida {way} «{element}» ({standard}), que consta como {status}, {for} : {against}.',
  ),
  turns: words(
    ' Showing it would change the finding on {standard}.',
    ' Demostrarlo cambiaría la conclusión sobre {standard}.',
    ' Demonstrá-lo mudaria a conclusão sobre {standard}.',
  ),
  pillar: words(
    'Gives the true words of {claim}, on which the finding on {standard} turns.',
    'Da las palabras verdaderas de {claim}, de la que depende la conclusión sobre {standard}.',
    'Dá as palavras verdadeiras de {claim}, de que depende a conclusão sobre {standard}.',
  ),
  answers: words(
    '{name} is named by the critical claim {claim}, which nobody has answered yet.',
    'La afirmación crítica {claim} nombra a {name} y nadie la ha respondido aún.',
    'A afirmação crítica {claim} nomeia {name} e ninguém lhe respondeu ainda.',
  ),
  otherSide: words(
    'No {side} claim about {place} yet; {name} has spoken on that side.',
    'Aún no hay ninguna afirmación {side} sobre {place}; {name} ha hablado de ese lado.',
    'Ainda não há nenhuma afirmação {side} sobre {place}; {name} falou desse lado.',
  ),
  money: words('Money in {place}: {why}', 'Dinero en {place}: {why}', 'Dinheiro em {place}: {why}'),
  conflict: words(
    '{n} rival figures of {counted} in {place} are in conflict.',
    '{n} cifras rivales de {counted} en {place} están en conflicto.',
    '{n} números rivais de {counted} em {place} estão em conflito.',
  ),
  noFigure: words(
    'There is no figure for {place} yet.',
    'Aún no hay ninguna cifra de {place}.',
    'Ainda não há nenhum número de {place}.',
  ),
  known: words(
    '{name} is a party of this dossier.',
    '{name} es parte de este expediente.',
    '{name} é parte deste dossiê.',
  ),
} as const;

const nths: readonly Sentence[] = [
  words('first', 'primer', 'primeira'),
  words('second', 'segundo', 'segunda'),
  words('third', 'tercer', 'terceira'),
];
const next = words('next', 'siguiente', 'próxima');

const ways = {
  supports: words('for', 'a favor de', 'a favor de'),
  rebuts: words('against', 'contra', 'contra'),
} as const;

const statuses = {
  unknown: words('unknown', 'desconocido', 'desconhecido'),
  conflicting: words('in conflict', 'en conflicto', 'em conflito'),
  supported: words('supported', 'respaldado', 'sustentado'),
  refuted: words('refuted', 'refutado', 'refutado'),
} as const;

export function sayWhy(why: Why, language: Language): string {
  switch (why.key) {
    case 'origin':
    case 'sameOrigin':
      return sayElement(why, language);
    case 'pillar':
      return say(sentences.pillar, language, { ...why, standard: why.standard[language] });
    case 'otherSide': {
      const side = labels.side[why.side as keyof typeof labels.side]?.[language] ?? why.side;
      return say(sentences.otherSide, language, { ...why, side, place: placeName(why.place, language) });
    }
    case 'money':
      return say(sentences.money, language, {
        place: placeName(why.place, language),
        why: sayWhyNot(why.whyNot, language),
      });
    case 'conflict': {
      const known: Readonly<Record<string, Sentence>> = labels.counted;
      const counted = known[why.counted]?.[language] ?? why.counted.replaceAll('-', ' ');
      return say(sentences.conflict, language, { ...why, counted, place: placeName(why.place, language) });
    }
    case 'noFigure':
      return say(sentences.noFigure, language, { place: placeName(why.place, language) });
    default:
      return say(sentences[why.key], language, { ...why });
  }
}

function sayElement(why: Extract<Why, { key: 'origin' | 'sameOrigin' }>, language: Language): string {
  const standard = why.standard[language];
  const holes = {
    nth: (nths[why.nth - 1] ?? next)[language],
    way: ways[why.direction][language],
    element: why.element[language],
    status: statuses[why.status][language],
    for: why.for,
    against: why.against,
    standard,
  };
  const turns = why.turns ? say(sentences.turns, language, { standard: why.turns[language] }) : '';
  return say(sentences[why.key], language, holes) + turns;
}
