/**
 * WARC: what a crawler received, record by record. Every HTML page and document that was answered with success is a
 * part, with its address and time. Lengths are checked against the bytes before the library sees a record: it waits
 * for ever for bytes that do not come.
 */
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { Problem, systemCode } from '#core/errors.ts';
import type { Extracted, Part } from '#evidence/sources/extracted.ts';
import { webAddress } from '#evidence/sources/html-about.ts';
import { Parts, safeName } from '#evidence/sources/parts.ts';
import { timeOf } from '#evidence/sources/saved-page.ts';
import type { Budget } from '#evidence/sources/zip.ts';

/** A page or document as it was received. */
export interface Response {
  readonly url: string;
  readonly at: string | null;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const MAX_RECORDS = 50_000;
const MAX_HEAD = 65_536;
/** A bomb packed a thousandfold shows itself before the next piece is read. */
const PIECE = 16_384;
const MAX_PAGE = 50 * 1024 * 1024;
const READ: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** Throws `file.broken`, `file.large`, `file.kind`, `file.empty`. */
export async function readWarc(bytes: Uint8Array, name: string): Promise<Extracted> {
  const budget = { left: 200 * 1024 * 1024, limit: '200 MB' };
  const parts = new Parts(name);
  const rows: string[] = [];
  for await (const response of responsesOf(bytes, name, budget)) {
    parts.add(partOf(response, `received as ${response.mediaType}, by a WARC record; not verified`));
    rows.push([response.at ?? '–', response.url].join('\t'));
  }
  if (rows.length === 0) throw new Problem('file.empty', { what: name });
  const [first] = parts.list;
  return {
    mediaType: 'application/warc',
    text: rows.join('\n'),
    extractor: 'warcio/2.4.11',
    pages: [],
    title: null,
    parts: parts.list,
    capture: {
      at: first?.capture?.at ?? null,
      url: first?.capture?.url ?? null,
      how: `a WARC of ${rows.length} pages and documents; its records are not verified`,
    },
    about: {},
  };
}

export function partOf({ url, at, mediaType, bytes }: Response, how: string): Part {
  const path = new URL(url).pathname.split('/').filter(Boolean).at(-1);
  const extension = READ[mediaType] ?? 'html';
  const name = safeName(path, new URL(url).hostname);
  return {
    name: name.toLowerCase().endsWith(`.${extension}`) ? name : `${name}.${extension}`,
    bytes,
    capture: { at, url, how },
  };
}

/** The successful answers that hold a page or a document. Throws `file.broken`, `file.large`, `file.kind`. */
export async function* responsesOf(
  bytes: Uint8Array,
  name: string,
  budget: Budget,
): AsyncGenerator<Response> {
  const whole = plainWarc(bytes, name, budget);
  let count = 0;
  for (const record of recordsOf(whole, name)) {
    count += 1;
    if (count > MAX_RECORDS) throw new Problem('file.large', { what: name, limit: '50,000 records' });
    if (!/^WARC-Type:\s*(?:response|resource)\s*$/im.test(record.head)) continue;
    const response = await received(record.bytes, name);
    if (!response) continue;
    budget.left -= response.bytes.length;
    if (budget.left < 0) throw new Problem('file.large', { what: name, limit: budget.limit });
    yield response;
  }
}

function plainWarc(bytes: Uint8Array, name: string, budget: Budget): Buffer {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const whole = isPacked
    ? gunzipped(bytes, name, budget)
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!whole.subarray(0, 5).equals(Buffer.from('WARC/')))
    throw new Problem('file.kind', { what: name, where: 'GZIP' });
  return whole;
}

function gunzipped(bytes: Uint8Array, what: string, budget: Budget): Buffer {
  try {
    const whole = gunzipSync(bytes, { maxOutputLength: Math.max(1, budget.left) });
    budget.left -= whole.length;
    return whole;
  } catch (error) {
    if (systemCode(error) === 'ERR_BUFFER_TOO_LARGE')
      throw new Problem('file.large', { what, limit: budget.limit });
    throw new Problem('file.broken', { what }, { cause: error });
  }
}

/** Each record with its head, where its length is true and an empty line follows it. */
function* recordsOf(whole: Buffer, name: string): Generator<{ head: string; bytes: Buffer }> {
  for (let at = 0, number = 1; at < whole.length; number += 1) {
    const broken = () => new Problem('file.broken', { what: `${name} (record ${number})` });
    const end = whole.subarray(at, at + MAX_HEAD).indexOf('\r\n\r\n');
    const head = end < 0 ? '' : whole.toString('utf8', at, at + end);
    const length = /^Content-Length:\s*(\d{1,12})\s*$/im.exec(head)?.[1];
    if (!head.startsWith('WARC/') || length === undefined) throw broken();
    const last = at + end + 4 + Number(length);
    if (whole.toString('latin1', last, last + 4) !== '\r\n\r\n') throw broken();
    yield { head, bytes: whole.subarray(at, last + 4) };
    at = last + 4;
  }
}

async function received(record: Buffer, name: string): Promise<Response | null> {
  const { WARCParser } = await import('warcio');
  const parsed = await WARCParser.parse(pieces(record)).catch(error => {
    throw new Problem('file.broken', { what: name }, { cause: error });
  });
  const url = webAddress(parsed?.warcTargetURI);
  if (!parsed || url === undefined) return null;
  const http = parsed.httpHeaders;
  if (http && http.statusCode !== 200) return null;
  const type = http ? http.headers.get('content-type') : parsed.warcContentType;
  const mediaType = (type ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!(mediaType in READ)) return null;
  const bytes = unpacked(await counted(parsed, name), http?.headers.get('content-encoding') ?? '', name);
  return bytes.length === 0 ? null : { url, at: timeOf(parsed.warcDate ?? undefined), mediaType, bytes };
}

function* pieces(bytes: Buffer): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function counted(source: AsyncIterable<Uint8Array>, what: string): Promise<Buffer> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source) {
    size += piece.length;
    if (size > MAX_PAGE) throw new Problem('file.large', { what, limit: '50 MB' });
    all.push(piece);
  }
  return Buffer.concat(all);
}

/** What the library does not unpack; many crawlers unpack and leave the header as it was. */
function unpacked(bytes: Buffer, encoding: string, what: string): Uint8Array {
  const unpack = { br: brotliDecompressSync, zstd: zstdDecompressSync }[encoding.trim().toLowerCase()];
  if (!unpack) return bytes;
  try {
    return unpack(bytes, { maxOutputLength: MAX_PAGE });
  } catch (error) {
    if (systemCode(error) === 'ERR_BUFFER_TOO_LARGE')
      throw new Problem('file.large', { what, limit: '50 MB' });
    return bytes;
  }
}
