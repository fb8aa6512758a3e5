/**
 * Makes labelled texts for `scripts/learn.ts` of a treebank: who says what, as its dependency trees tell it. Reads
 * CoNLL-U files, writes a JSON line for each sentence; sentences of treebanks stand alone.
 *
 *     node scripts/treebank.ts es|pt OUT.jsonl FILE.conllu…
 *
 * A cue is a verb of saying whose clause is a complement, a parataxis or a quotation, or a preposition such as “según”.
 * What only an infinitive introduces (“al anunciar que”) is left unsure: nothing is learned of it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

type Span = readonly [start: number, end: number];

interface Node {
  readonly form: string;
  readonly lemma: string;
  readonly of: string;
  readonly features: string;
  /** Position of the head in the sentence; −1 for the root. */
  readonly head: number;
  readonly relation: string;
  readonly start: number;
  readonly end: number;
}

interface Sentence {
  readonly id: string;
  readonly text: string;
  readonly nodes: readonly Node[];
  /** Dependents of each node, in order. */
  readonly under: readonly (readonly number[])[];
}

interface Label {
  readonly start: number;
  readonly end: number;
  readonly spans: readonly Span[];
  readonly speakerSpans: readonly Span[];
  readonly verbSpans: readonly Span[];
  readonly verb: string;
  readonly rule: string;
}

/** Verbs of saying, by lemma: those whose complement is told, not only felt. */
const SAYING: Readonly<Record<string, string>> = {
  es: `aclarar acusar adelantar admitir advertir afirmar agregar alegar anunciar apostillar apuntar argumentar asegurar
    avisar añadir calcular comentar comunicar concluir confesar confirmar considerar contar contestar criticar decir
    declarar defender denunciar desmentir destacar detallar enfatizar escribir especificar estimar exclamar exigir
    explicar exponer expresar indicar informar insistir lamentar manifestar mantener matizar narrar negar notificar
    opinar pedir precisar predecir preguntar prever proclamar prometer pronosticar proponer puntualizar ratificar
    recalcar reclamar reconocer recordar reiterar relatar remarcar replicar resaltar responder revelar señalar sostener
    subrayar sugerir`,
  pt: `achar acreditar acrescentar acusar adiantar admitir advertir afirmar alegar alertar anunciar apontar argumentar
    assegurar assinalar avaliar avisar comentar completar comunicar concluir confessar confirmar considerar constatar
    contar criticar declarar defender denunciar desmentir destacar dizer enfatizar esclarecer escrever exigir explicar
    expor exprimir frisar garantir indicar informar insistir julgar justificar lamentar lembrar manifestar manter
    mencionar negar noticiar observar opinar pedir perguntar ponderar prever proclamar prometer propor ratificar
    reafirmar realçar reclamar reconhecer recordar referir reiterar relatar replicar responder ressaltar revelar
    salientar sublinhar sugerir sustentar`,
};
const ACCORDING = new Set(['según', 'segundo', 'conforme', 'consoante']);
const QUOTATION = /["“”«»]/;

function sentencesOf(file: string): Sentence[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n\r?\n/)
    .filter(block => block.includes('\t'))
    .map(block => sentenceOf(block, basename(file, '.conllu')))
    .filter(it => it !== null);
}

/** Null where the words do not stand in the text, or a head is missing. */
function sentenceOf(block: string, file: string): Sentence | null {
  const lines = block.split(/\r?\n/);
  const about = (key: string) => lines.find(it => it.startsWith(`# ${key} = `))?.slice(key.length + 5) ?? '';
  const text = about('text').replace(/\u00a0/g, ' ');
  const rows = lines.filter(it => /^\d/.test(it)).map(it => it.split('\t'));
  const places = new Map<string, number>();
  const nodes: Node[] = [];
  let at = 0;
  // a contraction (“del”) stands in the text once for its words
  const joined = { last: -1, start: 0, end: 0 };
  for (const [id = '', form = '', lemma = '', of = '', , features = '', head = '', relation = ''] of rows) {
    if (id.includes('.')) continue;
    const inside = Number(id) <= joined.last;
    const start = inside ? joined.start : text.indexOf(form.replace(/\u00a0/g, ' '), at);
    const end = inside ? joined.end : start + form.length;
    if (start < 0 || start > at + 3) return null;
    at = end;
    if (id.includes('-')) {
      Object.assign(joined, { last: Number(id.split('-')[1]), start, end });
      continue;
    }
    places.set(id, nodes.length);
    nodes.push({ form, lemma, of, features, head: Number(head), relation, start, end });
  }
  const placed = nodes.map(it => ({ ...it, head: it.head === 0 ? -1 : (places.get(String(it.head)) ?? -2) }));
  if (placed.length === 0 || placed.some(it => it.head === -2)) return null;
  const under: number[][] = placed.map(() => []);
  for (const [index, { head }] of placed.entries()) under[head]?.push(index);
  return { id: `${file}-${about('sent_id')}`, text, nodes: placed, under };
}

