/** What is wrong with standards' files: of each by its shape, and of all together what a shape cannot say. Pure. */
import type { z } from 'zod';
import { standardShape } from '#assessment/standards/shape.ts';
import { namedIn, type Written, writtenParts } from '#assessment/standards/written.ts';
import { parseYaml } from '#assessment/standards/yaml.ts';

/** One fault: the file, the place in it, and what is wrong there. */
export interface Fault {
  readonly file: string;
  readonly place: string;
  readonly what: string;
}

export interface File {
  readonly file: string;
  readonly text: string;
}

export type Checked = z.infer<typeof standardShape> & { readonly file: string; readonly text: string };

/** The files that fit their shape, and every fault of all of them. */
export function lint(files: readonly File[]): { standards: Checked[]; faults: Fault[] } {
  const read = files.map(it => ({ it, result: shapeFaults(standardShape, it) }));
  const standards = read.flatMap(({ it, result }) => ('value' in result ? [{ ...result.value, ...it }] : []));
  const faults = read.flatMap(({ result }) => ('faults' in result ? result.faults : []));
  return { standards, faults: [...faults, ...together(standards)] };
}

/** A file's data, or where it does not fit. */
export function shapeFaults<T>(
  shape: z.ZodType<T>,
  { file, text }: File,
): { value: T } | { faults: Fault[] } {
  const parsed = parseYaml(text);
  if ('fault' in parsed) return { faults: [{ file, place: '', what: parsed.fault }] };
  const result = shape.safeParse(parsed.value);
  if (result.success) return { value: result.data };
  return {
    faults: result.error.issues.map(issue => {
      const { path, message } = deepest(issue);
      return { file, place: path.join('.'), what: message };
    }),
  };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Of the branches that a value could have taken, the fault of the one that got furthest. */
function deepest(issue: z.core.$ZodIssue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const inner = issue.errors
    .filter(branch => !branch.some(it => it.path.length === 0 || isTag(it)))
    .flatMap(branch => branch.slice(0, 1))
    .map(it => deepest({ ...it, path: [...issue.path, ...it.path] } as z.core.$ZodIssue));
  const [first] = inner.toSorted((a, b) => b.path.length - a.path.length);
  return first ?? { path: issue.path, message: 'is none of the forms that fit here' };
}

/** The fault that a value is of another form, told by its `op`. */
function isTag(issue: z.core.$ZodIssue): boolean {
  return issue.path.length === 1 && issue.path[0] === 'op';
}

/** Ids unique over all files, rules that refer to what is there, no loop of standards. */
function together(standards: readonly Checked[]): Fault[] {
  return [
    ...repeated(standards.map(it => ({ id: it.id, at: it, place: 'id' }))),
    ...repeated(
      standards.flatMap(at => [
        ...at.elements.map(({ id }, n) => ({ id, at, place: `elements.${n}.id` })),
        ...at.exceptions.map(({ id }, n) => ({ id, at, place: `exceptions.${n}.id` })),
      ]),
    ),
    ...standards.flatMap(it => [...ruleFaults(it, standards), ...dimensionFaults(it)]),
    ...loops(standards),
  ];
}

function repeated(ids: readonly { id: string; at: Checked; place: string }[]): Fault[] {
  const owner = new Map<string, Checked>();
  return ids.flatMap(({ id, at, place }) => {
    const first = owner.get(id);
    if (first) return [{ file: at.file, place, what: `${id} is in ${first.file} too` }];
    owner.set(id, at);
    return [];
  });
}

function ruleFaults(standard: Checked, all: readonly Checked[]): Fault[] {
  const { elements, standards, exceptionsOf } = namedIn(standard.rule);
  const own = new Set([...standard.elements, ...standard.exceptions].map(it => it.id));
  const known = new Map(all.map(it => [it.id, it]));
  const faults = [
    ...[...new Set(elements)].filter(it => !own.has(it)).map(it => `${it} is not an element of it`),
    ...[...standards, ...exceptionsOf].filter(it => !known.has(it)).map(it => `there is no standard ${it}`),
    ...standards.filter(it => known.get(it)?.stub).map(it => `${it} is a stub and decides nothing`),
    ...exceptionsOf.filter(it => known.get(it)?.exceptions.length === 0).map(it => `${it} has no exceptions`),
    ...(decidesNothing(standard.rule) ? ['a verdict needs an element or a standard'] : []).filter(
      () => standard.kind === 'verdict',
    ),
  ];
  return faults.map(what => ({ file: standard.file, place: 'rule', what }));
}

function decidesNothing(rule: Written): boolean {
  const parts = [...writtenParts(rule)];
  return !parts.some(it => 'ref' in it || 'standard' in it || 'select' in it || 'in' in it || 'order' in it);
}

function dimensionFaults({ file, dimensions, elements }: Checked): Fault[] {
  if (!dimensions) return [];
  return elements.flatMap(({ dimension }, n) =>
    dimension === undefined || Object.hasOwn(dimensions, dimension)
      ? []
      : [{ file, place: `elements.${n}.dimension`, what: `${dimension} is not named under dimensions` }],
  );
}

/** Standards that build on themselves, each told once, at the first of the loop. */
function loops(standards: readonly Checked[]): Fault[] {
  const next = new Map(standards.map(it => [it.id, namedIn(it.rule).standards]));
  return standards.flatMap(({ id, file }) => {
    const seen = new Set<string>();
    const open = [...(next.get(id) ?? [])];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === id) return [{ file, place: 'rule', what: `${id} builds on itself` }];
      if (!seen.has(at)) open.push(...(next.get(at) ?? []));
      seen.add(at);
    }
    return [];
  });
}
