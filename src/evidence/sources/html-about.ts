/**
 * What a page says of itself: author, day, publisher, language, address; from its meta elements, its JSON-LD and its
 * first tag. All of it is the page's word and may be hostile: every value is one short line, every number bounded.
 */
import { isPartialDate } from '#core/dates.ts';
import type { FileAbout } from '#evidence/sources/extracted.ts';
import { brief } from '#evidence/sources/text.ts';

const MAX_METAS = 1000;
const MAX_JSON = 300_000;

/** Names of meta elements, the surest first. */
const METAS = {
  author: ['citation_author', 'author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author'],
  date: [
    'article:published_time',
    'citation_publication_date',
    'datepublished',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'parsely-pub-date',
    'pubdate',
    'date',
  ],
  publisher: ['og:site_name', 'dc.publisher', 'citation_publisher', 'application-name'],
  lang: ['content-language', 'dc.language', 'og:locale'],
  url: ['og:url'],
} as const;

type Member = keyof typeof METAS;
const SHAPES: Readonly<Record<Member, (value: unknown) => string | undefined>> = {
  author: nameOf,
  publisher: nameOf,
  date: dayOf,
  lang: languageTag,
  url: webAddress,
};

/** Looks at the tree and changes nothing in it. */
export function aboutPage(document: Document): FileAbout {
  const metas = metasOf(document);
  const linked = linkedData(document);
  const root = document.documentElement;
  const own: Partial<Record<Member, unknown>> = {
    lang: root?.getAttribute('lang') ?? root?.getAttribute('xml:lang'),
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
  };
  const members = (Object.keys(METAS) as Member[]).map(member => {
    const said = [own[member], ...METAS[member].map(it => metas.get(it)), linked[member]];
    return [member, said.map(SHAPES[member]).find(it => it !== undefined)] as const;
  });
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function metasOf(document: Document): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of [...document.querySelectorAll('meta')].slice(0, MAX_METAS)) {
    const key = ['property', 'name', 'itemprop', 'http-equiv'].map(it => meta.getAttribute(it)).find(Boolean);
    const value = meta.getAttribute('content');
    if (key && value && !metas.has(key.toLowerCase())) metas.set(key.toLowerCase(), value);
  }
  return metas;
}

/** The first article, report or page that the page's JSON-LD describes. */
function linkedData(document: Document): Partial<Record<Member, unknown>> {
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20)) {
    const text = script.textContent ?? '';
    if (text.length > MAX_JSON) continue;
    const found = things(parsed(text)).find(
      it => 'datePublished' in it || 'author' in it || 'headline' in it,
    );
    if (found)
      return {
        author: named(found.author),
        date: found.datePublished ?? found.dateCreated,
        publisher: named(found.publisher),
        lang: found.inLanguage,
      };
  }
  return {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The objects of a graph, which is a list, an object, or an object that holds the list. */
function things(value: unknown): Record<string, unknown>[] {
  const list = Array.isArray(value) ? value.slice(0, 100) : [value];
  return list.filter(isThing).flatMap(it => {
    const graph = it['@graph'];
    return [it, ...(Array.isArray(graph) ? graph.slice(0, 100).filter(isThing) : [])];
  });
}

function isThing(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `"name"`, `{name}` or a list of them. */
function named(value: unknown): string | undefined {
  const all = (Array.isArray(value) ? value.slice(0, 10) : [value]).map(it => (isThing(it) ? it.name : it));
  const names = all.map(nameOf).filter(it => it !== undefined);
  return names.length > 0 ? brief(names.join(', ')) : undefined;
}

/** Addresses of profiles stand where names should. */
function nameOf(value: unknown): string | undefined {
  const name = brief(value);
  return name && !/^(?:https?:)?\/\//i.test(name) ? name : undefined;
}

/** The day as it is written, in the time zone it is written in: `2024-01-31T23:30:00-05:00` is the 31st. */
export function dayOf(value: unknown): string | undefined {
  const found = /^(\d{4})(?:[-/](\d{2})(?:[-/](\d{2}))?|(\d{2})(\d{2}))?(?![\d/])/.exec(brief(value) ?? '');
  if (!found) return undefined;
  const day = [found[1], found[2] ?? found[4], found[3] ?? found[5]].filter(it => it !== undefined).join('-');
  return isPartialDate(day) ? day : undefined;
}

export function languageTag(value: unknown): string | undefined {
  const tag =
    brief(value)
      ?.split(/[,;\s]/)[0]
      ?.replace('_', '-') ?? '';
  try {
    return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}

/** An address of the web, whole; null for any other. */
export function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 2000 || !URL.canParse(value.trim())) return undefined;
  const url = new URL(value.trim());
  // a password in an address is nobody's to keep
  url.username = '';
  url.password = '';
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}
