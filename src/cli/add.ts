/** `probanza add`: sources archived and read; each file's failure is one line and does not stop the rest. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '#cli/context.ts';
import { ocrOf } from '#cli/ocr.ts';
import { Problem } from '#core/errors.ts';
import { type Added, addFile, attachOriginal } from '#evidence/claims/claims.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { claimWords } from '#words/claims.ts';
import { sayProblem } from '#words/errors.ts';
import { say } from '#words/language.ts';

const COLUMNS = ['title', 'publisher', 'author', 'date', 'url', 'kind', 'grade'] as const;

export async function run(context: Context): Promise<number> {
  if (context.args.length === 0) throw new Problem('usage.missing', { where: 'add', what: 'FILE' });
  const options = ocrOf(context);
  const files = (await Promise.all(context.args.map(filesOf))).flat();
  const source = context.text('source');
  if (source !== undefined && files.length !== 1)
    throw new Problem('usage.value', { what: context.args.join(' '), where: '--source (one file)' });
  const store = await context.dossier({ write: true });
  const lexicons = await loadLexicons();
  const about = {
    ...Object.fromEntries(COLUMNS.map(it => [it, context.text(it)])),
    gradeReason: context.text('grade-reason'),
  };
  const added: ((Added & { file: string }) | { file: string; problem: string; line: string })[] = [];
  for (const [index, file] of files.entries()) {
    if (files.length > 1) context.io.stderr.write(`${index + 1}/${files.length} ${file}\n`);
    try {
      const result = source
        ? await attachOriginal(store, { by: context.by }, file, source, options)
        : await addFile(store, { by: context.by }, file, about, lexicons, options);
      added.push({ file, ...result });
    } catch (error) {
      if (!(error instanceof Problem) || files.length === 1) throw error;
      added.push({ file, problem: error.code, line: sayProblem(error, context.language) });
    }
  }
  context.print(added, () =>
    added
      .map(it =>
        'line' in it
          ? it.line
          : say(claimWords.added, context.language, { name: it.file, source: it.source, n: it.proposals }),
      )
      .join('\n'),
  );
  return added.some(it => 'line' in it) ? 1 : 0;
}

/** The file itself, or every file in a folder, in order; hidden files are left out. */
async function filesOf(path: string): Promise<string[]> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter(it => it.isFile() && !it.name.startsWith('.'))
    .map(it => join(it.parentPath, it.name));
  if (files.length === 0) throw new Problem('file.empty', { what: path });
  return files.sort();
}
