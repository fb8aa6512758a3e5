/**
 * The door of the survey: what interviews say of a population, where a probability design is declared, and else of those
 * who answered alone. The engine below it is pure.
 */
export { type Asking, ask, askingShape, type Surveyed } from '#numbers/survey/ask.ts';
export { INTERVALS, type IntervalKind } from '#numbers/survey/interval.ts';
export { type Mapping, mappingShape, readMapping } from '#numbers/survey/mapping.ts';
export { type Kept, recordSurvey } from '#numbers/survey/record.ts';
export { REPLICATES, type Replication } from '#numbers/survey/replicates.ts';
export { type Asked, type Request, type Row, survey } from '#numbers/survey/rows.ts';
export type { Answered } from '#numbers/survey/statement.ts';
export type { Cell, Sizes } from '#numbers/survey/sums.ts';
export { LONELY, type Lonely, secondKey } from '#numbers/survey/variance.ts';
