/** The door of the report: the five answers, and the files that leave the house. Pure but for what `write` and `print` do. */

export type { Answer } from '#report/answers.ts';
export { fiveAnswers, howManyAnswer, moneyAnswer, responseAnswer, whoAnswer } from '#report/answers.ts';
export { buildReport } from '#report/build.ts';
export { readRedaction, redactionFrom, redactionOf } from '#report/file.ts';
export type { ReportFile, ReportOptions } from '#report/options.ts';
export { type Danger, type Preview, previewReport } from '#report/preview.ts';
export { isReport, proofFiles, verifyReport } from '#report/proof-files.ts';
export { AUDIENCES, type Audience, OPEN, type Redaction, redact } from '#report/redact.ts';
export { csvOf, figureTable, type LeavingTable, moneyTable, xlsxOf } from '#report/tables.ts';
export { writeReport } from '#report/write.ts';
