import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { documents } from '#test/documents.ts';
import { stores, tempFolder } from '#test/stores.ts';
import { expectSame } from '../work/interrupted.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

test.each(stores.filter(it => it.here))(
  `1,000 files killed at three points end as those that were not, on $name (seed ${seed})`,
  { timeout: 1_200_000 },
  async kind => {
    const folder = tempFolder('thousand');
    mkdirSync(folder);
    for (const { name, bytes } of await documents(1000, seed)) writeFileSync(join(folder, name), bytes);
    await expectSame(kind, folder, 1000);
  },
);
