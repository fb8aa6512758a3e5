/** The sentences of a finding: the whole, each element, and the banner over an unverified text. */
import type { Period } from '#core/dates.ts';
import { formatDates, type Language, type Sentence, say } from '#words/language.ts';
import { placeName } from '#words/places.ts';

interface Whole {
  readonly verdict: string;
  readonly because: string | null;
  readonly illustrative: boolean;
  readonly screening: { readonly supported: number; readonly of: number } | null;
  readonly standard: string;
  readonly proof: string;
  readonly route: string | null;
  readonly place: string | null;
  readonly period: Period | null;
  /** Whether it bound the duty-bearer then is not on record. */
  readonly boundUnknown?: boolean;
}

const verdicts: Readonly<Record<string, Sentence>> = {
  met: {
    en: '{standard}: met at {proof}, {scope}.',
    es: '{standard}: cumplida con {proof}, {scope}.',
    pt: '{standard}: cumprida com {proof}, {scope}.',
  },
  'not-met': {
    en: '{standard}: not met at {proof}, {scope}.',
    es: '{standard}: no cumplida con {proof}, {scope}.',
    pt: '{standard}: não cumprida com {proof}, {scope}.',
  },
  'not-shown': {
    en: '{standard}: open at {proof}, {scope}, because an element it needs is not shown.',
    es: '{standard}: abierta con {proof}, {scope}, porque un elemento necesario no está demostrado.',
    pt: '{standard}: aberta com {proof}, {scope}, porque um elemento necessário não está demonstrado.',
  },
  balanced: {
    en: '{standard}: open at {proof}, {scope}, because the evidence on an element it needs is in conflict.',
    es: '{standard}: abierta con {proof}, {scope}, porque las pruebas sobre un elemento necesario están en conflicto.',
    pt: '{standard}: aberta com {proof}, {scope}, porque as provas sobre um elemento necessário estão em conflito.',
  },
  'not-examined': {
    en: '{standard}: open at {proof}, {scope}, because no claim in scope speaks to an element it needs.',
    es: '{standard}: abierta con {proof}, {scope}, porque ninguna afirmación en el ámbito se refiere a un elemento necesario.',
    pt: '{standard}: aberta com {proof}, {scope}, porque nenhuma afirmação no âmbito se refere a um elemento necessário.',
  },
  'not-bound': {
    en: '{standard}: no verdict, because it did not bind the duty-bearer then.',
    es: '{standard}: sin veredicto, porque no obligaba entonces al titular de la obligación.',
    pt: '{standard}: sem veredicto, porque não vinculava então o titular da obrigação.',
  },
  screening: {
    en: '{standard}: {supported} of {of} elements supported at {proof}, {scope}. This is a screening, never a conclusion.',
    es: '{standard}: {supported} de {of} elementos respaldados con {proof}, {scope}. Es un cribado, nunca una conclusión.',
    pt: '{standard}: {supported} de {of} elementos sustentados com {proof}, {scope}. É uma triagem, nunca uma conclusão.',
  },
  'maps-only': {
    en: '{standard}: its elements are mapped at {proof}, {scope}; it gives no verdict here.',
    es: '{standard}: se muestran sus elementos con {proof}, {scope}; aquí no da veredicto.',
    pt: '{standard}: mostram-se os seus elementos com {proof}, {scope}; aqui não dá veredicto.',
  },
};

const illustrative: Sentence = {
  en: ' Illustrative: it rests on claims nobody here has accepted or on summaries of sources not held.',
  es: ' Ilustrativo: se apoya en afirmaciones que nadie aquí ha aceptado o en resúmenes de fuentes no conservadas.',
  pt: ' Ilustrativo: apoia-se em afirmações que ninguém aqui aceitou ou em resumos de fontes não conservadas.',
};

const boundUnknown: Sentence = {
  en: ' Whether it bound the duty-bearer then is not on record.',
  es: ' No consta si obligaba entonces al titular de la obligación.',
  pt: ' Não consta se vinculava então o titular da obrigação.',
};

const scopes: Readonly<Record<string, Sentence>> = {
  rules: {
    en: 'by the programme’s rules',
    es: 'por las reglas del programa',
    pt: 'pelas regras do programa',
  },
  pattern: {
    en: 'by a pattern among workers',
    es: 'por un patrón entre los trabajadores',
    pt: 'por um padrão entre os trabalhadores',
  },
  purpose: {
    en: 'by the state’s purpose',
    es: 'por el propósito del Estado',
    pt: 'pelo propósito do Estado',
  },
  person: { en: 'for single persons', es: 'para personas concretas', pt: 'para pessoas concretas' },
  all: { en: 'for every subject', es: 'para todos los sujetos', pt: 'para todos os sujeitos' },
};

export function findingSentence(it: Whole, language: Language): string {
  const key = it.screening ? 'screening' : (it.because ?? it.verdict);
  const parts = [
    scopes[it.route ?? 'all']?.[language],
    it.place === null ? null : placeName(it.place, language),
    it.period ? formatDates(it.period.from, it.period.to, language) : null,
  ];
  const scope = parts.filter(part => part !== null && part !== undefined).join(', ');
  const sentence = verdicts[key] ?? verdicts['maps-only'];
  if (!sentence) return '';
  const { standard, proof, screening } = it;
  return (
    say(sentence, language, { standard, proof, scope, ...(screening ?? {}) }) +
    (it.illustrative ? illustrative[language] : '') +
    (it.boundUnknown ? boundUnknown[language] : '')
  );
}

