/** Errors as RFC 9457 problem details, in the language of the page. */
import { HTTPException } from 'hono/http-exception';
import { Problem } from '#core/errors.ts';
import { asProblem } from '#store/store.ts';
import { sayProblem } from '#words/errors.ts';
import { isLanguage, type Language } from '#words/language.ts';

export function problemJson(problem: Problem, language: Language): Response {
  const body = {
    type: `urn:probanza:${problem.code}`,
    title: problem.code,
    status: problem.status,
    detail: sayProblem(problem, language),
  };
  return Response.json(body, {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}

/** The problem an error comes to: itself, the store's own word for one, or our own fault. */
export function problemOf(error: unknown, where: string): Problem {
  if (error instanceof Problem) return error;
  const known = asProblem(error, where);
  if (known instanceof Problem) return known;
  if (error instanceof HTTPException && error.status < 500)
    return new Problem('usage.value', { what: error.message, where: 'JSON' });
  // our own fault: said on the terminal with its stack, in the page with one line
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return new Problem('http.failed', { what: error instanceof Error ? error.message : String(error) });
}

export function languageOf(asked: string | undefined, accepted?: string | undefined): Language {
  const wanted = [asked ?? '', ...(accepted ?? '').split(',')].map(it => it.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'en';
}
