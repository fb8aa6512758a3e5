/** A file and a question sent to the server, which answers and keeps nothing. */
import { bodyOf } from '#web/api.ts';
import type { Language } from '#words/language.ts';

/** Throws `Failed` with what the server refuses, in the reader's language. */
export function askFile<T>(
  path: string,
  file: File,
  fields: Readonly<Record<string, string>>,
  language: Language,
  signal?: AbortSignal,
): Promise<T> {
  const form = new FormData();
  form.set('file', file);
  for (const [name, value] of Object.entries(fields)) if (value !== '') form.set(name, value);
  const init = {
    method: 'POST',
    body: form,
    headers: { 'accept-language': language },
    signal: signal ?? null,
  };
  return bodyOf<T>(fetch(path, init));
}
