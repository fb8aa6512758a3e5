/**
 * Mixed documents from a seed: text, HTML, e-mail, DOCX and PDF, the same bytes each time. Titles repeat, so that
 * ids depend on the order in which files are taken. People and places are invented.
 */
import { strToU8, type Zippable, zipSync } from 'fflate';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { seeded } from '#test/seeded.ts';

export interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Random = () => number;
type Maker = (title: string, paragraphs: readonly string[], n: number) => Uint8Array | Promise<Uint8Array>;

const DAY = new Date('2020-01-01T00:00:00Z');

const PEOPLE = ['Maria Lopez', 'Ana Ruiz', 'John Hale', 'Rosa Prado', 'Peter Lund', 'Clara Monte'];
const BODIES = ['the ministry', 'the union', 'the hospital', 'the embassy', 'a spokesman', 'the auditor'];
const VERBS = ['said', 'denied', 'argued', 'confirmed', 'insisted', 'warned'];
const FACTS = [
  'wages were late by {n} days',
  '{n} nurses had signed the contract voluntarily',
  'the passports of {n} workers were kept in an office',
  'the agency pays {n} dollars a month to each worker',
  'more than {n} doctors had left the programme',
  'nobody was asked to work more than {n} hours a week',
];

/** `count` documents; about one in ten is a text of each heavier kind. */
export async function documents(count: number, seed: number): Promise<Document[]> {
  const random = seeded(seed);
  const made: Document[] = [];
  for (let n = 0; n < count; n += 1) {
    const [kind, make] = pick(random, MAKERS);
    const title = `${pick(random, ['Report', 'Statement', 'Interview', 'Notes'])} on ${pick(random, BODIES)}`;
    const bytes = await make(title, paragraphs(random, n), n);
    made.push({ name: `${String(n).padStart(4, '0')}-${kind}.${kind}`, bytes });
  }
  return made;
}

/** As one archive; `level` 0 stores, which is fast to make. */
export function zipped(files: readonly Document[], level: 0 | 6 = 6): Uint8Array {
  const entries: Zippable = {};
  for (const { name, bytes } of files) entries[name] = [bytes, { level, mtime: DAY }];
  return zipSync(entries);
}

function paragraphs(random: Random, n: number): string[] {
  return Array.from({ length: 4 + Math.floor(random() * 12) }, () =>
    Array.from({ length: 2 + Math.floor(random() * 4) }, () => sentence(random)).join(' '),
  ).concat(`This is document ${n}.`);
}

const PLAIN = [
  'The road to the clinic is long and the rain lasts for weeks.',
  'Most mornings began before sunrise, with coffee and a walk along the river.',
  'The building has two floors and a small garden behind it.',
  'Medicines come by boat, and the boat comes when it can.',
];

/** Half of them say nothing that reading proposes. */
function sentence(random: Random): string {
  if (random() < 0.5) return pick(random, PLAIN);
  const fact = pick(random, FACTS).replace('{n}', String(2 + Math.floor(random() * 900)));
  const who = pick(random, BODIES);
  if (random() < 0.3) return `“They told us that ${fact},” said ${pick(random, PEOPLE)}, a nurse.`;
  const start = `${who.charAt(0).toUpperCase()}${who.slice(1)}`;
  return `${start} ${pick(random, VERBS)} that ${fact}.`;
}

const text: Maker = (title, parts) => strToU8(`${title}\n\n${parts.join('\n\n')}\n`);

const html: Maker = (title, parts) =>
  strToU8(
    `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>${parts.map(it => `<p>${it}</p>`).join('')}</article></body></html>`,
  );

const mail: Maker = (title, parts, n) =>
  strToU8(
    `From: A <a@example.org>\r\nTo: B <b@example.org>\r\nSubject: ${title}\r\nMessage-ID: <${n}@example.org>\r\nDate: Wed, 01 Jan 2020 00:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${parts.join('\r\n\r\n')}\r\n`,
  );

const docx: Maker = (_, parts) =>
  zipSync(
    {
      '[Content_Types].xml': strToU8(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': strToU8(
        `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${parts.map(it => `<w:p><w:r><w:t>${it}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
      ),
    },
    { mtime: DAY },
  );

const pdf: Maker = async (title, parts) => {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(title);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const lines = parts.flatMap(it => [
    ...(it
      .replaceAll('“', '"')
      .replaceAll('”', '"')
      .match(/.{1,90}(?:\s|$)/g) ?? []),
    '',
  ]);
  for (let from = 0; from < lines.length; from += 48) {
    const page = document.addPage([595, 842]);
    page.drawText(lines.slice(from, from + 48).join('\n'), { x: 50, y: 780, size: 10, lineHeight: 15, font });
  }
  return document.save();
};

const MAKERS: readonly (readonly [string, Maker])[] = [
  ['txt', text],
  ['html', html],
  ['eml', mail],
  ['docx', docx],
  ['pdf', pdf],
];

function pick<T>(random: Random, of: readonly T[]): T {
  const one = of[Math.floor(random() * of.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}
