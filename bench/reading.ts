/**
 * Reading, measured: accuracy on labelled texts by the protocols of their own scorer, and speed. Labels and scorer stand
 * outside the project; where they are absent it says so. `POLNEAR` names a file of JSON lines of PolNeAR's dev part;
 * `FOLDS` what `scripts/learn.ts --folds` wrote: what models read that had not seen a text, which is what counts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ClaimProposal, type Reading, read } from '#evidence/reading/reading.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { type Labelled, printFaults, type Quote as Spans } from './faults.ts';

const GOLD = join(import.meta.dirname, '../../shared/corpus/gold');

interface Quote extends Spans {
  readonly speakerResolved?: string | null;
  readonly speakerAliases?: readonly string[];
}
interface Document extends Labelled {
  readonly quotes: readonly Quote[];
}
interface Scores {
  readonly [protocol: string]: {
    readonly P: number;
    readonly R: number;
    readonly F1: number;
    readonly speakerOverlap?: number;
  };
}
type Score = (gold: object, predicted: object, options?: object) => Scores;

export async function accuracyBench(): Promise<void> {
  if (!existsSync(GOLD)) {
    process.stdout.write('reading accuracy: skipped: no corpus\n');
    return;
  }
  const { score } = (await import(pathToFileURL(join(GOLD, 'score.mjs')).href)) as { score: Score };
  const lexicons = await loadLexicons();
  const sets: [name: string, file: string][] = [
    ['PolNeAR dev', process.env.POLNEAR ?? ''],
    ['GUM news', join(GOLD, 'gum-news-dev.jsonl')],
    ['es AnCora (learned from)', join(GOLD, 'es-ancora-derived.jsonl')],
    ['pt Bosque (learned from)', join(GOLD, 'pt-bosque-derived.jsonl')],
  ];
  for (const [name, file] of sets) {
    if (!existsSync(file)) {
      process.stdout.write(`${name}: skipped: no corpus\n`);
      continue;
    }
    const documents: Document[] = linesOf(file);
    const readings = new Map(documents.map(it => [it.docId, read(it.text, lexicons, it.lang)]));
    const gold = byId(documents);
    const predicted = Object.fromEntries(
      documents.map(it => [
        it.docId,
        { docId: it.docId, quotes: quotesOf(readings.get(it.docId) as Reading) },
      ]),
    );
    tell(name, score(gold, predicted));
    const folds = `${process.env.FOLDS ?? ''}-${documents[0]?.lang}.jsonl`;
    const unseen = existsSync(folds) ? byId(linesOf(folds)) : null;
    if (unseen) tell(`${name.slice(0, 2)}, five folds`, score(gold, unseen));
    printFaults(documents, unseen ?? predicted, lexicons);
    if (name.startsWith('PolNeAR'))
      tell(`${name}, speech cues`, score(gold, predicted, { goldFilter: speechCue() }));
    if (name.startsWith('GUM'))
      process.stdout.write(`${name}: resolved speaker right ${resolved(documents, readings)} %\n`);
  }
}

function linesOf(file: string): Document[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
}

function byId(documents: readonly Document[]): Record<string, Document> {
  return Object.fromEntries(documents.map(it => [it.docId, it]));
}

function quotesOf(reading: Reading): Spans[] {
  return reading.claims
    .filter(it => it.cue !== null)
    .map(it => ({
      start: it.start,
      end: it.end,
      spans: it.spans,
      speakerSpans: it.speaker ? [[it.speaker.start, it.speaker.end]] : [],
      verbSpans: it.cue ? [[it.cue.start, it.cue.end]] : [],
    }));
}

function tell(name: string, scores: Scores): void {
  const parts = [
    'exact_source',
    'exact_cue',
    'exact_content',
    'ggt30',
    'ggt80',
    'iou50',
    'overlap_content',
  ].map(key => `${key} ${scores[key]?.F1} (${scores[key]?.P}/${scores[key]?.R})`);
  process.stdout.write(`${name}: ${parts.join('  ')}  speaker ${scores.ggt30?.speakerOverlap}\n`);
}

function speechCue() {
  const verbs = new Set(readFileSync(join(GOLD, 'speech-verbs.txt'), 'utf8').trim().split(/\s+/));
  return ({ verb }: Quote) => {
    const cue = (verb ?? '').toLowerCase();
    return cue === ':' || cue.includes('according') || cue.split(/[^a-z]+/).some(word => verbs.has(word));
  };
}

/** Of claims that overlap a labelled one whose speaker is known: how many names are one of its names. */
function resolved(documents: readonly Document[], readings: ReadonlyMap<string, Reading>): number {
  let [right, all] = [0, 0];
  for (const { docId, quotes } of documents)
    for (const quote of quotes) {
      if (!quote.speakerResolved) continue;
      const claim = nearestTo(quote, readings.get(docId)?.claims ?? []);
      if (!claim) continue;
      all += 1;
      const names = [quote.speakerResolved, ...(quote.speakerAliases ?? [])].map(plain);
      const name = plain(claim.speaker?.name ?? '');
      const hit =
        name !== '' &&
        names.some(
          other => other === name || ` ${other} `.includes(` ${name} `) || ` ${name} `.includes(` ${other} `),
        );
      if (hit) right += 1;
      else if (process.env.SHOW)
        process.stdout.write(`  ${claim.speaker?.text} → ${claim.speaker?.name}, not ${names.join(' | ')}\n`);
    }
  return Math.round((1000 * right) / all) / 10;
}

function nearestTo(quote: Quote, claims: readonly ClaimProposal[]): ClaimProposal | undefined {
  const shared = (it: ClaimProposal) => Math.min(it.end, quote.end) - Math.max(it.start, quote.start);
  return claims
    .filter(it => it.cue !== null && shared(it) > 0.3 * (quote.end - quote.start))
    .toSorted((a, b) => shared(b) - shared(a))[0];
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/^(?:the|a|an) /, '')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim();
}
