/**
 * The door of the server: the five answers on one plain page, on 127.0.0.1 until told otherwise.
 * Requests whose Host or Origin is not this server's own are refused, so that no other page can reach it by a
 * name that it points here. Nothing is fetched from anywhere else.
 */
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { Problem, systemCode } from '#core/errors.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import { type Answer, fiveAnswers } from '#report/report.ts';
import { page } from '#server/page.ts';
import { sayProblem } from '#words/errors.ts';
import { isLanguage, type Language } from '#words/language.ts';

const HOST = '127.0.0.1';
const DEFAULT_PORT = 4780;

export interface Running {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the answers; `port` 0 takes a free one. Throws `port.used`. */
export async function serve(evidence: Evidence, options: { port?: number } = {}): Promise<Running> {
  const server = createServer();
  const port = await listen(server, options.port ?? DEFAULT_PORT);
  server.on('request', getRequestListener(app(evidence, port).fetch));
  return {
    address: `http://${HOST}:${port}/`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}

/** The routes, for a server on `port`. */
export function app(evidence: Evidence, port: number): Hono {
  const routes = new Hono();
  routes.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  );
  routes.use(async (context, next) => {
    const own = [`${HOST}:${port}`, `localhost:${port}`];
    const { host, origin } = { host: context.req.header('host'), origin: context.req.header('origin') };
    const foreign =
      !own.includes(host ?? '') || (origin !== undefined && !own.includes(origin.replace(/^http:\/\//, '')));
    if (foreign) throw new Problem('http.forbidden', { what: host ?? '' });
    await next();
  });
  routes.get('/', async context => {
    const language = languageOf(context.req.query('lang'), context.req.header('accept-language'));
    return context.html(page(evidence.dossier, await fiveAnswers(evidence, language), language));
  });
  routes.get('/api/answers', async context => {
    const answers: Answer[] = await fiveAnswers(evidence, languageOf(context.req.query('lang'), undefined));
    return context.json({ dossier: evidence.dossier.id, answers });
  });
  routes.get('/page.css', context =>
    context.body(page.style, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  routes.notFound(context => problemJson(new Problem('http.missing', { what: context.req.path })));
  routes.onError(error => {
    if (error instanceof Problem) return problemJson(error);
    throw error;
  });
  return routes;
}

/** RFC 9457 problem details. */
function problemJson(problem: Problem): Response {
  const body = {
    type: `urn:probanza:${problem.code}`,
    title: problem.code,
    status: problem.status,
    detail: sayProblem(problem, 'en'),
  };
  return Response.json(body, {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

function languageOf(asked: string | undefined, accepted: string | undefined): Language {
  const wanted = [asked ?? '', ...(accepted ?? '').split(',')].map(it => it.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'en';
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', error =>
      reject(systemCode(error) === 'EADDRINUSE' ? new Problem('port.used', { what: String(port) }) : error),
    );
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