interface ElementCase {
  readonly status: string;
  /** Strong, fair and weak origins. */
  readonly strength: { readonly for: readonly number[]; readonly against: readonly number[] };
  readonly setAside: number;
  readonly presumed?: boolean;
  /** Origins that are still wanted at each strength or above. */
  readonly lacks?: readonly { readonly strength: 'weak' | 'fair' | 'strong'; readonly more: number }[];
  readonly proof: string;
}

const reasons: Readonly<Record<string, Sentence>> = {
  supported: {
    en: 'Supported: {for} for it, {against} against it; enough for {proof}.',
    es: 'Respaldado: {for} a favor, {against} en contra; basta para {proof}.',
    pt: 'Sustentado: {for} a favor, {against} contra; basta para {proof}.',
  },
  refuted: {
    en: 'Refuted: {against} against it, {for} for it; enough for {proof} the other way.',
    es: 'Refutado: {against} en contra, {for} a favor; basta para {proof} en sentido contrario.',
    pt: 'Refutado: {against} contra, {for} a favor; basta para {proof} no sentido contrário.',
  },
  conflicting: {
    en: 'Conflicting: {for} for it, {against} against it; neither prevails at {proof}.',
    es: 'En conflicto: {for} a favor, {against} en contra; ninguno prevalece con {proof}.',
    pt: 'Em conflito: {for} a favor, {against} contra; nenhum prevalece com {proof}.',
  },
  unknown: {
    en: 'Not shown: {for} for it, {against} against it; too little for {proof}.',
    es: 'No demostrado: {for} a favor, {against} en contra; insuficiente para {proof}.',
    pt: 'Não demonstrado: {for} a favor, {against} contra; insuficiente para {proof}.',
  },
  presumed: {
    en: 'Taken as shown by presumption: it is alleged, {for} for it, {against} against it; too little for {proof} without.',
    es: 'Se tiene por demostrado por presunción: se alega, {for} a favor, {against} en contra; insuficiente para {proof} sin ella.',
    pt: 'Tem-se por demonstrado por presunção: é alegado, {for} a favor, {against} contra; insuficiente para {proof} sem ela.',
  },
  silent: {
    en: 'No claim in scope speaks to it; not yet looked for.',
    es: 'Ninguna afirmación en el ámbito se refiere a él; aún no se ha buscado.',
    pt: 'Nenhuma afirmação no âmbito se refere a ele; ainda não se procurou.',
  },
};

const levels: readonly Sentence[] = [
  { en: '{n} strong', es: '{n} fuertes', pt: '{n} fortes' },
  { en: '{n} fair', es: '{n} medianos', pt: '{n} médias' },
  { en: '{n} weak', es: '{n} débiles', pt: '{n} fracas' },
];
const none: Sentence = { en: 'no origin', es: 'ningún origen', pt: 'nenhuma origem' };
const one: Sentence = {
  en: 'independent origins ({list})',
  es: 'orígenes independientes ({list})',
  pt: 'origens independentes ({list})',
};
const aside: Sentence = {
  en: ' {n} set aside, being undercut.',
  es: ' {n} apartadas por quedar sin base.',
  pt: ' {n} postas de lado por ficarem sem base.',
};

const missing: Sentence = {
  en: ' Missing: independent origins, {list}.',
  es: ' Faltan: orígenes independientes, {list}.',
  pt: ' Faltam: origens independentes, {list}.',
};
const wanted = {
  weak: { en: '{n} of any strength', es: '{n} de cualquier fuerza', pt: '{n} de qualquer força' },
  fair: { en: '{n} at least fair', es: '{n} al menos medianos', pt: '{n} pelo menos médias' },
  strong: { en: '{n} strong', es: '{n} fuertes', pt: '{n} fortes' },
} satisfies Record<string, Sentence>;

function lackSentence(lacks: ElementCase['lacks'] = [], language: Language): string {
  if (lacks.length === 0) return '';
  const list = lacks.map(({ strength, more }) => say(wanted[strength], language, { n: more }));
  return say(missing, language, { list: list.join(', ') });
}

export function elementReason(it: ElementCase, language: Language): string {
  const total = [...it.strength.for, ...it.strength.against].reduce((sum, count) => sum + count, 0);
  const key =
    total === 0 && it.setAside === 0 && it.status === 'unknown'
      ? 'silent'
      : it.presumed
        ? 'presumed'
        : it.status;
  const sentence = reasons[key];
  if (!sentence) return '';
  const holes = {
    for: body(it.strength.for, language),
    against: body(it.strength.against, language),
    proof: it.proof,
  };
  const lacks = it.status === 'unknown' ? lackSentence(it.lacks, language) : '';
  return (
    say(sentence, language, holes) + lacks + (it.setAside > 0 ? say(aside, language, { n: it.setAside }) : '')
  );
}

function body(counts: readonly number[], language: Language): string {
  const list = counts.flatMap((n, index) =>
    n > 0 && levels[index] ? [say(levels[index], language, { n })] : [],
  );
  return list.length === 0 ? none[language] : say(one, language, { list: list.join(', ') });
}

const banner: Sentence = {
  en: 'The text of this standard is not verified: {how}',
  es: 'El texto de esta norma no está verificado: {how}',
  pt: 'O texto desta norma não está verificado: {how}',
};

export function findingBanner(how: string, language: Language): string {
  return say(banner, language, { how });
}
