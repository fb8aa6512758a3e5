/**
 * Who may ask: requests whose Host or Origin is not this server's own are refused, so that no other page reaches it
 * by a name that it points here; the dossier is given only to who holds this start's token.
 */
import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import { Problem } from '#core/errors.ts';

export const HOST = '127.0.0.1';

/**
 * Nothing is fetched from anywhere else. Two style sheets are written by libraries at run time (charts, touch
 * handling): their exact words are allowed by hash, and a test in Chromium tells when they change.
 */
export function headers(inlineStyles: readonly string[]): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", ...inlineStyles.map(hash => `'${hash}'`)],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
  });
}

export function ownHost(port: number): MiddlewareHandler {
  const own = [`${HOST}:${port}`, `localhost:${port}`];
  return async (context, next) => {
    const { host, origin } = { host: context.req.header('host'), origin: context.req.header('origin') };
    const foreign =
      !own.includes(host ?? '') || (origin !== undefined && !own.includes(origin.replace(/^http:\/\//, '')));
    if (foreign) throw new Problem('http.forbidden', { what: host ?? '' });
    // a form of another page sends no Origin in some browsers, and says here that it is another's
    if (context.req.method !== 'GET' && context.req.header('sec-fetch-site') === 'cross-site')
      throw new Problem('http.forbidden', { what: host ?? '' });
    await next();
  };
}

/** A page opened by the printed link takes the token as a cookie and loses it from its address. */
export function takeToken(token: string, port: number): MiddlewareHandler {
  return async (context, next) => {
    const given = context.req.query('token');
    if (given === undefined || context.req.method !== 'GET') return next();
    if (same(given, token)) keep(context, token, port);
    const url = new URL(context.req.url);
    url.searchParams.delete('token');
    return context.redirect(`${url.pathname}${url.search}`);
  };
}

export function keep(context: Parameters<MiddlewareHandler>[0], token: string, port: number): void {
  // Lax: a link in somebody's notes opens its page; what changes the dossier is never sent from elsewhere
  setCookie(context, cookie(port), token, { httpOnly: true, sameSite: 'Lax', path: '/' });
}

/** Throws `http.token`. */
export function withToken(token: string, port: number): MiddlewareHandler {
  return async (context, next) => {
    const bearer = context.req.header('authorization')?.replace(/^Bearer /, '');
    if (!same(bearer ?? getCookie(context, cookie(port)) ?? '', token)) throw new Problem('http.token');
    await next();
  };
}

export function same(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Cookies do not know ports: two servers on one machine keep theirs apart by name. */
function cookie(port: number): string {
  return `probanza-${port}`;
}
