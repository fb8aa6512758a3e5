/** Which kind a file is, by its first bytes; the name decides only where they leave it open. */
import { extname } from 'node:path';
import { Problem } from '#core/errors.ts';
import { isPicture } from '#evidence/sources/picture.ts';
import { entriesOf } from '#evidence/sources/zip.ts';

export type Kind = 'text' | 'pdf' | 'picture' | 'html' | 'docx' | 'mail' | 'mbox' | 'mhtml' | 'warc' | 'wacz';

/** How much of a file is looked at, in bytes. */
const HEAD = 8192;

/** Throws `file.kind` for what is known and not read, `file.binary`, `file.broken`, `file.encrypted`. */
export function kindOf(bytes: Uint8Array, name: string): Kind {
  const head = headOf(bytes);
  if (head.startsWith('%PDF-')) return 'pdf';
  if (isPicture(bytes)) return 'picture';
  if (head.startsWith('PK\u0003\u0004')) return kindOfZip(bytes, name);
  if (head.startsWith('WARC/') || head.startsWith('\u001f\u008b')) return 'warc';
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) refuseOle(bytes, name);
  if (head.startsWith('{\\rtf')) throw new Problem('file.kind', { what: name, where: 'RTF' });
  const kind = kindOfMessage(head, name) ?? (isPage(head) ? 'html' : undefined);
  if (kind) return kind;
  const expected = extname(name).toLowerCase();
  if (['.pdf', '.docx', '.wacz', '.warc', '.gz'].includes(expected))
    throw new Problem('file.broken', { what: name });
  if (['.html', '.htm', '.xhtml'].includes(expected) && head.includes('<')) return 'html';
  return 'text';
}

/** As letters of one byte each, or as the UTF-16 that its mark says; a mark of UTF-8 is left out. */
function headOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const some = bytes.subarray(0, HEAD);
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(some);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(some);
  return Buffer.from(some).toString('latin1').replace(/^ï»¿/, '');
}

function isPage(head: string): boolean {
  const start = head
    .slice(0, 4096)
    .replace(/^\s*<\?xml[^>]*>/, '')
    .replace(/^(?:\s*<!--(?:(?!-->)[\s\S])*-->)+/, '');
  return /^\s*<(?:!doctype html|html)[\s>]/i.test(start);
}

function kindOfZip(bytes: Uint8Array, name: string): Kind {
  const names = new Set(entriesOf(bytes, name).map(it => it.name));
  if (names.has('word/document.xml')) return 'docx';
  const archived = [...names].some(it => /^archive\/.+\.warc(?:\.gz)?$/.test(it));
  if (archived && names.has('datapackage.json')) return 'wacz';
  const other = [
    ['xl/workbook.xml', 'XLSX'],
    ['xl/workbook.bin', 'XLSB'],
    ['ppt/presentation.xml', 'PPTX'],
    ['META-INF/container.xml', 'EPUB'],
    ['content.xml', 'OpenDocument (ODT, ODS)'],
  ].find(([part = '']) => names.has(part));
  if (other) throw new Problem('file.kind', { what: name, where: other[1] ?? '' });
  throw new Problem('file.binary', { what: name });
}

/** Word, Excel and Outlook before 2007, and today's files behind a password. */
function refuseOle(bytes: Uint8Array, name: string): never {
  if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')))
    throw new Problem('file.encrypted', { what: name });
  throw new Problem('file.kind', { what: name, where: 'Microsoft Office 97–2003 (DOC, XLS, PPT, MSG)' });
}

/** Header fields that only programs write, and those that a letter may open with. */
const MACHINE = /^(?:received|message-id|mime-version|return-path|dkim-signature|delivered-to|x-[\w-]+):/i;
const FIELD = /^[\w-]+:/;

function kindOfMessage(head: string, name: string): Kind | undefined {
  const lines = head.split(/\r?\n/);
  const isMbox = /^From \S+.*\d{4}$/.test(lines[0] ?? '') && FIELD.test(lines[1] ?? '');
  if (isMbox) return 'mbox';
  const fields = fieldsOf(lines);
  const text = fields.join('\n');
  const named = extname(name).toLowerCase();
  const isMessage =
    fields.filter(it => MACHINE.test(it)).length > 0 &&
    fields.some(it => /^(?:from|date|subject|content-type):/i.test(it));
  if (!isMessage && !(fields.length > 1 && ['.eml', '.mht', '.mhtml'].includes(named))) return undefined;
  const isSaved =
    /^content-type:\s*multipart\/related/im.test(text) &&
    (/^(?:snapshot-content-location|content-location|from:\s*<saved by)/im.test(text) || /\.mht/.test(named));
  return isSaved ? 'mhtml' : 'mail';
}

/** The lines of a block of header fields; empty where the file does not open with one. */
function fieldsOf(lines: readonly string[]): string[] {
  const fields: string[] = [];
  for (const line of lines) {
    if (line === '') return fields;
    if (/^[ \t]/.test(line) && fields.length > 0) fields.push(`${fields.pop()} ${line.trim()}`);
    else if (FIELD.test(line)) fields.push(line);
    // a block longer than the head is cut inside a line
    else return line === lines.at(-1) ? fields : [];
  }
  return fields;
}
