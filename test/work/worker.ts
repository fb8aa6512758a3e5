/** A process that adds files as a job, and is to be killed: at an act, inside of one, or while files are read. */
import type { KyselyPlugin } from 'kysely';
import { runAdding, startAdding, unfinished } from '#evidence/claims/claims.ts';
import { openStore } from '#store/store.ts';
import { listFiles } from '#work/work.ts';

const [, , place = '', folder = '', moment = 'never', count = '0'] = process.argv;
const kill = () => process.kill(process.pid, 'SIGKILL');
const opened = await openStore(place);
let acts = 0;
/** Sees statements on their way to the database: one that keeps a text's prints is in the middle of an act. */
const inside: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (node.kind !== 'InsertQueryNode' || node.into?.table.identifier.name !== 'fingerprints') return node;
    acts += 1;
    if (moment === 'inside' && acts === Number(count)) kill();
    return node;
  },
  transformResult: async ({ result }) => result,
};
const store = { ...opened, db: opened.db.withPlugin(inside) };
const { roots, names } = await listFiles([folder]);
const options = { roots, about: {}, read: {} };
const job = (await unfinished(store, options, names)) ?? (await startAdding(store, 'worker', options, names));

let ended = 0;
await runAdding(store, { by: 'worker' }, job, {
  onItem: () => {
    ended += 1;
    if (moment === 'between' && ended === Number(count)) kill();
    if (moment === 'reading' && ended === Number(count)) setTimeout(kill, 3);
  },
});
await opened.close();
