/** What a document's properties say: title, author, language, and the day it was last saved, or else made. */
import type { FileAbout } from '#evidence/sources/extracted.ts';
import { dayOf, languageTag } from '#evidence/sources/html-about.ts';
import { brief } from '#evidence/sources/text.ts';

export function aboutDocument(parts: Readonly<Record<string, Uint8Array>>): {
  title: string | undefined;
  file: FileAbout;
} {
  const core = new TextDecoder().decode(parts['docProps/core.xml'] ?? new Uint8Array());
  const said = (element: string) =>
    brief(
      unescaped(new RegExp(`<${element}(?:\\s[^<>]*)?>([^<]{1,2000})</${element}>`).exec(core)?.[1] ?? ''),
    );
  const about = {
    author: said('dc:creator') ?? said('cp:lastModifiedBy'),
    date: dayOf(said('dcterms:modified')) ?? dayOf(said('dcterms:created')),
    lang: languageTag(said('dc:language')),
  };
  return {
    title: said('dc:title'),
    file: Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined)),
  };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, tens, hex, name) => {
    const code = tens ? Number(tens) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code === undefined) return NAMED[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}
