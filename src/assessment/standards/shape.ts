/** The shape of the files under `standards/`. A file that does not fit is told with its place. */
import { z } from 'zod';
import type { Rule } from '#assessment/standards/rule.ts';
import { isPartialDate } from '#core/dates.ts';
import { isId } from '#core/ids.ts';

const id = z.string().refine(isId, 'is not an id');
const named = z.object({ en: z.string().min(1), es: z.string().min(1), pt: z.string().min(1) });
const date = z.string().refine(isPartialDate, 'is not a partial date').nullable();
const grade = z.enum(['strong', 'medium', 'weak']);

const rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ ref: id }),
    z.strictObject({ standard: id }),
    z.strictObject({ op: z.enum(['and', 'or']), args: z.array(rule).min(1) }),
    z.strictObject({ op: z.literal('not'), arg: rule }),
    z.strictObject({ op: z.literal('atLeast'), n: z.number().int().min(1), args: z.array(rule).min(1) }),
    z.strictObject({ op: z.literal('checklist') }),
  ]),
);

const element = z.strictObject({
  id,
  name: named,
  description: z.string(),
  lookFor: z.array(z.string()),
  dimension: z.string().optional(),
  type: z.string().optional(),
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
  kind: z.enum(['verdict', 'screening', 'map', 'checklist']),
  title: named,
  body: z.string(),
  year: z.number().int(),
  source: z.strictObject({ title: z.string(), url: z.string(), paragraphs: z.array(z.string()) }),
  verified: z.strictObject({ yes: z.boolean(), how: z.string() }),
  subjects: z.array(z.enum(['person', 'cohort', 'rule', 'programme'])),
  routes: z.array(z.enum(['rules', 'pattern', 'purpose', 'person'])),
  binds: z.array(binding),
  pattern: z.strictObject({ threshold: z.number().positive().max(1), why: z.string() }).optional(),
  elements: z.array(element).min(1),
  rule,
  exceptions: z.array(exception),
});

export type Binding = z.infer<typeof binding>;
export type Element = z.infer<typeof element>;
export type Exception = z.infer<typeof exception>;
/** A standard with the hash of its file, and the standards its rule builds on. */
export type Standard = z.infer<typeof standardShape> & {
  readonly sha256: string;
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
const formula = z.strictObject({ id, name: named, formula: z.enum(['SE', 'PE', 'CCE', 'BRD', 'DV']) });

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
  rungs: z.array(formula).min(1),
});

type Rung = z.infer<typeof rung>;

/** A proof standard. On the ladder `atLeast` and `contrary` hold the conditions of every rung below too. */
export type Proof =
  | ({ readonly family: 'ladder'; readonly verified: boolean } & Rung)
  | ({
      readonly family: 'carneades';
      readonly verified: boolean;
      readonly parameters: z.infer<typeof carneadesShape>['parameters'];
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
