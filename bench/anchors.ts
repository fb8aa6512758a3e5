/**
 * Anchors found again: how many a second in 1 MB of text that was wrapped anew, beside a bare `indexOf` and a pattern that
 * takes any white space between words; and which share is found, by kind of edit, on texts whose letters are tracked.
 */
import { findAnchor, type Passage, readyText, widened } from '#evidence/sources/anchor.ts';
import { EDITS, type Edit, isBeside, isTrue, slide, trialOf } from '../test/support/edited.ts';
import { type Measure, timed } from './measure.ts';

const ANCHORS = 200;
const LENGTH = 120;
const TRIALS = 400;

export async function anchorsBench(): Promise<Measure[]> {
  for (const edit of EDITS) tell(edit);
  const old = longText();
  const anew = wrapped(old);
  const before = readyText(old);
  const passages = Array.from({ length: ANCHORS }, (_, n) => {
    const start = Math.floor((n * 0.9 * old.length) / ANCHORS);
    const end = start + LENGTH;
    const kept = { exact: old.slice(start, end), prefix: '', suffix: '', start, end, page: null };
    return widened(kept, before);
  });
  const ready = readyText(anew);
  const finders: [name: string, find: (passage: Passage) => boolean][] = [
    ['indexOf', it => anew.indexOf(it.exact) >= 0],
    ['a pattern of words', it => patternOf(it.exact).test(anew)],
    ['ours', it => findAnchor(it, old.length, ready).kind === 'exact'],
  ];
  const speeds = new Map<string, { speed: number; share: number }>();
  for (const [name, find] of finders) {
    let found = 0;
    const ms = await timed(() => {
      for (const passage of passages) if (find(passage)) found += 1;
    });
    speeds.set(name, { speed: (ANCHORS / ms) * 1000, share: (100 * found) / ANCHORS });
  }
  const ours = speeds.get('ours') ?? { speed: 0, share: 0 };
  const changed = passages.slice(0, 10).map(it => ({ ...it, exact: it.exact.replace(/[aeiou]/, 'x') }));
  const likeness = await timed(() => changed.map(it => findAnchor(it, old.length, ready)));
  return [
    { bench: 'anchors', what: '1 MB made ready', value: await timed(() => readyText(anew)), unit: 'ms' },
    ...[...speeds]
      .slice(0, 2)
      .flatMap(([name, it]): Measure[] => [
        peer('found exactly, 1 MB wrapped anew', ours.speed, '/s', name, it.speed),
        peer('share found, 1 MB wrapped anew', ours.share, '%', name, it.share),
      ]),
    { bench: 'anchors', what: 'looked for by likeness, 1 MB', value: likeness / changed.length, unit: 'ms' },
  ];
}

function peer(what: string, value: number, unit: string, name: string, other: number): Measure {
  return { bench: 'anchors', what, value, unit, peer: { name, value: other } };
}

/** One line of the table: what becomes of a passage after one edit of a kind, in percent. */
function tell(edit: Edit): void {
  const counts = { exact: 0, close: 0, waiting: 0, wrong: 0, slides: 0 };
  for (let seed = 0; seed < TRIALS; seed += 1) {
    const trial = trialOf(seed * 104_729, [edit]);
    const it = findAnchor(trial.passage, trial.old.length, readyText(trial.text));
    if (it.kind === 'exact') counts.exact += 1;
    else if (it.kind === 'close') counts.close += 1;
    else counts.waiting += 1;
    if (slide(trial) !== undefined) counts.slides += 1;
    const there =
      it.kind === 'close' && (isTrue(trial, it.start, it.end) || isBeside(trial, it.start, it.end));
    if (it.kind === 'close' && !there) counts.wrong += 1;
  }
  const share = (n: number) => `${((100 * n) / TRIALS).toFixed(1)} %`.padStart(8);
  process.stdout.write(
    `anchors  ${edit.padEnd(8)} exact ${share(counts.exact)}  close ${share(counts.close)} (elsewhere ${share(counts.wrong)})  waits ${share(counts.waiting)}  slides ${counts.slides}\n`,
  );
}

function patternOf(exact: string): RegExp {
  const words = exact
    .trim()
    .split(/\s+/)
    .map(it => it.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&'));
  return new RegExp(words.join('\\s+'));
}

/** 1 MB of sentences, no two alike. */
function longText(): string {
  let text = '';
  for (let seed = 1; text.length < 1_000_000; seed += 1) text += `${trialOf(seed, []).old} `;
  return text;
}

/** Lines of some 60 letters, words broken at their ends with a hyphen where one falls there. */
function wrapped(text: string): string {
  return text.replace(/[^\n]{50,60}?(?: |(?<=\p{L}{3})(?=\p{L}{3}))/gu, line =>
    line.endsWith(' ') ? `${line.slice(0, -1)}\n` : `${line}-\n`,
  );
}
