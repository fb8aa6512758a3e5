/** The one list of stores on which every store test runs. Narrow it with STORES=sqlite or STORES=postgres. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { createStore, type Store } from '#store/store.ts';
import type { Dossier } from '#store/tables.ts';
import { aDossier } from '#test/factories.ts';

export interface StoreKind {
  readonly name: 'sqlite' | 'postgres';
  /** False where no server is to be had: its tests report themselves as skipped. */
  readonly here: boolean;
  /** A place for a new dossier; what is made there is cleared away at the end. */
  place(id: string): Promise<string>;
}

const folder = mkdtempSync(join(tmpdir(), 'probanza-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const unique = () => `${process.pid}-${++count}`;
const wanted = process.env.STORES;
const server = inject('postgres');

const all: readonly StoreKind[] = [
  { name: 'sqlite', here: true, place: async id => join(folder, `${id}-${unique()}`) },
  { name: 'postgres', here: server !== '', place: async id => `${await newDatabase()}?dossier=${id}` },
];

export const stores = all.filter(store => wanted === undefined || store.name === wanted);

/** A database of its own, so that one package can be imported twice. */
async function newDatabase(): Promise<string> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: server });
  const name = `test_${unique().replace('-', '_')}`;
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return server.replace(/\/[^/]*$/, `/${name}`);
}

export function tempFolder(name: string): string {
  return join(folder, `${name}-${unique()}`);
}

/** A new dossier with its duty-bearer's party; its id is that of its place. */
export async function newStore(kind: StoreKind, over: Partial<Dossier> = {}): Promise<Store> {
  const dossier = aDossier(over);
  return createStore(await kind.place(dossier.id), dossier, { by: 'tester' });
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string;
  }
}
