/**
 * What no small edit may touch: numbers, in digits or words, and negations. “75 %” and “57 %” are two letters apart and
 * are two claims; so are “paid” and “unpaid”.
 */

const NUMBER_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    0: 'zero cero',
    2: 'two dos dois duas',
    3: 'three tres três',
    4: 'four cuatro quatro',
    5: 'five cinco',
    6: 'six seis',
    7: 'seven siete sete',
    8: 'eight ocho oito',
    9: 'nine nueve nove',
    10: 'ten diez dez',
    11: 'eleven once onze',
    12: 'twelve doce doze dozen dozens docena docenas dúzia dúzias',
    13: 'thirteen trece treze',
    14: 'fourteen catorce catorze quatorze',
    15: 'fifteen quince quinze',
    16: 'sixteen dieciséis dezasseis dezesseis',
    17: 'seventeen diecisiete dezassete dezessete',
    18: 'eighteen dieciocho dezoito',
    19: 'nineteen diecinueve dezanove dezenove',
    20: 'twenty veinte vinte',
    30: 'thirty treinta trinta',
    40: 'forty cuarenta quarenta',
    50: 'fifty cincuenta cinquenta',
    60: 'sixty sesenta sessenta',
    70: 'seventy setenta',
    80: 'eighty ochenta oitenta',
    90: 'ninety noventa',
    100: 'hundred hundreds cien ciento cientos cem cento centenas centenares',
    200: 'doscientos doscientas duzentos duzentas',
    300: 'trescientos trescientas trezentos trezentas',
    400: 'cuatrocientos cuatrocientas quatrocentos quatrocentas',
    500: 'quinientos quinientas quinhentos quinhentas',
    600: 'seiscientos seiscientas seiscentos seiscentas',
    700: 'setecientos setecientas setecentos setecentas',
    800: 'ochocientos ochocientas oitocentos oitocentas',
    900: 'novecientos novecientas novecentos novecentas',
    1e3: 'thousand thousands mil miles milhares',
    1e6: 'million millions millón millones milhão milhões',
    1e9: 'billion billions bilhão bilhões',
    1e12: 'trillion trillions billón billones trilhão trilhões',
    '1/2': 'half halves mitad medio media metade meio meia',
    '1/3': 'third thirds tercio tercios terço terços',
    '1/4': 'quarter quarters',
    '2x': 'double doubled twice doble dobro',
    '3x': 'triple tripled triplo',
  }).flatMap(([figure, words]) => words.split(' ').map(word => [word, figure])),
);

const NEGATIONS = new Set(
  'no not never none nobody nothing neither nor without cannot hardly barely nowhere ni nunca jamás nadie nada ningún ninguno ninguna sin tampoco não nem jamais ninguém nenhum nenhuma sem tampouco'.split(
    ' ',
  ),
);

const PREFIXES = ['un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'des', 'mis', 'anti'];

const TOKEN = /\p{N}+(?:[.,:/]\p{N}+)*|[%‰$€£]|\p{L}[\p{L}\p{M}]*(?:'\p{L}+)?/gu;

/** The numbers and negations of normal text, in order. */
export function sacredOf(text: string): string[] {
  return wordsOf(text).flatMap(word => {
    if (/^[\p{N}%‰$€£]/u.test(word)) return [word];
    if (NEGATIONS.has(word) || word.endsWith("n't")) return ['not'];
    const figure = Object.hasOwn(NUMBER_WORDS, word) ? NUMBER_WORDS[word] : undefined;
    return figure === undefined ? [] : [figure];
  });
}

/** Whether two stretches of normal text have the same numbers and negations, and no word against its own contrary. */
export function sameSacred(one: string, other: string): boolean {
  const [a, b] = [sacredOf(one), sacredOf(other)];
  if (a.length !== b.length || a.some((it, at) => it !== b[at])) return false;
  const [left, right] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  return !contrary(left, right) && !contrary(right, left);
}

/** A word that only one has, where the other has only it with a prefix that denies it. */
function contrary(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...other].some(
    word =>
      !one.has(word) &&
      PREFIXES.some(prefix => {
        const bare = word.startsWith(prefix) ? word.slice(prefix.length) : '';
        return bare.length > 2 && one.has(bare) && !other.has(bare);
      }),
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(TOKEN) ?? [];
}
