/**
 * E-mail: the head that a reader sees, then the words of the letter. Attachments and forwarded letters are parts.
 * Pictures shown inside the letter stay in it.
 */
import type { Attachment, Email, PostalMimeOptions } from 'postal-mime';
import { Problem } from '#core/errors.ts';
import type { Extracted, FileAbout } from '#evidence/sources/extracted.ts';
import { wholeText } from '#evidence/sources/html.ts';
import { dayOf, languageTag } from '#evidence/sources/html-about.ts';
import { Parts, safeName } from '#evidence/sources/parts.ts';
import { brief, cleaned } from '#evidence/sources/text.ts';

const LIMITS: PostalMimeOptions = {
  maxNestingDepth: 32,
  maxHeadersSize: 2 * 1024 * 1024,
  forceRfc822Attachments: true,
};
/** What is not packed in base64 is decoded line by line, at a high price in memory. */
const MAX_WORDS = 10 * 1024 * 1024;

/** Throws `file.large`, `file.unsafe`, and what HTML throws. */
export async function readMail(bytes: Uint8Array, name: string): Promise<Extracted> {
  const mail = await parsedMail(bytes, name);
  const parts = new Parts(name);
  for (const [index, it] of mail.attachments.entries()) {
    const isShown = it.related === true && it.mimeType.startsWith('image/');
    if (!isShown && lengthOf(it) > 0)
      parts.add({ name: safeName(it.filename, nameless(it, index + 1)), bytes: bytesOf(it) });
  }
  const { decodeWords } = await import('postal-mime');
  const said = (key: string) => decodeWords(mail.headers.find(it => it.key === key)?.value ?? '');
  const title = brief(said('subject')) ?? null;
  return {
    mediaType: 'message/rfc822',
    text: cleaned(`${headOf(said)}\n\n${await wordsOf(mail, name)}`).trimEnd(),
    extractor: 'postal-mime/4.0.0',
    pages: [],
    title,
    parts: parts.list,
    capture: null,
    about: aboutMail(mail, said),
  };
}

/** Throws `file.large`, `file.unsafe`. */
export async function parsedMail(bytes: Uint8Array, name: string): Promise<Email> {
  if (unpackedBytes(bytes) > MAX_WORDS)
    throw new Problem('file.large', { what: name, limit: '10 MB of words' });
  const { default: PostalMime } = await import('postal-mime');
  return PostalMime.parse(bytes, LIMITS).catch(error => {
    const why = error instanceof Error ? error.message : '';
    if (/header size/.test(why))
      throw new Problem('file.large', { what: name, limit: '2 MB of headers' }, { cause: error });
    if (/nesting depth/.test(why) || error instanceof RangeError)
      throw new Problem('file.unsafe', { what: name, where: '32 levels' }, { cause: error });
    throw new Problem('file.broken', { what: name }, { cause: error });
  });
}

/** The length of all lines that are not plainly base64: those have no blank and are 60 to 80 letters long. */
function unpackedBytes(bytes: Uint8Array): number {
  let sum = 0;
  for (let start = 0; start < bytes.length; ) {
    const next = bytes.indexOf(10, start);
    const end = next < 0 ? bytes.length : next;
    const length = end - start;
    if (length < 60 || length > 80 || bytes.subarray(start, end).includes(32)) sum += length + 1;
    start = end + 1;
  }
  return sum;
}

function headOf(said: (key: string) => string): string {
  const fields = ['From', 'To', 'Cc', 'Date', 'Subject']
    .map(field => [field, said(field.toLowerCase()).replace(/\s+/g, ' ').trim()] as const)
    .filter(([, value]) => value !== '');
  return fields
    .map(([field, value]) => `${field}: ${value.length > 2000 ? `${value.slice(0, 1999)}…` : value}`)
    .join('\n');
}

/** The plain text, or the HTML where there is no other or the plain text only says that there is one. */
async function wordsOf(mail: Email, name: string): Promise<string> {
  const plain = unwrapped(mail.text ?? '');
  if (mail.html === undefined) return plain;
  const html = await wholeText(mail.html, name);
  return plain.trim().length * 2 < html.length ? html : plain;
}

/** Letters in plain text are broken after some 70 letters, in the middle of sentences; such lines are joined. */
function unwrapped(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const parts: string[] = [];
  let before = '';
  for (const [index, line] of lines.entries()) {
    if (index > 0) parts.push(isBroken(before, line) ? ' ' : '\n');
    before = line.trimEnd();
    parts.push(before);
  }
  return parts.join('');
}

/** Whether a line was ended because the next one's first word would not have fitted. */
function isBroken(before: string, line: string): boolean {
  const first = /^[^\s>*•–—-]\S*/.exec(line)?.[0];
  if (first === undefined || /^\d+[.)]$/.test(first) || before.startsWith('>')) return false;
  return before.length >= 50 && before.length <= 80 && before.length + 1 + first.length > 72;
}

function aboutMail(mail: Email, said: (key: string) => string): FileAbout {
  const about = {
    author: brief(mail.from?.name) ?? brief(mail.from?.address),
    date: dayOfMail(said('date')),
    lang: languageTag(said('content-language')),
  };
  return Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day in the sender's own zone: `Tue, 2 Jan 2024 23:10:00 -0500` is the 2nd. */
function dayOfMail(date: string): string | undefined {
  const found = /(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})/i.exec(date.slice(0, 200));
  const month = MONTHS.indexOf(found?.[2]?.toLowerCase() ?? '') + 1;
  if (!found || month === 0) return undefined;
  return dayOf(`${found[3]}-${String(month).padStart(2, '0')}-${found[1]?.padStart(2, '0')}`);
}

function nameless(it: Attachment, number: number): string {
  const extensions: Readonly<Record<string, string>> = {
    'message/rfc822': 'eml',
    'application/pdf': 'pdf',
    'text/html': 'html',
    'text/plain': 'txt',
    'text/csv': 'csv',
  };
  return `attachment-${number}.${extensions[it.mimeType] ?? 'bin'}`;
}

function lengthOf({ content }: Attachment): number {
  return typeof content === 'string' ? content.length : content.byteLength;
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}
