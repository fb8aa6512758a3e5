/** Sends files to the server: many as one stream of bytes after a line that names them, an original by itself. */
import type { DropItem, FileDropItem } from 'react-aria-components';
import type { Language } from '#words/language.ts';

/** What came of it; `failed` is empty where the server does not answer. */
export type Sent =
  | { readonly job: string }
  | { readonly name: string; readonly proposals: number }
  | { readonly failed: string };

/** Files dropped, and those of folders dropped, hidden ones left out. */
export async function filesOf(items: Iterable<DropItem>): Promise<File[]> {
  const files: File[] = [];
  for (const item of items) {
    if (item.kind === 'file') files.push(await (item as FileDropItem).getFile());
    if (item.kind !== 'directory') continue;
    const inside: DropItem[] = [];
    for await (const entry of item.getEntries()) if (!entry.name.startsWith('.')) inside.push(entry);
    files.push(...(await filesOf(inside)));
  }
  return files;
}

/** As one job; `model`: whether the server's model is asked too. The browser reads the files as it sends them: none is whole in memory. */
export async function sendFiles(
  files: readonly File[],
  about: Readonly<Record<string, unknown>>,
  language: Language,
  model: boolean,
): Promise<Sent> {
  const sorted = files.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const head = { files: sorted.map(it => ({ name: nameOf(it), size: it.size })), about, model };
  const body = new Blob([`${JSON.stringify(head)}\n`, ...sorted]);
  const answer = await post('/api/jobs', body, {
    'accept-language': language,
    'content-type': 'application/octet-stream',
  });
  return 'failed' in answer ? answer : { job: String(answer.body.id) };
}

export async function sendOriginal(file: File, source: string, language: Language): Promise<Sent> {
  const form = new FormData();
  form.set('file', file);
  form.set('source', source);
  const answer = await post('/api/sources', form, { 'accept-language': language });
  return 'failed' in answer ? answer : { name: file.name, proposals: Number(answer.body.proposals) };
}

function nameOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

async function post(
  path: string,
  body: Blob | FormData,
  headers: Record<string, string>,
): Promise<{ failed: string } | { body: Record<string, unknown> }> {
  const response = await fetch(path, { method: 'POST', body, headers }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as Record<string, unknown> | null;
  if (response?.ok && answer) return { body: answer };
  return { failed: typeof answer?.detail === 'string' ? answer.detail : '' };
}
