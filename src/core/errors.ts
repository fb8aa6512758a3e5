/**
 * The one error type of the program and the one table of its codes.
 * A Problem is the reader's to mend: bad input, wrong use, a lock, a full disk. Anything else that is thrown
 * is our own fault and stays loud. The sentences are in `words/errors.ts`, in three languages.
 */

/** code → [exit code of the command line, HTTP status]. Retired codes are never used again. */
export const problems = {
  'usage.command': [2, 400],
  'usage.flag': [2, 400],
  'usage.value': [2, 400],
  'usage.missing': [2, 400],
  'file.missing': [2, 404],
  'file.folder': [2, 400],
  'file.empty': [2, 422],
  'file.binary': [2, 415],
  'file.encoding': [2, 422],
  'file.large': [2, 413],
  'file.type': [2, 415],
  'file.kind': [2, 415],
  'file.broken': [2, 422],
  'file.encrypted': [2, 422],
  'file.slow': [2, 422],
  'file.memory': [2, 422],
  'file.nested': [2, 422],
  'upload.wrong': [2, 400],
  'upload.large': [2, 413],
  'file.unsafe': [2, 422],
  'file.altered': [2, 422],
  'file.scan': [2, 422],
  'file.exists': [2, 409],
  'file.duplicate': [2, 409],
  'file.denied': [2, 403],
  'disk.full': [2, 507],
  'store.missing': [2, 404],
  'store.corrupt': [2, 500],
  'store.locked': [2, 503],
  'store.read-only': [2, 409],
  'store.version': [2, 409],
  'store.old': [2, 409],
  'store.unreachable': [2, 503],
  'store.exists': [2, 409],
  'package.file': [2, 422],
  'package.column': [2, 422],
  'package.value': [2, 422],
  'package.key': [2, 422],
  'package.reference': [2, 422],
  'package.path': [2, 422],
  'package.anchor': [2, 422],
  'package.worked-in': [2, 409],
  'row.missing': [2, 404],
  'row.state': [2, 409],
  'anchor.alone': [2, 409],
  'bearing.alone': [2, 409],
  'party.name': [2, 409],
  'party.loop': [2, 422],
  'choice.changed': [2, 409],
  'choice.large': [2, 413],
  'measure.undated': [2, 422],
  'standard.unknown': [2, 404],
  'standard.invalid': [2, 422],
  'standard.stub': [2, 422],
  'proof.unknown': [2, 404],
  'route.unfit': [2, 422],
  'population.table': [2, 422],
  'population.lists': [2, 422],
  'population.cell': [2, 422],
  'population.count': [2, 422],
  'population.unseen': [2, 422],
  'population.empty': [2, 422],
  'population.chain': [2, 422],
  'pool.refused': [2, 422],
  'proof.key': [2, 422],
  'dataset.kind': [2, 422],
  'dataset.broken': [2, 422],
  'dataset.column': [2, 422],
  'dataset.number': [2, 422],
  'mapping.invalid': [2, 422],
  'mapping.element': [2, 422],
  'survey.code': [2, 422],
  'survey.weight': [2, 422],
  'survey.fpc': [2, 422],
  'survey.asked': [2, 422],
  'survey.lonely': [2, 422],
  'survey.pairs': [2, 422],
  'survey.strata': [2, 422],
  'survey.margin': [2, 422],
  'survey.nothing': [2, 422],
  'protected.refused': [2, 403],
  'verify.failed': [1, 422],
  'model.address': [2, 400],
  'model.failed': [2, 502],
  'port.used': [2, 409],
  'http.forbidden': [2, 403],
  'http.token': [2, 401],
  'http.failed': [2, 500],
  'http.missing': [2, 404],
  'runtime.missing': [2, 500],
  'report.leak': [1, 409],
  'report.redaction': [2, 422],
  'report.browser': [2, 500],
} as const satisfies Record<string, readonly [exit: 1 | 2, status: number]>;

export type ProblemCode = keyof typeof problems;
export type ProblemDetails = Record<string, string | number>;

/**
 * Something the reader can mend. `details` fill the sentence's holes: usually `what` (the thing as it was
 * given) and `where` (file, row and column).
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.code = code;
    this.details = details;
  }

  get exit(): 1 | 2 {
    return problems[this.code][0];
  }

  get status(): number {
    return problems[this.code][1];
  }
}

/** The system's own code of an error (`ENOENT`, `ENOSPC`, …), if it has one. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
