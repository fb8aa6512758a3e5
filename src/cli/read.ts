/** `probanza read`: what a text says, proposed with exact offsets. Needs no dossier. */
import { open } from 'node:fs/promises';
import { loadElements } from '#assessment/standards/standards.ts';
import type { Context } from '#cli/context.ts';
import { ocrOf } from '#cli/ocr.ts';
import { table } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import { lookApart } from '#evidence/claims/claims.ts';
import { modelAt, readFurther } from '#evidence/model/model.ts';
import { type Reading, read } from '#evidence/reading/reading.ts';
import { type ExtractOptions, loadLexicons, readFileBytes } from '#evidence/sources/sources.ts';
import { claimWords } from '#words/claims.ts';
import { sayProblem } from '#words/errors.ts';
import { say } from '#words/language.ts';
import { readWords } from '#words/pages/read.ts';

type Lexicons = Awaited<ReturnType<typeof loadLexicons>>;

export async function run(context: Context): Promise<undefined> {
  const options = ocrOf(context);
  const lines = context.text('jsonl');
  if (lines !== undefined) return readLines(context, lines, await loadLexicons());
  if (context.args.length === 0) throw new Problem('usage.missing', { where: 'read', what: 'FILE' });
  const results: Awaited<ReturnType<typeof readFile>>[] = [];
  for (const file of context.args) results.push(await readFile(context, file, options));
  context.print(results.length === 1 ? results[0] : results, () =>
    results.map(it => printed(it, context)).join('\n\n'),
  );
  return undefined;
}

async function readFile(context: Context, file: string, options: ExtractOptions) {
  const bytes = file === '-' ? await standardInput() : await readFileBytes(file);
  const published = publishedOf(context);
  const about = { lang: context.text('language'), date: published ?? undefined };
  const looked = await lookApart({ bytes, name: file, about, options });
  const { mediaType, text } = looked.extracted;
  const { reading: whole, asked } = await further(context, text, looked.reading, published);
  const { language, ...reading } = whole;
  return {
    ...(context.args.length > 1 ? { file } : {}),
    source: { sha256: looked.file, mediaType, language, chars: text.length },
    ...reading,
    ...(asked ? { model: asked } : {}),
    ...(context.flag('text') ? { text } : {}),
  };
}

/** With what a model adds where one was named; what it could not be asked is one line each, and the rest stays. */
async function further(context: Context, text: string, reading: Reading, published: string | null) {
  const address = context.text('model');
  if (address === undefined) return { reading, asked: null };
  const model = await modelAt(address, context.text('model-name'));
  const elements = (await loadElements())(reading.language);
  const lexicons = await loadLexicons();
  const result = await readFurther(text, reading, model, { lexicons, published, elements });
  const { failed, ...asked } = result.asked;
  for (const problem of failed) context.io.stderr.write(`${sayProblem(problem, context.language)}\n`);
  return { reading: result.reading, asked: { ...asked, failed: failed.length } };
}

/** A whole day; throws `usage.value` for anything else. */
function publishedOf(context: Context): string | null {
  const day = context.text('published');
  if (day === undefined) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new Problem('usage.value', { what: day, where: '--published (YYYY-MM-DD)' });
  return day;
}

async function standardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}

/** One document a line, so that a large corpus never stands in memory whole. */
async function readLines(context: Context, file: string, lexicons: Lexicons): Promise<undefined> {
  const handle = await openOrThrow(file);
  let number = 0;
  for await (const line of handle.readLines()) {
    number += 1;
    if (line.trim() === '') continue;
    const { docId, text, lang, date } = parseLine(line, `${file}:${number}`);
    const published = date ?? publishedOf(context);
    context.io.stdout.write(
      `${JSON.stringify({ docId, ...read(text, lexicons, lang ?? context.text('language'), published) })}\n`,
    );
  }
  return undefined;
}

async function openOrThrow(file: string) {
  await readFileBytes(file);
  return open(file);
}

function parseLine(
  line: string,
  where: string,
): { docId: string; text: string; lang?: string; date?: string } {
  try {
    const it = JSON.parse(line);
    if (typeof it.docId === 'string' && typeof it.text === 'string') return it;
  } catch {
    // told below, with its place
  }
  throw new Problem('usage.value', { what: line.slice(0, 60), where: `${where} ({docId, lang, text})` });
}

function printed(result: Omit<Reading, 'language'>, { language }: Context): string {
  const head = [claimWords.kind, claimWords.speaker, claimWords.words].map(it => it[language]);
  const rows = result.claims.map(it => [it.mode, speakerOf(it, language), oneLine(it.exact)]);
  const figures = result.figures.map(it => [
    it.comparator,
    [it.value, it.unit, it.currency].filter(part => part !== null).join(' '),
    oneLine(it.exact),
  ]);
  const bearings = result.bearings.map(it => [it.element, it.direction, oneLine(it.exact)]);
  const outlet = result.outlet
    .filter(it => it.kind !== 'assertion')
    .map(it => [readWords.kinds[it.kind][language], claimWords.narration[language], oneLine(it.exact)]);
  const part = (title: string, body: string[][]) => `${title}\n\n${table(head, body)}`;
  return [
    part(say(claimWords.count, language, { n: rows.length }), rows),
    part(say(claimWords.figures, language, { n: figures.length }), figures),
    part(say(claimWords.bearings, language, { n: bearings.length }), bearings),
    part(say(claimWords.outlet, language, { n: outlet.length }), outlet),
  ].join('\n\n');
}

function speakerOf(it: Reading['claims'][number], language: Context['language']): string {
  if (it.mode === 'narration') return claimWords.narration[language];
  return it.speaker?.name ?? it.speaker?.text ?? it.dropped ?? readWords.nobody[language];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
