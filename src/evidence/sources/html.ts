/**
 * HTML: the article of a page, or the whole of it where none can be told. The parser builds a tree and nothing
 * else: no script runs, nothing is fetched, only text remains.
 */
import { Problem } from '#core/errors.ts';
import type { Extracted } from '#evidence/sources/extracted.ts';
import { aboutPage } from '#evidence/sources/html-about.ts';
import { childrenOf, textOfTree } from '#evidence/sources/html-text.ts';
import { savedBy } from '#evidence/sources/saved-page.ts';
import { brief, cleaned, decoded, decodedAs } from '#evidence/sources/text.ts';

/** Looking for the article takes time that grows faster than the page: beyond this the whole page is taken. */
const MAX_FOR_ARTICLE = 40_000;
/** Tags and entities: a tree takes about 1 KB of memory for two of them. */
const MAX_MARKS = 400_000;
/** No honest page nests this deep, and the time of every parser grows faster than depth. */
const MAX_DEPTH = 256;
/** Elements that have no end tag, or may leave it out. */
const UNCLOSED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|th|tr|dt|dd|option|tbody|thead|tfoot)$/i;

/** Throws `file.encoding`, `file.binary`, `file.large`, `file.unsafe`. */
export async function readHtml(bytes: Uint8Array, name: string): Promise<Extracted> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  return readPage(declared ? decodedAs(declared, bytes, name) : decoded(bytes, name), name);
}

/** The same with the page as letters. */
export async function readPage(source: string, name: string): Promise<Extracted> {
  const marks = checkedMarks(source, name);
  return guarded(name, async () => {
    const document = await parsed(source, name);
    const about = aboutPage(document);
    const title = brief(document.querySelector('title')?.textContent);
    const heading = brief(document.querySelector('h1')?.textContent);
    const isLarge = marks > MAX_FOR_ARTICLE;
    const article = isLarge ? null : await articleOf(document);
    // looking for the article takes the tree apart
    const body = article?.body ?? (isLarge ? document : await parsed(source, name));
    return {
      mediaType: 'text/html',
      text: cleaned(withHeading(textOfTree(body), article ? heading : undefined)),
      extractor: article ? 'readability/0.6.0' : 'linkedom/0.18',
      pages: [],
      title: brief(article?.title) ?? title ?? heading ?? null,
      parts: [],
      capture: savedBy(source),
      about,
    };
  });
}

/** All the words of a page, as of a letter, which has no article in it. */
export async function wholeText(source: string, name: string): Promise<string> {
  checkedMarks(source, name);
  return guarded(name, async () => cleaned(textOfTree(await parsed(source, name))));
}

async function parsed(source: string, name: string): Promise<Document> {
  const { parseHTML } = await import('linkedom');
  // a piece of a page is no document yet, and the parser builds no body of its own
  const whole = /<html[\s>]/i.test(source) ? source : `<html><body>${source}</body></html>`;
  // the end of a head may be left out, and the parser then puts the body into it
  const isHeadOpen = !/<\/head\s*>/i.test(whole);
  const { document } = parseHTML(isHeadOpen ? whole.replace(/<body[\s>]/i, '</head>$&') : whole);
  checkTree(document, name);
  return document;
}

/** What the count on the source did not see through: elements that only look as if they closed each other. */
function checkTree(root: Node, name: string): void {
  const level: Node[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > 2 * MAX_DEPTH)
      throw new Problem('file.unsafe', { what: name, where: `${2 * MAX_DEPTH} levels` });
    for (const node of level.splice(0))
      for (const child of childrenOf(node)) if (child.firstChild) level.push(child);
  }
}

/** null also where the library stumbles over a page that is no page: then all of its words are taken. */
async function articleOf(document: Document): Promise<{ body: Node; title: string } | null> {
  const { Readability } = await import('@mozilla/readability');
  try {
    const found = new Readability(document, { charThreshold: 100, serializer: node => node }).parse();
    return found?.content ? { body: found.content, title: found.title ?? '' } : null;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return null;
  }
}

/** The article's own heading is words of the page too, and is taken for a title and left out of the article. */
function withHeading(text: string, heading: string | undefined): string {
  return !heading || text.slice(0, 2000).replace(/\s+/g, ' ').includes(heading)
    ? text
    : `${heading}\n\n${text}`;
}

/** Tags and entities, counted on the source before anything is parsed. */
function checkedMarks(source: string, name: string): number {
  let marks = 0;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === LESS || code === AMPERSAND) marks += 1;
  }
  if (marks > MAX_MARKS) throw new Problem('file.large', { what: name, limit: '400,000 tags' });
  checkDepth(source, name);
  return marks;
}

const LESS = 60;
const AMPERSAND = 38;

function checkDepth(source: string, name: string): void {
  let depth = 0;
  for (const [tag, slash, element = ''] of source.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*>/gi)) {
    if (UNCLOSED.test(element) || tag.endsWith('/>')) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) throw new Problem('file.unsafe', { what: name, where: `${MAX_DEPTH} levels` });
  }
}

/** A tree that the count did not see through ends the stack of whoever walks it. */
async function guarded<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError)
      throw new Problem('file.unsafe', { what: name, where: 'depth' }, { cause: error });
    throw error;
  }
}
