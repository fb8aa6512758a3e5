/**
 * WACZ 1.1.1: captured pages with their list, their digests and perhaps a signature. The listed pages are parts with
 * the address and the time of the record that holds them; a file that its own digests contradict is refused.
 */
import { z } from 'zod';
import { Problem } from '#core/errors.ts';
import type { Capture, Extracted } from '#evidence/sources/extracted.ts';
import { dayOf, languageTag, webAddress } from '#evidence/sources/html-about.ts';
import { Parts } from '#evidence/sources/parts.ts';
import { timeOf } from '#evidence/sources/saved-page.ts';
import { brief } from '#evidence/sources/text.ts';
import { proven } from '#evidence/sources/wacz-proof.ts';
import { partOf, type Response, responsesOf } from '#evidence/sources/warc.ts';
import { type Budget, type Entry, entriesOf, unpack } from '#evidence/sources/zip.ts';

/** One line of the list of pages. */
const Page = z.object({ url: z.string(), ts: z.unknown().optional(), title: z.unknown().optional() });
type Page = { readonly url: string; readonly at: string | null; readonly title: string | undefined };
const About = z.object({
  title: z.unknown().optional(),
  created: z.unknown().optional(),
  software: z.unknown().optional(),
  mainPageURL: z.unknown().optional(),
  mainPageUrl: z.unknown().optional(),
  language: z.unknown().optional(),
});
const MAX_PAGES = 10_000;

/** Throws `file.broken`, `file.large`, `file.altered`, `file.unsafe`. */
export async function readWacz(bytes: Uint8Array, name: string): Promise<Extracted> {
  const budget: Budget = { left: 200 * 1024 * 1024, limit: '200 MB' };
  const entries = new Map(entriesOf(bytes, name).map(it => [it.name, it]));
  const open = (entry: Entry) => unpack(bytes, entry, budget, name);
  const proof = proven(entries, open, name);
  const about = About.parse(proof.datapackage);
  const pages = pagesOf(entries, open, name);
  const responses = await heldIn(entries, open, name, budget);
  const parts = new Parts(name);
  const rows = pages.map(page => {
    const response = nearest(responses.get(page.url) ?? [], page.at);
    if (response) parts.add(partOf(response, `received as ${response.mediaType}, in a WACZ; ${proof.how}`));
    const held = response ? [] : ['not held as a page or document'];
    return [response?.at ?? page.at ?? '–', page.title ?? '–', page.url, ...held].join('\t');
  });
  const software = brief(about.software);
  const date = dayOf(about.created);
  const lang = languageTag(about.language);
  return {
    mediaType: 'application/wacz',
    text: rows.join('\n'),
    extractor: 'warcio/2.4.11',
    pages: [],
    title: brief(about.title) ?? pages[0]?.title ?? null,
    parts: parts.list,
    capture: captureOf(about, pages, `a WACZ${software ? ` made with ${software}` : ''}; ${proof.how}`),
    about: { ...(date ? { date } : {}), ...(lang ? { lang } : {}) },
  };
}

function captureOf(about: z.infer<typeof About>, pages: readonly Page[], how: string): Capture {
  const created = typeof about.created === 'string' ? timeOf(about.created) : null;
  return {
    at: created,
    url: webAddress(about.mainPageURL ?? about.mainPageUrl) ?? pages[0]?.url ?? null,
    how,
  };
}

/** The pages of the list, its head and what is no page left out. */
function pagesOf(entries: Entries, open: (entry: Entry) => Uint8Array, name: string): Page[] {
  const entry = entries.get('pages/pages.jsonl');
  if (!entry) throw new Problem('file.broken', { what: `${name} (pages/pages.jsonl)` });
  const lines = new TextDecoder().decode(open(entry)).split('\n');
  if (lines.length > MAX_PAGES) throw new Problem('file.large', { what: name, limit: '10,000 pages' });
  const pages = lines.flatMap(line => {
    const page = Page.safeParse(parsed(line));
    const url = page.success ? webAddress(page.data.url) : undefined;
    if (!page.success || url === undefined) return [];
    const { ts, title } = page.data;
    return [{ url: bare(url), at: typeof ts === 'string' ? timeOf(ts) : null, title: brief(title) }];
  });
  return [...new Map(pages.map(page => [`${page.url} ${page.at}`, page])).values()];
}

type Entries = ReadonlyMap<string, Entry>;

/** Every page and document of the archive, by address. */
async function heldIn(
  entries: Entries,
  open: (entry: Entry) => Uint8Array,
  name: string,
  budget: Budget,
): Promise<Map<string, Response[]>> {
  const held = new Map<string, Response[]>();
  for (const entry of entries.values()) {
    if (!/^archive\/.+\.warc(?:\.gz)?$/.test(entry.name)) continue;
    for await (const response of responsesOf(open(entry), `${name} (${entry.name})`, budget)) {
      const url = bare(response.url);
      held.set(url, [...(held.get(url) ?? []), response]);
    }
  }
  return held;
}

function nearest(responses: readonly Response[], at: string | null): Response | undefined {
  const apart = (it: Response) => Math.abs(Date.parse(it.at ?? '') - Date.parse(at ?? '')) || 0;
  return responses.toSorted((a, b) => apart(a) - apart(b))[0];
}

/** A page and a place in it are one page. */
function bare(url: string): string {
  return url.replace(/#.*$/, '');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
