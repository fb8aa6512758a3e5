/** How the report was reached: thresholds, tables and standards as they were applied, marks, and what is withheld. */
import { DEFAULT_PROOF } from '#assessment/findings/findings.ts';
import { loadProofs, loadStandards, loadStrength, type Proof } from '#assessment/standards/standards.ts';
import { type Block, type Cell, heading, note, para } from '#report/blocks.ts';
import { standardsApplied } from '#report/labour.ts';
import type { Saying } from '#report/saying.ts';
import { label } from '#words/labels.ts';
import { reportWords as words } from '#words/report.ts';

export async function methodChapter(it: Saying): Promise<Block[]> {
  const [standards, all, proofs] = await Promise.all([standardsApplied(it), loadStandards(), loadProofs()]);
  const others = all.filter(standard => !standards.some(one => one.id === standard.id));
  const used = proofs.find(proof => proof.id === (it.options.proof ?? DEFAULT_PROOF));
  const head = [words.standard, words.version, words.text].map(word => it.t(word));
  return [
    para(it.t(words.generated)),
    para(it.t(words.methodSteps)),
    para(it.t(it.options.held === 'originals' ? words.originals : words.abstracts)),
    heading(it.t(words.withheld)),
    ...withheldBlocks(it),
    heading(it.t(words.marks)),
    para(it.t(words.sideMarks)),
    para({ mark: '°' }, ` ${it.t(words.cited)}`),
    heading(it.t(words.proofs)),
    para(it.t(words.proofUsed, { name: used?.name[it.language] ?? '' })),
    proofTable(it, proofs),
    heading(it.t(words.strength)),
    await strengthTable(it),
    note(it.t(words.stepsDown)),
    heading(it.t(words.standards)),
    {
      kind: 'table',
      caption: it.t(words.standards),
      head,
      rows: standards.map((standard): Cell[] => [
        [standard.title[it.language]],
        [`${standard.version}, ${standard.sha256.slice(0, 16)}`],
        [
          { text: standard.source.title, url: standard.source.url },
          ` (${it.t(standard.verified.yes ? words.verified : words.unverified)}: ${standard.verified.how})`,
        ],
      ]),
    },
    ...(others.length === 0
      ? []
      : [para(it.t(words.otherStandards, { names: others.map(one => one.title[it.language]).join('; ') }))]),
    para(it.t(words.license, { license: it.evidence.dossier.license })),
  ];
}

export function withheldBlocks(it: Saying): Block[] {
  const { claims, sources, parties } = it.withheld;
  if (claims.length + sources.length + parties.length === 0) return [para(it.t(words.withheldNone))];
  const counts = { claims: claims.length, sources: sources.length, parties: parties.length };
  return [para({ mark: it.t(words.withheld) }, ' ', it.t(words.withheldCounts, counts))];
}

function proofTable(it: Saying, proofs: readonly Proof[]): Block {
  const head = [words.proof, words.needs, words.defeatedBy].map(word => it.t(word));
  const rows = proofs.map((proof): Cell[] =>
    proof.family === 'ladder'
      ? [
          [proof.name[it.language]],
          [
            proof.atLeast
              .map(need => it.t(words.origins, { n: need.origins, level: it.t(words.levels[need.strength]) }))
              .join('; '),
          ],
          [[...new Set(proof.contrary)].map(code => it.t(words.contrary[code])).join('; ') || '–'],
        ]
      : [[proof.name[it.language]], [it.t(words.formula, { formula: proof.formula })], ['–']],
  );
  return { kind: 'table', caption: it.t(words.proofs), head, rows };
}

async function strengthTable(it: Saying): Promise<Block> {
  const table = await loadStrength();
  const head = [words.strength, words.reliability, words.credibility, words.knowledge].map(word =>
    it.t(word),
  );
  const rows = table.rows.map((row): Cell[] => [
    [it.t(words.levels[row.strength])],
    [row.reliability.join(', ')],
    [row.credibility.join(', ')],
    [row.knowledge?.map(how => label('knowledge', how, it.language)).join(', ') ?? '–'],
  ]);
  return { kind: 'table', caption: it.t(words.strength), head, rows };
}
