/** Small files of every kind, made here: documents, letters, saved pages, web archives. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Zippable, zipSync } from 'fflate';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const row = (...cells: string[]): string =>
  `<w:tr>${cells.map(cell => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;

/** A document with this body, footnotes by number, and further parts by path. */
export function docx(body: string, notes: readonly string[] = [], more: Zippable = {}): Uint8Array {
  const footnotes = notes.map((note, n) => `<w:footnote w:id="${n + 1}">${paragraph(note)}</w:footnote>`);
  return zipSync({
    '[Content_Types].xml': bytes(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': bytes(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': bytes(`<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`),
    'word/footnotes.xml': bytes(`<?xml version="1.0"?><w:footnotes ${W}>${footnotes.join('')}</w:footnotes>`),
    'word/numbering.xml': bytes(
      `<?xml version="1.0"?><w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
    ...more,
  });
}

export const bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

export const properties = (core: string): Zippable => ({
  'docProps/core.xml': bytes(
    `<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t" xmlns:xsi="x">${core}</cp:coreProperties>`,
  ),
});

/** A letter out of its head and body, with the line ends that letters have. */
export const letter = (lines: readonly string[]): Uint8Array => bytes(lines.join('\r\n'));

export const HEAD = [
  'From: =?utf-8?q?Ana_Ru=C3=ADz?= <ana@ministry.example>',
  'To: desk@paper.example',
  'Date: Tue, 2 Jan 2024 23:10:00 -0500',
  'Subject: =?utf-8?b?U2FsYXJpb3MgZGUgbG9zIG3DqWRpY29z?=',
  'Message-ID: <1@ministry.example>',
  'MIME-Version: 1.0',
] as const;

/** A letter with these parts, each its own head and body. */
export function mixed(parts: readonly string[], boundary = 'b1'): Uint8Array {
  const type = `Content-Type: multipart/mixed; boundary="${boundary}"`;
  return letter([
    ...HEAD,
    type,
    '',
    ...parts.flatMap(it => [`--${boundary}`, it.replaceAll('\n', '\r\n')]),
    `--${boundary}--`,
    '',
  ]);
}

export const article = (title: string, sentence: string): string =>
  `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>${title}</title></head><body><nav>Menu</nav><article><h1>${title}</h1>${`<p>${`${sentence} `.repeat(6)}</p>`.repeat(3)}</article></body></html>`;

export interface Recorded {
  readonly url: string;
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly at?: string;
  readonly http?: readonly string[];
  readonly status?: string;
  /** What the record claims to be long, if not what it is. */
  readonly claims?: number;
}

export function warcRecord(it: Recorded): Uint8Array {
  const head = [
    `HTTP/1.1 ${it.status ?? '200 OK'}`,
    `Content-Type: ${it.type ?? 'text/html; charset=utf-8'}`,
    ...(it.http ?? []),
    '',
    '',
  ].join('\r\n');
  const block = Buffer.concat([Buffer.from(head), typeof it.body === 'string' ? bytes(it.body) : it.body]);
  const fields = [
    'WARC/1.1',
    'WARC-Type: response',
    `WARC-Target-URI: ${it.url}`,
    `WARC-Date: ${it.at ?? '2024-03-05T10:20:30Z'}`,
    'WARC-Record-ID: <urn:uuid:6a3cd92c-0000-4000-8000-000000000001>',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${it.claims ?? block.length}`,
  ];
  return Buffer.concat([Buffer.from(`${fields.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]);
}

export function warc(records: readonly Recorded[], packed = true): Uint8Array {
  return Buffer.concat(records.map(it => (packed ? gzipSync(warcRecord(it)) : warcRecord(it))));
}

const digest = (content: Uint8Array) => `sha256:${createHash('sha256').update(content).digest('hex')}`;

/** A captured collection; `spoil` changes its files after the digests are made, `signed` signs the list. */
export function wacz(
  records: readonly Recorded[],
  {
    signed = false,
    domain,
    spoil = {},
  }: { signed?: boolean; domain?: string; spoil?: Record<string, Uint8Array> } = {},
): Uint8Array {
  const pages = records.map(it =>
    JSON.stringify({ url: it.url, ts: it.at ?? '2024-03-05T10:20:30Z', title: `Page of ${it.url}` }),
  );
  const files: Record<string, Uint8Array> = {
    'archive/data.warc.gz': warc(records),
    'pages/pages.jsonl': bytes(`{"format": "json-pages-1.0", "id": "pages"}\n${pages.join('\n')}\n`),
  };
  const resources = Object.entries(files).map(([path, content]) => ({
    name: path.split('/').at(-1),
    path,
    hash: digest(content),
    bytes: content.length,
  }));
  const list = bytes(
    JSON.stringify({
      profile: 'data-package',
      wacz_version: '1.1.1',
      title: 'Statements of a ministry',
      created: '2024-03-05T11:00:00Z',
      software: 'a crawler 1.0',
      resources,
    }),
  );
  const signature = signed || domain ? { 'datapackage-digest.json': signedList(list, domain) } : {};
  return zipSync({ 'datapackage.json': list, ...files, ...signature, ...spoil }, { level: 0 });
}

function signedList(list: Uint8Array, domain: string | undefined): Uint8Array {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const hash = digest(list);
  const signature = sign('sha256', Buffer.from(hash), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const key = domain
    ? { domain, domainCert: '-', timeSignature: '-', timestampCert: '-' }
    : { publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64') };
  return bytes(
    JSON.stringify({
      path: 'datapackage.json',
      hash,
      signedData: { hash, signature: signature.toString('base64'), created: '2024-03-05T11:00:00Z', ...key },
    }),
  );
}
