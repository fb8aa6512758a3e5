/** `probanza add`: sources archived and read; each file's failure is one line and does not stop the rest. */
import { loadElements } from '#assessment/standards/standards.ts';
import type { Context } from '#cli/context.ts';
import { furtherOf } from '#cli/model.ts';
import { ocrOf } from '#cli/ocr.ts';
import { Progress } from '#cli/progress.ts';
import { Problem, type ProblemCode, type ProblemDetails } from '#core/errors.ts';
import {
  type Added,
  type AddOptions,
  addFile,
  addOptions,
  addVersion,
  attachOriginal,
  type Further,
  runAdding,
  startAdding,
  unfinished,
  unfinishedJobs,
} from '#evidence/claims/claims.ts';
import { findRow, type Store } from '#store/store.ts';
import { claimWords } from '#words/claims.ts';
import { sayProblem } from '#words/errors.ts';
import { oneLine, say } from '#words/language.ts';
import { workWords } from '#words/work.ts';
import { Files, type Item, itemsOf, type Job, type Listed, listFiles } from '#work/work.ts';

const COLUMNS = ['title', 'publisher', 'author', 'date', 'url', 'kind', 'grade'] as const;
/** Ended by Ctrl-C, as shells count it. */
const INTERRUPTED = 130;

/** What came of a file: it is a source now, it was one already, or it is none. */
type Outcome = { readonly file: string } & (
  | Added
  | { readonly here: string }
  | { readonly problem: ProblemCode; readonly line: string }
);

export async function run(context: Context): Promise<number> {
  const further = await furtherOf(context);
  if (context.flag('resume')) return resume(context);
  if (context.args.length === 0) throw new Problem('usage.missing', { where: 'add', what: 'FILE' });
  ocrOf(context);
  const listed = await listFiles(context.args);
  const [only] = listed.names.length === 1 && listed.roots[0]?.kind === 'file' ? listed.roots : [];
  const source = context.text('source');
  if (source !== undefined && !only)
    throw new Problem('usage.value', { what: context.args.join(' '), where: '--source (one file)' });
  const versionOf = context.text('version-of');
  if (versionOf !== undefined && (!only || source !== undefined))
    throw new Problem('usage.value', { what: context.args.join(' '), where: '--version-of (one file)' });
  if (source !== undefined && further)
    throw new Problem('usage.value', { what: further.model.url, where: '--model (with --source)' });
  const store = await context.dossier({ write: true });
  if (versionOf !== undefined && !(await findRow(store, 'sources', versionOf)))
    throw new Problem('row.missing', { where: 'source', what: versionOf });
  if (only) return one(context, store, only.shown, further, source, versionOf);
  return many(context, store, listed, further);
}

function aboutOf(context: Context) {
  return {
    ...Object.fromEntries(COLUMNS.map(it => [it, context.text(it)])),
    gradeReason: context.text('grade-reason'),
  };
}

/** By itself: what is wrong with it is what is wrong with the command. */
async function one(
  context: Context,
  store: Store,
  file: string,
  further: Further | undefined,
  source?: string,
  versionOf?: string,
): Promise<number> {
  const by = { by: context.by };
  const added = source
    ? attachOriginal(store, by, file, source, ocrOf(context))
    : versionOf !== undefined
      ? addVersion(store, by, file, aboutOf(context), versionOf, ocrOf(context), further)
      : addFile(store, by, file, aboutOf(context), ocrOf(context), further).catch(heldAlready);
  print(context, [{ file, ...(await added) }]);
  return 0;
}

function heldAlready(error: unknown): { here: string } {
  if (error instanceof Problem && error.code === 'file.duplicate') return { here: `${error.details.where}` };
  throw error;
}

async function many(
  context: Context,
  store: Store,
  { roots, names, left }: Listed,
  further?: Further,
): Promise<number> {
  const tell = (line: string) => context.io.stderr.write(`${line}\n`);
  if (left > 0) tell(say(workWords.leftOut, context.language, { n: left }));
  const options: AddOptions = {
    roots,
    about: aboutOf(context),
    read: ocrOf(context),
    ...(further ? { model: further.model } : {}),
  };
  const stopped = await unfinished(store, options, names);
  return goOn(context, store, stopped ?? (await startAdding(store, context.by, options, names)));
}

/** Whatever was stopped, the oldest first. */
async function resume(context: Context): Promise<number> {
  const store = await context.dossier({ write: true });
  const jobs = await unfinishedJobs(store);
  if (jobs.length === 0) context.print([], () => workWords.nothingToResume[context.language]);
  const codes: number[] = [];
  for (const job of jobs) {
    codes.push(await goOn(context, store, job));
    if (codes.at(-1) === INTERRUPTED) break;
  }
  return Math.max(0, ...codes);
}

/** Until it is done, or until Ctrl-C leaves the rest to the next time. */
async function goOn(context: Context, store: Store, job: Job): Promise<number> {
  const progress = await Progress.of(context, store, job.id);
  const stop = new AbortController();
  const interrupt = () => stop.abort(new Error('interrupted'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);
  try {
    const counts = await runAdding(store, { by: context.by }, job, {
      signal: stop.signal,
      elements: await loadElements(),
      onItem: it => progress.show(it),
    });
    progress.end(counts);
    if (stop.signal.aborted) return INTERRUPTED;
    print(context, await outcomes(context, store, job));
    return counts.failed > 0 ? 1 : 0;
  } finally {
    progress.close();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, interrupt);
  }
}

async function outcomes(context: Context, store: Store, job: Job): Promise<Outcome[]> {
  const files = new Files(addOptions(job).roots, 0);
  return (await itemsOf(store, job.id)).map(it => outcome(files.shown(it.name), it, context));
}

function outcome(file: string, { result }: Item, { language }: Context): Outcome {
  const it = result as unknown as
    | Added
    | { here: string }
    | { problem: ProblemCode; details: ProblemDetails };
  if (!('problem' in it)) return { file, ...it };
  return { file, problem: it.problem, line: sayProblem(new Problem(it.problem, it.details), language) };
}

function print(context: Context, all: readonly Outcome[]): void {
  for (const it of all)
    for (const line of 'source' in it ? unanswered(it.file, it, context.language) : [])
      context.io.stderr.write(`${line}\n`);
  context.print(all, () => all.map(it => lineOf(it, context)).join('\n'));
}

/** One line for a file, and for each that came in it, of which a model did not say all. */
function unanswered(file: string, { model, parts = [] }: Added, language: Context['language']): string[] {
  const why = model?.why;
  const line = why
    ? [`${oneLine(file)}: ${sayProblem(new Problem(why.problem, why.details), language)}`]
    : [];
  return [...line, ...parts.flatMap(it => ('source' in it ? unanswered(it.name, it, language) : []))];
}

function lineOf(it: Outcome, { language }: Context): string {
  const name = oneLine(it.file);
  if ('line' in it) return it.line;
  if ('here' in it) return say(workWords.here, language, { name, source: it.here });
  const line = say(claimWords.added, language, { name, source: it.source, n: it.proposals });
  const parts = (it.parts ?? []).map(part => `  ${partLine(part, language)}`);
  return [line, ...parts].join('\n');
}

function partLine(part: NonNullable<Added['parts']>[number], language: Context['language']): string {
  const name = oneLine(part.name);
  if ('problem' in part) return sayProblem(new Problem(part.problem, part.details), language);
  if ('here' in part) return say(workWords.here, language, { name, source: part.here });
  return say(claimWords.added, language, { name, source: part.source, n: part.proposals });
}
