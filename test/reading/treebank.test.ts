import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const script = join(import.meta.dirname, '../../scripts/treebank.ts');

type Row = readonly [
  form: string,
  lemma: string,
  of: string,
  head: number,
  relation: string,
  features?: string,
];

function conllu(text: string, rows: readonly Row[]): string {
  const lines = rows.map(([form, lemma, of, head, relation, features = '_'], at) =>
    [at + 1, form, lemma, of, '_', features, head, relation, '_', '_'].join('\t'),
  );
  return [`# sent_id = s${text.length}`, `# text = ${text}`, ...lines, '', ''].join('\n');
}

function labelled(text: string, rows: readonly Row[]) {
  const folder = mkdtempSync(join(tmpdir(), 'probanza-trees-'));
  writeFileSync(join(folder, 'in.conllu'), conllu(text, rows));
  execFileSync(process.execPath, [script, 'es', join(folder, 'out.jsonl'), join(folder, 'in.conllu')]);
  const line = JSON.parse(readFileSync(join(folder, 'out.jsonl'), 'utf8').trim());
  const words = (spans: [number, number][]) => spans.map(([a, b]) => text.slice(a, b));
  return {
    quotes: line.quotes.map((it: Record<'verbSpans' | 'speakerSpans' | 'spans', [number, number][]>) => [
      words(it.verbSpans),
      words(it.speakerSpans),
      words(it.spans),
    ]),
    unsure: words(line.ignore),
  };
}

test('a clause that a verb of saying governs is a content, its subject the speaker without what hangs on it', () => {
  const rows: Row[] = [
    ['La', 'el', 'DET', 2, 'det'],
    ['jefa', 'jefe', 'NOUN', 6, 'nsubj'],
    [',', ',', 'PUNCT', 5, 'punct'],
    ['que', 'que', 'PRON', 5, 'nsubj'],
    ['viajó', 'viajar', 'VERB', 2, 'acl:relcl', 'VerbForm=Fin'],
    ['afirmó', 'afirmar', 'VERB', 0, 'root', 'VerbForm=Fin'],
    ['que', 'que', 'SCONJ', 8, 'mark'],
    ['pagan', 'pagar', 'VERB', 6, 'ccomp', 'VerbForm=Fin'],
    ['.', '.', 'PUNCT', 6, 'punct'],
  ];
  expect(labelled('La jefa, que viajó afirmó que pagan.', rows)).toEqual({
    quotes: [[['afirmó'], ['La jefa'], ['que pagan']]],
    unsure: [],
  });
});

test('a content in two pieces leaves out what stands between; “según” takes its clause', () => {
  const rows: Row[] = [
    ['Ellos', 'él', 'PRON', 6, 'nsubj'],
    [',', ',', 'PUNCT', 4, 'punct'],
    ['según', 'según', 'ADP', 4, 'case'],
    ['Ruiz', 'Ruiz', 'PROPN', 6, 'obl'],
    [',', ',', 'PUNCT', 4, 'punct'],
    ['cobran', 'cobrar', 'VERB', 0, 'root', 'VerbForm=Fin'],
    ['poco', 'poco', 'ADV', 6, 'advmod'],
    ['.', '.', 'PUNCT', 6, 'punct'],
  ];
  expect(labelled('Ellos, según Ruiz, cobran poco.', rows).quotes).toEqual([
    [['según'], ['Ruiz'], ['Ellos', 'cobran poco']],
  ]);
});

test('a quotation keeps its marks, and what an infinitive introduces is left unsure', () => {
  const quotation: Row[] = [
    ['"', '"', 'PUNCT', 3, 'punct'],
    ['Nos', 'yo', 'PRON', 3, 'obj'],
    ['pagan', 'pagar', 'VERB', 6, 'ccomp', 'VerbForm=Fin'],
    ['"', '"', 'PUNCT', 3, 'punct'],
    [',', ',', 'PUNCT', 3, 'punct'],
    ['dijo', 'decir', 'VERB', 0, 'root', 'VerbForm=Fin'],
    ['.', '.', 'PUNCT', 6, 'punct'],
  ];
  expect(labelled('"Nos pagan", dijo.', quotation).quotes).toEqual([[['dijo'], [], ['"Nos pagan"']]]);
  const infinitive: Row[] = [
    ['Quiso', 'querer', 'VERB', 0, 'root', 'VerbForm=Fin'],
    ['decir', 'decir', 'VERB', 1, 'xcomp', 'VerbForm=Inf'],
    ['que', 'que', 'SCONJ', 4, 'mark'],
    ['pagan', 'pagar', 'VERB', 2, 'ccomp', 'VerbForm=Fin'],
  ];
  expect(labelled('Quiso decir que pagan', infinitive)).toEqual({ quotes: [], unsure: ['decir'] });
});
