/**
 * A mapping file: which columns and answers of a table of interviews stand for which elements of a standard, and how the
 * people who answered were chosen. Written by hand or in the workbench, as YAML.
 */
import { z } from 'zod';
import { parseYaml, type Standard } from '#assessment/standards/standards.ts';
import { isPartialDate } from '#core/dates.ts';
import { Problem } from '#core/errors.ts';
import { isPlace } from '#core/places.ts';
import { named, quoted } from '#evidence/datasets/datasets.ts';

const code = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const codes = z.array(code).max(500);

const answers = z.strictObject({ yes: codes.optional(), no: codes.optional(), missing: codes.optional() });
const binding = z.union([
  answers.extend({ column: z.string().min(1) }),
  /** True of everybody who was asked, such as the period that the questions name. */
  z.strictObject({ always: z.boolean() }),
]);

const date = z.string().refine(isPartialDate, 'is not a partial date');

export const mappingShape = z.strictObject({
  standard: z.string().optional(),
  elements: z.record(z.string(), z.union([binding, z.array(binding).min(1)])).optional(),
  /** What is taken of an element that no question asks about: nothing, or that nobody would have said yes. */
  unasked: z.enum(['unknown', 'no']).optional(),
  /** How answers of further columns are coded, where not by 1 and 0 or yes and no. */
  codes: z.record(z.string(), answers).optional(),
  survey: z
    .strictObject({
      /** Who asked the people: a party's name. */
      by: z.string().min(1).optional(),
      /** The host, where all of them were in one. */
      place: z.string().refine(isPlace, 'is not a place').optional(),
      frame: z.string().optional(),
      selection: z.string().optional(),
      from: date.optional(),
      to: date.optional(),
      mode: z.string().optional(),
      nonResponse: z.string().optional(),
      notReached: z.string().optional(),
    })
    .optional(),
});

export type Mapping = z.infer<typeof mappingShape>;
type Binding = z.infer<typeof binding>;
type Answers = z.infer<typeof answers>;

/** Throws `mapping.invalid` with the place. */
export function readMapping(text: string, where: string): Mapping {
  const parsed = parseYaml(text);
  if ('fault' in parsed) throw new Problem('mapping.invalid', { where, what: parsed.fault });
  const found = mappingShape.safeParse(parsed.value);
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw new Problem('mapping.invalid', {
    where,
    what: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  });
}

/** Yes and no as people write them, in the languages of the workbench. Compared in lower case. */
const YES = ['1', 'yes', 'y', 'true', 'si', 'sí', 's', 'sim'];
const NO = ['0', 'no', 'n', 'false', 'não', 'nao'];

/** An SQL expression that is TRUE, FALSE, or NULL where the answer is missing. */
export function answerSql(column: string, coded: Answers = {}): string {
  const { yes, no } = codesOf(coded);
  // most cells are written as the code is: only the others are trimmed and put in lower case
  const cases = [named(column), plainSql(column)].map(
    text => `WHEN ${text} IN (${among(yes)}) THEN TRUE WHEN ${text} IN (${among(no)}) THEN FALSE`,
  );
  return `CASE ${cases.join(' ')} END`;
}

/** TRUE where a column holds a code that nobody explained. */
export function unknownSql(column: string, coded: Answers = {}): string {
  const { yes, no, missing } = codesOf(coded);
  const explained = among([...yes, ...no, ...missing]);
  return `CASE WHEN ${named(column)} IN (${explained}) THEN FALSE ELSE ${plainSql(column)} NOT IN (${explained}) END`;
}

function plainSql(column: string): string {
  return `lower(trim(${named(column)}))`;
}

function among(codes: readonly string[]): string {
  return codes.length === 0 ? 'NULL' : codes.map(it => quoted(it.trim().toLowerCase())).join(', ');
}

function codesOf({ yes, no, missing = [] }: Answers) {
  return { yes: yes ?? YES, no: no ?? NO.filter(it => !yes?.includes(it)), missing: [...missing, ''] };
}

/** Every column that answers stand in, with its codes. */
export function columnsOf(mapping: Mapping): { column: string; coded: Answers }[] {
  return Object.values(mapping.elements ?? {})
    .flat()
    .flatMap(it => ('column' in it ? [{ column: it.column, coded: it }] : []));
}

/** The elements that a mapping names and the standard does not have. */
export function strangers(mapping: Mapping, standard: Standard): string[] {
  const known = new Set([
    ...standard.elements.map(it => it.id),
    ...standard.exceptions.map(it => it.id),
    ...standard.basis.flatMap(it => [...it.elements, ...it.exceptions].map(element => element.id)),
  ]);
  return Object.keys(mapping.elements ?? {}).filter(it => !known.has(it));
}

/** For `compileSql`: the expression of an element, yes where any of its columns says yes; null where it was not asked. */
export function elementSql(mapping: Mapping): (element: string) => string | null {
  return element => {
    const bindings = mapping.elements?.[element];
    if (bindings === undefined) return mapping.unasked === 'no' ? 'FALSE' : null;
    const all = Array.isArray(bindings) ? bindings : [bindings];
    return all.map(oneSql).join(' OR ');
  };
}

function oneSql(it: Binding): string {
  return 'always' in it ? (it.always ? 'TRUE' : 'FALSE') : `(${answerSql(it.column, it)})`;
}
