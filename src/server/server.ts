/**
 * The door of the server: the workbench over one dossier, on 127.0.0.1, for who holds the printed link.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Problem, systemCode } from '#core/errors.ts';
import type { Model } from '#evidence/model/model.ts';
import { app } from '#server/app.ts';
import { builtPages } from '#server/build.ts';
import { HOST } from '#server/guard.ts';
import { sweepIncoming } from '#server/incoming.ts';
import { live } from '#server/live.ts';
import { readPages } from '#server/pages.ts';
import type { Store } from '#store/store.ts';

export { type Api, app } from '#server/app.ts';
export { builtPages } from '#server/build.ts';
export type { Sized, SurveyRow } from '#server/estimates.ts';
export { live } from '#server/live.ts';
export { readPages } from '#server/pages.ts';

const DEFAULT_PORT = 4780;

export interface Running {
  /** With this start's token: whoever has it may work in the dossier. */
  readonly address: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** 0 takes a free one. */
  readonly port?: number | undefined;
  readonly by?: string | undefined;
  readonly token?: string | undefined;
  readonly now?: () => Date;
  /** Offered to who adds files; off where not given. */
  readonly model?: Model | null;
  /** Called where the pages have to be built first, which takes some seconds. */
  readonly onBuild?: () => void;
}

/** Serves a dossier. Throws `port.used`. */
export async function serve(store: Store, options: ServeOptions = {}): Promise<Running> {
  const server = createServer();
  const port = await listen(server, options.port ?? DEFAULT_PORT);
  const token = options.token ?? randomBytes(18).toString('base64url');
  const pages = readPages(await builtPages(options.onBuild));
  await sweepIncoming(store);
  const dossier = await live(store, options.by ?? 'local', options.model ?? null);
  const routes = app(dossier, {
    port,
    token,
    pages,
    now: options.now ?? (() => new Date()),
  });
  server.on('request', getRequestListener(routes.fetch));
  return {
    address: `http://${HOST}:${port}/?token=${token}`,
    close: async () => {
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await dossier.adding.close();
    },
  };
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
