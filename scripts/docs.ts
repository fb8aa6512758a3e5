/**
 * Writes the parts of the docs that follow from the code: the map, the commands, the errors, the tables.
 * `--check` writes nothing and answers 1 where a page would change; a test runs the same comparison.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandNames } from '#cli/commands.ts';
import { helpOf } from '#cli/help.ts';
import { type ProblemCode, problems } from '#core/errors.ts';
import { loadEvidence } from '#evidence/claims/claims.ts';
import { docsTables, importIntoMemory } from '#package/package.ts';
import { fiveAnswers } from '#report/report.ts';
import { errorSentences } from '#words/errors.ts';
import { rooms } from '../src/rooms.ts';

const root = join(import.meta.dirname, '..');

function map(): string {
  const rows = Object.entries(rooms).map(([name, room]) => {
    const imports: readonly string[] = room.imports;
    return `| \`${name}\` | ${room.answers} | ${imports.includes('*') ? 'every room above' : imports.join(', ') || '–'} |`;
  });
  return ['| room | is | may import |', '|---|---|---|', ...rows].join('\n');
}

function commandPages(): string {
  return commandNames.map(name => `## ${name}\n\n\`\`\`text\n${helpOf(name, 'en')}\`\`\``).join('\n\n');
}

function errorPages(): string {
  const codes = Object.keys(problems) as ProblemCode[];
  return codes
    .map(code => {
      const [exit, status] = problems[code];
      const { en, es, pt } = errorSentences[code];
      return `## ${code}\n\nExit ${exit}, HTTP ${status}.\n\n- en: ${en}\n- es: ${es}\n- pt: ${pt}`;
    })
    .join('\n\n');
}

/** What `npm start` prints, as a quotation. */
async function answers(): Promise<string> {
  const [first = ''] = readdirSync(join(root, 'dossiers')).sort();
  const store = await importIntoMemory(join(root, 'dossiers', first));
  const list = await fiveAnswers(await loadEvidence(store), 'en');
  await store.close();
  return list.map(it => `> **${it.title}** ${it.sentence} ${it.counts}`.trimEnd()).join('\n>\n');
}

/** Page, name of its generated part, and what that part holds. */
export const generated = [
  ['README.md', 'answers', answers],
  ['ARCHITECTURE.md', 'map', map],
  ['docs/commands.md', 'commands', commandPages],
  ['docs/errors.md', 'errors', errorPages],
  ['docs/formats.md', 'tables', docsTables],
] as const;

/** The page with its generated part renewed. */
export function renewed(page: string, name: string, part: string): string {
  const text = readFileSync(join(root, page), 'utf8');
  const marks = new RegExp(`(<!-- ${name}: [^>]*-->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!marks.test(text)) throw new Error(`${page} has no part “${name}”`);
  return text.replace(marks, (_, open: string, close: string) => `${open}\n${part}\n\n${close}`);
}

if (import.meta.main) {
  const check = process.argv.includes('--check');
  for (const [page, name, part] of generated) {
    const text = renewed(page, name, await part());
    if (text === readFileSync(join(root, page), 'utf8')) continue;
    process.stdout.write(`${page} changed\n`);
    if (check) process.exitCode = 1;
    else writeFileSync(join(root, page), text);
  }
}
