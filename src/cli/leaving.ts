/** Writes a table to the files that were asked for, `--csv` and `--xlsx`; never over one that is there. */
import type { Context } from '#cli/context.ts';
import { writeNew } from '#cli/write-new.ts';
import { csvOf, type LeavingTable, xlsxOf } from '#report/report.ts';
import { say } from '#words/language.ts';
import { leavingWords } from '#words/leaving.ts';

/** Whether anything was asked for. */
export async function leave(context: Context, table: () => LeavingTable): Promise<boolean> {
  const asked = (['csv', 'xlsx'] as const).flatMap(kind => {
    const where = context.text(kind);
    return where === undefined ? [] : [{ kind, where }];
  });
  if (asked.length === 0) return false;
  const made = table();
  for (const { kind, where } of asked)
    await writeNew(where, kind === 'csv' ? csvOf(made) : await xlsxOf(made));
  const lines = asked.map(it =>
    say(leavingWords.written, context.language, { n: made.rows.length, where: it.where }),
  );
  context.print({ rows: made.rows.length, files: asked.map(it => it.where) }, () => lines.join('\n'));
  return true;
}