/** All that hangs on a node, itself included, without the branches that are left out. */
function branch({ under }: Sentence, root: number, without: (at: number) => boolean = () => false): number[] {
  const all: number[] = [];
  const open = [root];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    all.push(at);
    open.push(...(under[at] ?? []).filter(it => !without(it)));
  }
  return all.sort((a, b) => a - b);
}

/** Runs of neighbours as spans of the text, without marks at their edges that are no quotation marks. */
function spansOf({ nodes }: Sentence, places: readonly number[]): Span[] {
  const runs: number[][] = [];
  for (const at of places) {
    const last = runs.at(-1);
    if (last?.at(-1) === at - 1) last.push(at);
    else runs.push([at]);
  }
  const isMark = (at: number | undefined) => {
    const { of, form } = nodes[at ?? -1] ?? { of: '', form: '' };
    return of === 'PUNCT' && !QUOTATION.test(form);
  };
  return runs
    .map(run => {
      let [from, to] = [0, run.length];
      while (from < to && isMark(run[from])) from += 1;
      while (to > from && isMark(run[to - 1])) to -= 1;
      return run.slice(from, to);
    })
    .filter(run => run.some(at => nodes[at]?.of !== 'PUNCT'))
    .map(run => [nodes[run[0] as number]?.start ?? 0, nodes[run.at(-1) as number]?.end ?? 0]);
}

