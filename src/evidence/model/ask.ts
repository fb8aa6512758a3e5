/**
 * One question to a server with the interface of OpenAI's chat completions, on this machine and nowhere else. Bounded
 * in time and in the size of the answer; redirects are not followed. What goes wrong is one `model.failed`.
 */
import { z } from 'zod';
import { Problem } from '#core/errors.ts';
import { promptIn } from '#evidence/model/prompt.ts';

export type Fetch = typeof globalThis.fetch;

export interface Model {
  /** Base address, such as `http://127.0.0.1:8080/v1`. */
  readonly url: URL;
  readonly name: string;
}

const TIMEOUT = 120_000;
/** Bytes of an answer; an honest one is smaller than its question. */
const MOST_BYTES = 400_000;

/** Throws `model.address` for an address that is not this machine's, `model.failed` where nobody answers. */
export async function modelAt(
  address: string,
  name: string | undefined,
  fetch: Fetch = globalThis.fetch,
): Promise<Model> {
  const url = checkedAddress(address);
  if (name !== undefined) return { url, name: nameOf(name) };
  const { data } = await answered(url, 'models', null, MODELS, { fetch, timeout: TIMEOUT });
  return { url, name: nameOf(data[0]?.id ?? 'local') };
}

/** Sends nothing. Throws `model.address` for an address that is not this machine's. */
export function checkedAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || !isLoopback(url.hostname))
    throw new Problem('model.address', { what: address });
  return url;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** It is written into proposals: short, and without signs that mean something elsewhere. */
function nameOf(name: string): string {
  return name.replace(/[^\w.:/-]+/g, '-').slice(0, 60);
}

const words = z.string().max(5000);
const MODELS = z.object({ data: z.array(z.object({ id: z.string() })) });
const ANSWER = z.object({
  claims: z
    .array(z.object({ words, speaker: words.nullish().transform(it => it ?? null) }))
    .max(200)
    .default([]),
  figures: z.array(z.object({ words })).max(200).default([]),
  bearings: z
    .array(z.object({ words, element: z.string(), direction: z.enum(['supports', 'rebuts']) }))
    .max(200)
    .default([]),
});
const COMPLETION = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

export type Answer = z.infer<typeof ANSWER>;

interface How {
  readonly fetch?: Fetch;
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
  readonly elements: readonly { readonly id: string; readonly name: string }[];
}

/** Throws `model.failed`. */
export async function askModel(model: Model, text: string, language: string, how: How): Promise<Answer> {
  const { system, user } = promptIn(language, text, how.elements);
  const body = {
    model: model.name,
    temperature: 0,
    stream: false,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    response_format: { type: 'json_object' },
  };
  const { choices } = await answered(model.url, 'chat/completions', body, COMPLETION, how);
  const content = choices[0]?.message.content ?? '';
  return parsed(content.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, ''), ANSWER, model.url);
}

async function answered<T>(
  base: URL,
  path: string,
  body: object | null,
  shape: z.ZodType<T>,
  { fetch = globalThis.fetch, timeout = TIMEOUT, signal }: Pick<How, 'fetch' | 'timeout' | 'signal'>,
): Promise<T> {
  const url = new URL(`${base.href.replace(/\/+$/, '')}/${path}`);
  try {
    const response = await fetch(url, {
      method: body === null ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: body === null ? null : JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(timeout), ...(signal ? [signal] : [])]),
    });
    if (!response.ok) throw failed(base, `HTTP ${response.status}`);
    return parsed(await bounded(response, base), shape, base);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const slow = error instanceof Error && error.name === 'TimeoutError';
    throw failed(base, slow ? `> ${timeout / 1000} s` : reasonOf(error));
  }
}

/** The body as text; throws where it is larger than any honest answer. */
async function bounded(response: Response, base: URL): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > MOST_BYTES) throw failed(base, `> ${MOST_BYTES} B`);
    parts.push(part);
  }
  return new TextDecoder().decode(joined(parts, size));
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function parsed<T>(text: string, shape: z.ZodType<T>, base: URL): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw failed(base, `not JSON: ${text.slice(0, 40).replace(/\s+/g, ' ')}`);
  }
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw failed(base, `${issue?.path.join('.')}: ${issue?.message}`);
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error instanceof Error ? error.message : String(error);
}

function failed(base: URL, where: string): Problem {
  return new Problem('model.failed', { what: base.host, where });
}
