/** `npm run bench [read|anchors|copies|dossier|search|pages|jobs|formats|pdf|standards|survey|population|findings]`: each measure with its ratio to a named peer in the same run, and as JSON. */
import { anchorsBench } from './anchors.ts';
import { copiesBench } from './copies.ts';
import { dossierBench } from './dossier.ts';
import { findingsBench } from './findings.ts';
import { formatsBench } from './formats.ts';
import { jobsBench } from './jobs.ts';
import { machine, print } from './measure.ts';
import { pdfBench } from './pdf.ts';
import { populationBench } from './population.ts';
import { readBench } from './read.ts';
import { searchBench } from './search.ts';
import { standardsBench } from './standards.ts';
import { surveyBench } from './survey.ts';
import { workbenchBench } from './workbench.ts';

const benches = {
  read: readBench,
  anchors: anchorsBench,
  dossier: dossierBench,
  formats: formatsBench,
  standards: standardsBench,
  search: () => searchBench(),
  copies: () => copiesBench(),
  pages: () => workbenchBench(),
  jobs: jobsBench,
  pdf: pdfBench,
  survey: surveyBench,
  population: populationBench,
  findings: findingsBench,
};
const wanted = process.argv.slice(2);

process.stdout.write(`${machine}\n\n`);
const measures = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) measures.push(...(await bench()));
}
print(measures);
