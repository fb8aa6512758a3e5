/** `probanza reextract`: originals extracted anew. Exit 1 and one line a claim where words were not found again. */
import type { Context } from '#cli/context.ts';
import { Problem } from '#core/errors.ts';
import { type Reextracted, reextract } from '#evidence/claims/claims.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { readRows, type Store } from '#store/store.ts';
import { anchorWords as words } from '#words/anchors.ts';
import { sayProblem } from '#words/errors.ts';
import { type Language, say } from '#words/language.ts';

type Outcome = Reextracted | { readonly source: string; readonly problem: string; readonly line: string };

export async function run(context: Context): Promise<number> {
  if (context.args.length === 0 && !context.flag('all'))
    throw new Problem('usage.missing', { where: 'reextract', what: 'SOURCE' });
  const store = await context.dossier({ write: true });
  const sources = context.flag('all') ? await heldSources(store) : context.args;
  const lexicons = await loadLexicons();
  const done: Outcome[] = [];
  for (const [index, source] of sources.entries()) {
    if (sources.length > 1) context.io.stderr.write(`${index + 1}/${sources.length} ${source}\n`);
    try {
      done.push(await reextract(store, { by: context.by }, source, lexicons));
    } catch (error) {
      if (!(error instanceof Problem) || sources.length === 1) throw error;
      done.push({ source, problem: error.code, line: sayProblem(error, context.language) });
    }
  }
  context.print(done, () => done.flatMap(it => linesOf(it, context.language)).join('\n'));
  return done.some(it => 'line' in it || it.drifted.length > 0) ? 1 : 0;
}

async function heldSources(store: Store): Promise<string[]> {
  return (await readRows(store, 'sources')).filter(it => it.file !== null).map(it => it.id);
}

function linesOf(it: Outcome, language: Language): string[] {
  if ('line' in it) return [it.line];
  const { source, text, moved, drifted, carried, proposals } = it;
  if (text === null) return [say(words.same, language, { source })];
  const holes = { source, text, moved: moved.length, drifted: drifted.length, carried, n: proposals };
  return [
    say(words.newer, language, holes),
    ...drifted.map(claim => say(words.lost, language, { claim, source })),
  ];
}
