/** The same blocks as a DOCX for who edits: headings, tables, and links from every number to its claim's entry. */
import {
  Bookmark,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { unzipSync, type ZippableFile, zipSync } from 'fflate';
import { sha256 } from '#core/hash.ts';
import { anchorOf, type Block, type Cell, type Chapter } from '#report/blocks.ts';
import type { Language } from '#words/language.ts';

/** ZIP knows no earlier day; the bytes must not tell when they were made. */
const NEVER = new Date(1980, 0, 1);
const TIME = /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g;

export async function docxOf(
  title: string,
  chapters: readonly Chapter[],
  language: Language,
): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Probanza',
    lastModifiedBy: 'Probanza',
    styles: { default: { document: { run: { language: { value: language } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...chapters.flatMap(({ name, title: text, blocks }) => [
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              pageBreakBefore: name !== 'index',
              children: [marked(`chapter-${name}`, [new TextRun(text)])],
            }),
            ...blocks.flatMap(elementsOf),
          ]),
        ],
      },
    ],
  });
  return withoutTime(new Uint8Array(await Packer.toBuffer(document)));
}

function elementsOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
        }),
      ];
    case 'para':
      return [new Paragraph({ children: runs(block.of) })];
    case 'list':
      return block.items.map(item => new Paragraph({ children: runs(item), bullet: { level: 0 } }));
    case 'chart':
      return [
        new Paragraph({
          children: [new TextRun({ text: `${block.title}. `, bold: true }), new TextRun(block.text)],
        }),
      ];
    case 'table':
      return [tableOf(block), new Paragraph({})];
    case 'entry':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_3,
          children: [marked(block.anchor, runs(block.head)), new TextRun(` ${block.id}`)],
        }),
        ...(block.quote === undefined
          ? []
          : [new Paragraph({ children: [new TextRun({ text: `“${block.quote}”`, italics: true })] })]),
        ...block.lines.map(line => new Paragraph({ children: runs(line) })),
      ];
  }
}

function tableOf({ head, rows }: Block & { kind: 'table' }): Table {
  const row = (cells: readonly Cell[], tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      children: cells.map(cell => new TableCell({ children: [new Paragraph({ children: runs(cell) })] })),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      row(
        head.map(it => [it]),
        true,
      ),
      ...rows.map(it => row(it, false)),
    ],
  });
}

function runs(cell: Cell): ParagraphChild[] {
  return cell.map(it => {
    if (typeof it === 'string') return new TextRun(it);
    if ('mark' in it) return new TextRun({ text: it.mark, bold: true });
    const children = [new TextRun({ text: it.text, style: 'Hyperlink' })];
    if ('url' in it) return new ExternalHyperlink({ link: it.url, children });
    const anchor = bookmark(anchorOf(it));
    return new InternalHyperlink({ anchor, children });
  });
}

function marked(id: string, children: ParagraphChild[]): Bookmark {
  return new Bookmark({ id: bookmark(id), children: children as TextRun[] });
}

/** Names of bookmarks are letters, digits and `_`, 40 at most; two anchors never share one. */
function bookmark(anchor: string): string {
  const plain = anchor.replace('-', '_');
  return /^\w{1,40}$/.test(plain) ? plain : `b_${sha256(anchor).slice(0, 32)}`;
}

/** The library writes the day into the properties, chance into relations, and the clock into the archive. */
function withoutTime(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  const plain = parts.map(
    ([name, part]) => [name, [settled(name, part, parts), { mtime: NEVER }] satisfies ZippableFile] as const,
  );
  return zipSync(Object.fromEntries(plain));
}

function settled(
  name: string,
  part: Uint8Array,
  all: readonly (readonly [string, Uint8Array])[],
): Uint8Array {
  if (!/\.(xml|rels)$/.test(name)) return part;
  const chance = chanceIn(all);
  const text = new TextDecoder()
    .decode(part)
    .replace(TIME, '')
    .replace(/rId[\w-]{12,}/g, id => chance.get(id) ?? id);
  return new TextEncoder().encode(numbered(text));
}

/** Ids that the library draws by chance for outside links, numbered in the order of the document. */
function chanceIn(all: readonly (readonly [string, Uint8Array])[]): Map<string, string> {
  const body = all.find(([name]) => name === 'word/document.xml')?.[1] ?? new Uint8Array();
  const ids = new Set(new TextDecoder().decode(body).match(/rId[\w-]{12,}/g) ?? []);
  return new Map([...ids].map((id, index) => [id, `rIdLink${index + 1}`]));
}

/** Bookmarks are numbered through the life of the library: here from one again. */
function numbered(text: string): string {
  const numbers = new Map<string, number>();
  return text.replace(/(<w:bookmark(?:Start|End)[^>]* w:id=")(\d+)/g, (_, before: string, id: string) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return `${before}${number}`;
  });
}
