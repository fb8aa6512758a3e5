/** The shape of the files under `standards/`. A file that does not fit is told with its place. */
import { z } from 'zod';
import type { Rule } from '#assessment/standards/rule.ts';
import { type Written, writtenShape } from '#assessment/standards/written.ts';
import { isPartialDate } from '#core/dates.ts';
import { isId } from '#core/ids.ts';

const id = z.string().refine(isId, 'is not an id');
export const named = z.object({ en: z.string().min(1), es: z.string().min(1), pt: z.string().min(1) });
const date = z.string().refine(isPartialDate, 'is not a partial date').nullable();
/** `verdict` decides, `screening` only points, `map` orders the evidence, `checklist` and `questions` ask one by one. */
export const KINDS = ['verdict', 'screening', 'map', 'checklist', 'questions'] as const;
const SUBJECTS = ['person', 'cohort', 'rule', 'programme', 'government', 'goods'] as const;
const grade = z.enum(['strong', 'medium', 'weak']);

const element = z.strictObject({
  id,
  name: named,
  description: z.string(),
  lookFor: z.array(z.string()),
  dimension: z.string().optional(),
  type: z.enum(['involuntariness', 'penalty', 'other']).optional(),
  strength: grade.optional(),
});

const exception = element.extend({ paragraph: z.string(), burden: z.string() });

/** Whom a standard bound when; `never` where a state has not accepted it. Open ends are empty. */
const binding = z.strictObject({
  state: z.string().length(3),
  from: date,
  to: date,
  never: z.boolean().optional(),
  verified: z.boolean(),
  source: z.string(),
});

export const standardShape = z.strictObject({
  id,
  version: z.string(),
  kind: z.enum(KINDS),
  /** Listed so that nobody takes it for forgotten; it cannot be applied until its text is loaded. */
  stub: z.boolean().optional(),
  /** Whether reading a text may propose bearings on it; the crosswalk leads on to the others. */
  reads: z.boolean().optional(),
  title: named,
  body: z.string(),
  year: z.number().int(),
  source: z.strictObject({ title: z.string(), url: z.string(), paragraphs: z.array(z.string()) }),
  verified: z.strictObject({ yes: z.boolean(), how: z.string() }),
  subjects: z.array(z.enum(SUBJECTS)),
  routes: z.array(z.enum(['rules', 'pattern', 'purpose', 'person'])),
  binds: z.array(binding),
  pattern: z.strictObject({ threshold: z.number().positive().max(1), why: z.string() }).optional(),
  /** What a dimension is called; the key is what elements and rules name. */
  dimensions: z.record(z.string(), named).optional(),
  /** The rule in words, where the source has some that the tree does not say. */
  says: named.optional(),
  elements: z.array(element).min(1).max(500),
  rule: writtenShape,
  exceptions: z.array(exception).max(50),
});

export type Binding = z.infer<typeof binding>;
export type Element = z.infer<typeof element>;
export type Exception = z.infer<typeof exception>;
/**
 * A standard as it is applied: with the hash of its file, its rule in the core, and the standards this builds on. Of one
 * that is named only for its exceptions, `basis` holds these and no elements.
 */
export type Standard = Omit<z.infer<typeof standardShape>, 'rule'> & {
  readonly file: string;
  readonly sha256: string;
  readonly written: Written;
  readonly rule: Rule;
  readonly basis: readonly Standard[];
};

const rung = z.strictObject({
  id,
  name: named,
  atLeast: z.array(
    z.strictObject({ strength: z.enum(['weak', 'fair', 'strong']), origins: z.number().int().min(1) }),
  ),
  contrary: z.array(z.enum(['strong-without-ours', 'stronger', 'not-weaker', 'any-strong', 'any-fair'])),
});
const formula = z.strictObject({
  id,
  name: named,
  formula: z.enum(['SE', 'PE', 'CCE', 'BRD', 'DV']),
  rule: writtenShape,
});

export const ladderShape = z.strictObject({
  family: z.literal('ladder'),
  verified: z.boolean(),
  how: z.string(),
  rungs: z.array(rung).min(1),
});
export const carneadesShape = z.strictObject({
  family: z.literal('carneades'),
  verified: z.boolean(),
  how: z.string(),
  parameters: z.strictObject({ alpha: z.number(), beta: z.number(), gamma: z.number() }),
  applicable: writtenShape,
  rungs: z.array(formula).min(1),
});

const legal = {
  id,
  title: named,
  body: z.string(),
  year: z.number().int(),
  source: z.strictObject({ title: z.string(), url: z.string(), paragraphs: z.array(z.string()) }),
  verified: z.strictObject({ yes: z.boolean(), how: z.string() }),
};
const part = z.strictObject({ id, name: named });

/** What others call a rung of our ladder, and where they use it. */
export const elsewhereShape = z.strictObject({
  family: z.literal('ladder-elsewhere'),
  ...legal,
  rungs: z
    .array(z.strictObject({ id, is: id, name: named, where: named, parts: z.array(part).optional() }))
    .min(1),
});

const graded = z.array(z.strictObject({ id: z.string(), name: named })).length(6);
export const gradesShape = z.strictObject({
  family: z.literal('grades'),
  ...legal,
  reliability: graded,
  credibility: graded,
});

export type Elsewhere = z.infer<typeof elsewhereShape>;
export type Grades = z.infer<typeof gradesShape>;

type Rung = z.infer<typeof rung>;

/** A proof standard. On the ladder `atLeast` and `contrary` hold the conditions of every rung below too. */
export type Proof =
  | ({ readonly family: 'ladder'; readonly verified: boolean } & Rung)
  | ({
      readonly family: 'carneades';
      readonly verified: boolean;
      readonly parameters: z.infer<typeof carneadesShape>['parameters'];
      /** When an argument counts at all. */
      readonly applicable: Written;
    } & z.infer<typeof formula>);

export const LEVELS = ['none', 'weak', 'fair', 'strong'] as const;
const level = z.enum(LEVELS);

export const strengthShape = z.strictObject({
  id: z.string(),
  levels: z.tuple([z.literal('none'), z.literal('weak'), z.literal('fair'), z.literal('strong')]),
  rows: z.array(
    z.strictObject({
      strength: level,
      reliability: z.array(z.string()),
      credibility: z.array(z.string()),
      knowledge: z.array(z.string()).optional(),
    }),
  ),
  stepsDown: z.array(z.enum(['hearsay', 'stake'])),
  weights: z.record(level, z.number().min(0).max(1)),
});

export type StrengthTable = z.infer<typeof strengthShape>;
