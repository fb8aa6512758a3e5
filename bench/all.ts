/** `npm run bench [read|dossier|formats|search|pages]`: each measure with its ratio to a named peer in the same run, and as JSON. */
import { dossierBench } from './dossier.ts';
import { formatsBench } from './formats.ts';
import { machine, print } from './measure.ts';
import { readBench } from './read.ts';
import { searchBench } from './search.ts';
import { workbenchBench } from './workbench.ts';

const benches = {
  read: readBench,
  dossier: dossierBench,
  formats: formatsBench,
  search: () => searchBench(),
  pages: () => workbenchBench(),
};
const wanted = process.argv.slice(2);

process.stdout.write(`${machine}\n\n`);
const measures = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) measures.push(...(await bench()));
}
print(measures);
