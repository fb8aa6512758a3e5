/** `probanza standards`: what there is to apply, what one requires, and what is wrong with a file of one's own. */
import {
  checkStandards,
  type Explained,
  explain,
  type Fault,
  loadElsewhere,
  loadGrades,
  loadProofs,
  loadStandards,
  loadStrength,
  type ProofTold,
  type RuleLine,
  type Standard,
  standardNamed,
  tellProof,
} from '#assessment/standards/standards.ts';
import type { Context } from '#cli/context.ts';
import { table, wrap } from '#cli/table.ts';
import { label } from '#words/labels.ts';
import { formatDates, type Language, type Sentence, say } from '#words/language.ts';
import { placeName } from '#words/places.ts';
import { gradeNames, standardKinds, standardWords, subjectNames } from '#words/standards.ts';

const words = standardWords;

export async function run(context: Context): Promise<number> {
  const [named] = context.args;
  if (context.flag('check')) return check(context, named);
  if (context.flag('proofs')) return proofs(context);
  const standards = await loadStandards();
  if (named === undefined) list(context, standards);
  else one(context, explain(standardNamed(standards, named), standards, context.language));
  return 0;
}

function list({ print, language }: Context, standards: readonly Standard[]): void {
  const rows = standards.map(it => ({
    ...{ id: it.id, kind: it.kind, version: it.version, title: it.title[language], body: it.body },
    ...{ year: it.year, verified: it.verified.yes, how: it.verified.how, stub: it.stub === true },
    ...{ subjects: it.subjects, routes: it.routes, elements: it.elements.length },
    ...{ exceptions: it.exceptions.length, url: it.source.url, file: it.file, sha256: it.sha256 },
  }));
  print(rows, () => rows.map(it => listed(it, language)).join('\n'));
}

/** Two lines: ids are long and are copied. */
function listed(
  it: Pick<Standard, 'id' | 'kind' | 'version' | 'body' | 'year'> & {
    readonly verified: boolean;
    readonly stub: boolean;
    readonly title: string;
    readonly elements: number;
    readonly exceptions: number;
  },
  language: Language,
): string {
  const facts = [
    standardKinds[it.kind][language],
    it.stub ? words.stubbed[language] : (it.verified ? words.yes : words.no)[language],
    say(words.count, language, { n: it.elements + it.exceptions }),
    `${it.body}, ${it.year}, ${it.version}`,
  ];
  const told = wrap(`${it.title}. ${facts.join('; ')}`, 76).replaceAll('\n', '\n    ');
  return `${it.id}\n    ${told}`;
}

async function check({ print, language }: Context, path: string | undefined): Promise<number> {
  const { files, faults } = await checkStandards(path);
  const ok = faults.length === 0;
  const total = ok
    ? say(words.faultless, language, { n: files.length })
    : say(words.faults, language, { n: faults.length, files: new Set(faults.map(it => it.file)).size });
  print({ ok, files: files.length, faults }, () => [...faults.map(faultLine), total].join('\n'));
  return ok ? 0 : 1;
}

function faultLine({ file, place, what }: Fault): string {
  return [file, place, what].filter(it => it !== '').join(': ');
}

function one({ print, language }: Context, it: Explained): void {
  print(it, () => [...heading(it, language), ...body(it, language)].filter(part => part !== '').join('\n\n'));
}

function heading(it: Explained, language: Language): string[] {
  const names = (list: readonly string[], of: (one: string) => string | undefined) =>
    list.map(one => of(one) ?? one).join(', ');
  const facts: (readonly [Sentence, string])[] = [
    [words.id, `${it.id} ${it.version}, ${standardKinds[it.kind][language]}`],
    [words.body, `${it.body}, ${it.year}`],
    [words.source, `${it.source.title}: ${it.source.url}`],
    [words.paragraphs, it.source.paragraphs.join('; ')],
    [words.how, it.verified.how],
    [words.subjects, names(it.subjects, one => subjectNames[one]?.[language])],
    [words.routes, names(it.routes, one => label('route', one, language))],
  ];
  return [
    it.title,
    it.stub ? wrap(words.stub[language], 80) : '',
    it.verified.yes ? '' : wrap(say(words.unverified, language, { how: it.verified.how }), 80),
    facts.map(([name, value]) => wrap(`${name[language]}: ${value}`, 80)).join('\n'),
    wrap(it.says ?? '', 80),
  ];
}

function body(it: Explained, language: Language): string[] {
  const elements = it.elements.map(one => [
    one.id,
    one.name,
    [one.dimension, gradeNames[one.type ?? '']?.[language], gradeNames[one.strength ?? '']?.[language]]
      .filter(part => part)
      .join(', '),
    one.lookFor.join('; '),
  ]);
  const exceptions = it.exceptions.map(one => [
    one.id,
    one.name,
    one.paragraph,
    burden(one.burden, language),
  ]);
  const bound = it.binds.map(one => [placeName(one.state, language), when(one, language), one.source]);
  const headed = (head: readonly Sentence[], rows: string[][]) =>
    rows.length === 0
      ? ''
      : table(
          head.map(one => one[language]),
          rows,
        );
  return [
    `${words.rule[language]}\n${ruleLines(it.rule).join('\n')}`,
    headed([words.element, words.title, words.kind, words.lookFor], elements),
    headed([words.exceptions, words.title, words.paragraphs, words.burden], exceptions),
    headed([words.state, words.period, words.source], bound),
    bound.length === 0 ? '' : words.others[language],
  ];
}

function burden(on: string, language: Language): string {
  return on === words.reliesOnIt.en ? words.reliesOnIt[language] : on;
}

function when({ from, to, never }: Explained['binds'][number], language: Language): string {
  if (never) return words.never[language];
  if (from !== null && to === null)
    return say(words.onward, language, { from: formatDates(from, from, language) ?? from });
  return formatDates(from, to, language) ?? '';
}

function ruleLines({ text, element, standard, under }: RuleLine, depth = 0): string[] {
  const id = element ?? standard;
  const indent = '  '.repeat(depth);
  const lines = wrap(`${text}${id === null ? '' : ` [${id}]`}`, 76 - indent.length).split('\n');
  return [
    ...lines.map((it, n) => `${indent}${n === 0 ? '- ' : '  '}${it}`),
    ...under.flatMap(it => ruleLines(it, depth + 1)),
  ];
}

async function proofs({ print, language }: Context): Promise<number> {
  const [all, elsewhere, grades] = await Promise.all([loadProofs(), loadElsewhere(), loadGrades()]);
  const told = all.map(it => tellProof(it, elsewhere, language));
  print({ proofs: told, elsewhere, grades, strength: await loadStrength() }, () =>
    told.map(proofLines).join('\n\n'),
  );
  return 0;
}

function proofLines({ id, name, asks, elsewhere }: ProofTold): string {
  const used = elsewhere.map(it =>
    [`= ${it.by}: ${it.name}: ${it.where}`, ...it.parts.map(part => `    ${part}`)].join('\n'),
  );
  return [`${id}: ${name}`, ...[...asks.map(it => `- ${it}`), ...used].map(it => wrap(`  ${it}`, 80))].join(
    '\n',
  );
}
