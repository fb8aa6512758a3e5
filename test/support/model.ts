/** A small server with the interface of OpenAI's chat completions, that answers as a test tells it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Question {
  readonly path: string;
  readonly body: { readonly model: string; readonly messages: readonly { role: string; content: string }[] };
}

export interface ModelServer {
  readonly url: string;
  readonly asked: Question[];
  close(): Promise<void>;
}

export type Behaviour = (question: Question, response: ServerResponse) => void;

/** The usual answer around a content. */
export function completion(content: unknown): Behaviour {
  return (_question, response) =>
    json(response, {
      choices: [{ message: { content: typeof content === 'string' ? content : JSON.stringify(content) } }],
    });
}

export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

export async function modelServer(behaviour: Behaviour): Promise<ModelServer> {
  const asked: Question[] = [];
  const server = createServer(async (request, response) => {
    const question = { path: request.url ?? '', body: await bodyOf(request) };
    asked.push(question);
    if (question.path.endsWith('/models')) json(response, { data: [{ id: 'small-one' }] });
    else behaviour(question, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage) {
  let text = '';
  for await (const part of request) text += part;
  return text === '' ? { model: '', messages: [] } : JSON.parse(text);
}
