/**
 * The door of the standards: what each requires, as data from `standards/`; how a rule is evaluated, as a tree, as a
 * JavaScript function and as SQL; and what is wrong with a file.
 */

export { checkStandards } from '#assessment/standards/check.ts';
export { type Compiled, compile, compileSql } from '#assessment/standards/compile.ts';
export {
  crosswalkFaults,
  type Direction,
  type Fact,
  type Lead,
  leadsFrom,
  loadCrosswalk,
} from '#assessment/standards/crosswalk.ts';
export { type Explained, explain, type RuleLine } from '#assessment/standards/explain.ts';
export {
  findHypotheses,
  type Hypotheses,
  type Hypothesis,
  loadHypotheses,
} from '#assessment/standards/hypotheses.ts';
export type { Fault } from '#assessment/standards/lint.ts';
export {
  addStandardsFrom,
  findStandard,
  loadElements,
  loadStandards,
  standardNamed,
  standardOf,
} from '#assessment/standards/load.ts';
export {
  findPresumption,
  loadPresumptions,
  type Presumption,
} from '#assessment/standards/presumptions.ts';
export {
  findProof,
  loadElsewhere,
  loadGrades,
  loadProofs,
  loadStrength,
} from '#assessment/standards/proofs.ts';
export { type ProofTold, tellProof } from '#assessment/standards/proofs-told.ts';
export { evaluate, leavesOf, type Rule, type Truth } from '#assessment/standards/rule.ts';
export type {
  Binding,
  Element,
  Elsewhere,
  Exception,
  Grades,
  Proof,
  Standard,
  StrengthTable,
} from '#assessment/standards/shape.ts';
export { expand, type Select, selected, type Written } from '#assessment/standards/written.ts';
export { parseYaml } from '#assessment/standards/yaml.ts';
