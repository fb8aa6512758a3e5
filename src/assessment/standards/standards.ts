/** The door of the standards: what each requires, as data from `standards/`, and how a rule is evaluated. */

export {
  findProof,
  findStandard,
  loadElements,
  loadProofs,
  loadStandards,
  loadStrength,
  standardOf,
} from '#assessment/standards/load.ts';
export { evaluate, leavesOf, type Rule, type Truth } from '#assessment/standards/rule.ts';
export type {
  Binding,
  Element,
  Exception,
  Proof,
  Standard,
  StrengthTable,
} from '#assessment/standards/shape.ts';
