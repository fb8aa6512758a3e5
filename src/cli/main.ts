/** The command line: finds the command, loads its file, prints a problem as one line. */

import type { CommandName } from '#cli/commands.ts';
import type { Context, Io } from '#cli/context.ts';
import { Problem, systemCode } from '#core/errors.ts';
import { sayProblem } from '#words/errors.ts';

export interface Command {
  /** Answers the exit code; nothing is 0. */
  run(context: Context): Promise<number | undefined>;
}

/** Runs a command line (without node and script); answers its exit code. */
export async function main(argv: readonly string[], io: Io = process): Promise<number> {
  const { parse, languageOf } = await import('#cli/context.ts');
  try {
    const parsed = parse(argv, io);
    if (typeof parsed === 'string') {
      io.stdout.write(parsed);
      return 0;
    }
    await withOwnStandards(parsed);
    const command: Command = await load(parsed.name);
    try {
      return (await command.run(parsed)) ?? 0;
    } finally {
      await parsed.close();
    }
  } catch (error) {
    const problem = asProblem(error);
    if (!problem) throw error;
    io.stderr.write(`${sayProblem(problem, languageOf(argv, io.env))}\n`);
    return problem.exit;
  }
}

/** Standards of one's own are used in whatever the command asks. */
async function withOwnStandards(context: Context): Promise<void> {
  const folder = context.text('standards');
  if (folder === undefined) return;
  const { addStandardsFrom } = await import('#assessment/standards/standards.ts');
  addStandardsFrom(folder);
}

/** Each command is loaded when it is asked for, so that none pays for another's libraries. */
async function load(name: CommandName): Promise<Command> {
  return import(new URL(`./${name}.ts`, import.meta.url).href);
}

/** What the system refused is the reader's to mend too. */
function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const path = typeof error === 'object' && error && 'path' in error ? String(error.path) : 'the disk';
  if (systemCode(error) === 'ENOSPC') return new Problem('disk.full', { what: path }, { cause: error });
  if (['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error) ?? ''))
    return new Problem('file.denied', { what: path }, { cause: error });
  return undefined;
}

if (import.meta.main) {
  // a reader that closes the pipe (`| head`) is no fault
  process.stdout.on('error', error => process.exit(systemCode(error) === 'EPIPE' ? 0 : 1));
  process.exitCode = await main(process.argv.slice(2));
}
