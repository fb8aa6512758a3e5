/** The pages themselves: files that Vite builds from `src/web`, kept in memory while the server runs. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Hono } from 'hono';
import { Problem } from '#core/errors.ts';
import { sha256 } from '#core/hash.ts';

export interface Pages {
  /** By path, without the first slash. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Hashes of the style sheets that libraries write at run time. */
  readonly inlineStyles: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export function readPages(folder: string): Pages {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(it => it.isFile());
  const files = new Map(
    names.map(it => {
      const path = join(it.parentPath, it.name);
      return [path.slice(folder.length + 1).replaceAll('\\', '/'), new Uint8Array(readFileSync(path))];
    }),
  );
  const styles = files.get('inline-styles.json');
  const texts: string[] = styles ? JSON.parse(Buffer.from(styles).toString('utf8')) : [];
  return { files, inlineStyles: texts.map(hashOf) };
}

function hashOf(style: string): string {
  return `sha256-${Buffer.from(sha256(style), 'hex').toString('base64')}`;
}

/** A file by its name, and the one page at every other address, which the page itself then reads. */
export const pageRoutes = (pages: Pages) =>
  new Hono().get('*', context => {
    const path = context.req.path.slice(1);
    const file = pages.files.get(path);
    if (file && path !== 'index.html') {
      const lasting = path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      return context.body(file, 200, { 'content-type': typeOf(path), 'cache-control': lasting });
    }
    const index = pages.files.get('index.html');
    if (!index || path.startsWith('assets/')) throw new Problem('http.missing', { what: context.req.path });
    return context.body(index, 200, { 'content-type': typeOf('index.html'), 'cache-control': 'no-cache' });
  });

function typeOf(path: string): string {
  return TYPES[extname(path)] ?? 'application/octet-stream';
}