/** A quotation mark just outside of a content belongs to it, if the other one is inside or at the other edge. */
function withMarks(text: string, spans: readonly Span[]): Span[] {
  return spans.map(([from, to]) => {
    const inside = text.slice(from, to);
    const opens = /["“«]\s?$/.exec(text.slice(0, from))?.[0].length ?? 0;
    const closes = /^\s?[.?!…]*["”»]/.exec(text.slice(to))?.[0].length ?? 0;
    const count = (inside.match(/["“”«»]/g) ?? []).length;
    if (opens && closes && count % 2 === 0) return [from - opens, to + closes] as const;
    if (opens && count % 2 === 1) return [from - opens, to] as const;
    return closes && count % 2 === 1 ? ([from, to + closes] as const) : ([from, to] as const);
  });
}

const CLAUSES = new Set(['ccomp', 'parataxis', 'csubj:pass']);
const SUBJECTS = /^nsubj/;

/** The verb with the auxiliaries before it, as printed. */
function verbSpan({ nodes, under }: Sentence, verb: number): Span {
  const aux = (under[verb] ?? []).filter(at => at < verb && /^aux/.test(nodes[at]?.relation ?? ''));
  const first = aux.find(at =>
    nodes.slice(at, verb).every(it => /^(aux|advmod|expl|iobj|obj)/.test(it.relation)),
  );
  return [nodes[first ?? verb]?.start ?? 0, nodes[verb]?.end ?? 0];
}

function isFiniteVerb({ nodes, under }: Sentence, verb: number): boolean {
  const { form, features } = nodes[verb] as Node;
  if ((under[verb] ?? []).some(at => /^aux/.test(nodes[at]?.relation ?? ''))) return true;
  if (/VerbForm=(Inf|Part)/.test(features)) return false;
  return /VerbForm/.test(features) || !/([aei]r(em|se)?|[ai]d[oa]s?)$/.test(form.toLowerCase());
}

/** The subject with its appositions, without the clauses that hang on it. */
function speakerOf(sentence: Sentence, verb: number): Span[] {
  const { nodes, under } = sentence;
  const subject = (under[verb] ?? []).find(at => SUBJECTS.test(nodes[at]?.relation ?? ''));
  if (subject === undefined) return [];
  const places = branch(sentence, subject, at => {
    const { relation } = nodes[at] as Node;
    return (
      /^(acl|parataxis|advcl|ccomp)/.test(relation) && (relation === 'acl:relcl' || nodes[at]?.of === 'VERB')
    );
  });
  const whole = spansOf(sentence, places).find(
    ([from, to]) => from <= (nodes[subject]?.start ?? 0) && (nodes[subject]?.start ?? 0) < to,
  );
  return whole ? [whole] : [];
}

function saidBy(sentence: Sentence, verb: number): { rule: string; places: number[] } | null {
  const { nodes, under } = sentence;
  const { relation, head } = nodes[verb] as Node;
  const own = under[verb] ?? [];
  const clause =
    own.find(at => nodes[at]?.relation === 'ccomp') ?? own.find(at => CLAUSES.has(nodes[at]?.relation ?? ''));
  if (clause !== undefined) {
    const rule = nodes[clause]?.relation ?? '';
    const places = branch(sentence, clause);
    return places.length > 1 && (rule !== 'parataxis' || isBeside(sentence, verb, places))
      ? { rule, places }
      : null;
  }
  const quoted = own.find(at => {
    const places = branch(sentence, at);
    const [first, last] = [nodes[places[0] as number], nodes[places.at(-1) as number]];
    return (
      places.length > 3 &&
      !SUBJECTS.test(nodes[at]?.relation ?? '') &&
      QUOTATION.test(first?.form ?? '') &&
      QUOTATION.test(last?.form ?? '')
    );
  });
  if (quoted !== undefined) return { rule: 'quoted', places: branch(sentence, quoted) };
  // “It is late, she said”: the content governs its cue
  if (head < 0 || !['parataxis', 'dep'].includes(relation)) return null;
  const places = branch(sentence, head, at => at === verb);
  return isBeside(sentence, verb, places) ? { rule: 'inside', places } : null;
}

/** Whether nothing but a mark stands between a content and its cue, or the cue's subject. */
function isBeside(sentence: Sentence, verb: number, places: readonly number[]): boolean {
  const cue = branch(sentence, verb, at => places.includes(at));
  const before = places.findLast(at => at < verb);
  const after = places.find(at => at > verb);
  const marks = (from: number, to: number) => {
    const between = sentence.nodes.slice(from + 1, to).filter((_, index) => !cue.includes(from + 1 + index));
    const all = sentence.nodes.slice(from + 1, to);
    return between.every(it => it.of === 'PUNCT') && all.some(it => /[,:"”»–—-]/.test(it.form));
  };
  return (before !== undefined && marks(before, verb)) || (after !== undefined && marks(verb, after));
}

function labelled(sentence: Sentence, saying: ReadonlySet<string>): { quotes: Label[]; ignore: Span[] } {
  const { nodes, text } = sentence;
  const quotes: Label[] = [];
  const ignore: Span[] = [];
  const put = (rule: string, cue: Span, places: readonly number[], speakerSpans: Span[]) => {
    const spans = withMarks(text, spansOf(sentence, places)).filter(
      ([from, to]) => to <= cue[0] || from >= cue[1],
    );
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last) return;
    const verb = text.slice(...cue);
    quotes.push({ start: first[0], end: last[1], spans, speakerSpans, verbSpans: [cue], verb, rule });
  };
  for (const [at, { lemma, form, relation, head, of }] of nodes.entries()) {
    const cue = verbSpan(sentence, at);
    if (ACCORDING.has(form.toLowerCase()) && head >= 0 && /^(case|mark)/.test(relation)) {
      const about = accordingTo(sentence, at);
      if (about) put('according', [nodes[at]?.start ?? 0, nodes[at]?.end ?? 0], about.places, about.speaker);
      continue;
    }
    if (of !== 'VERB' || !saying.has(lemma.toLowerCase())) continue;
    const found = saidBy(sentence, at);
    if (found && isFiniteVerb(sentence, at)) put(found.rule, cue, found.places, speakerOf(sentence, at));
    else if (found || QUOTATION.test(text)) ignore.push(cue);
  }
  return { quotes: quotes.sort((a, b) => a.start - b.start), ignore };
}

/** “según X”, “según dijo X”: the clause on which it hangs, without it. */
function accordingTo(sentence: Sentence, at: number): { places: number[]; speaker: Span[] } | null {
  const { nodes } = sentence;
  const { head: phrase, relation } = nodes[at] as Node;
  const governor = nodes[phrase]?.head ?? -1;
  if (governor < 0 || !/^(obl|advcl|nmod|parataxis|advmod)/.test(nodes[phrase]?.relation ?? '')) return null;
  if (!/^(VERB|ADJ|NOUN|AUX|PROPN)$/.test(nodes[governor]?.of ?? '')) return null;
  const places = branch(sentence, governor, it => it === phrase);
  const speaker =
    relation === 'mark' || nodes[phrase]?.of === 'VERB'
      ? speakerOf(sentence, phrase)
      : spansOf(
          sentence,
          branch(sentence, phrase, it => it === at || nodes[it]?.relation === 'acl:relcl'),
        ).slice(0, 1);
  return places.length > 2 ? { places, speaker } : null;
}

const [language = '', out = '', ...files] = process.argv.slice(2);
const saying = new Set((SAYING[language] ?? '').trim().split(/\s+/));
const lines = files.flatMap(sentencesOf).map(sentence => ({
  docId: sentence.id,
  lang: language,
  text: sentence.text,
  ...labelled(sentence, saying),
}));
writeFileSync(out, `${lines.map(line => JSON.stringify(line)).join('\n')}\n`);
const count = lines.reduce((sum, { quotes }) => sum + quotes.length, 0);
process.stdout.write(`${lines.length} sentences, ${count} attributions\n`);
