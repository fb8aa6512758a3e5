/** A process that is to be killed: it adds, imports and accepts, and says each act that was acknowledged. */
import { writeSync } from 'node:fs';
import { canonical } from '#core/canonical.ts';
import { sha256 } from '#core/hash.ts';
import { decide } from '#evidence/claims/claims.ts';
import { importPackage } from '#package/package.ts';
import { act, openStore } from '#store/store.ts';
import { a } from '#test/factories.ts';

const [, , place = '', task = 'add', from = '0', source = ''] = process.argv;
const by = { by: 'worker' };
const say = (line: string) => writeSync(1, `${line}\n`);

async function add(): Promise<void> {
  const store = await openStore(place);
  for (let n = Number(from); ; n += 1) {
    const id = `s${n}`;
    const body = `Words of ${n}.\n`;
    const file = await store.archive.write(Buffer.from(`original ${n}`));
    await act(store, { ...by, act: 'add' }, async write => {
      await write.put('sources', a('sources', { id, held: 'original', file }));
      await write.putText(
        a('texts', { id: `${id}.text`, source: id, kind: 'extracted', sha256: sha256(body) }),
        body,
      );
      const proposal = {
        id: `${id}.c1`,
        text: `${id}.text`,
        body: canonical({ mode: 'direct', speaker: { name: `Speaker ${n % 5}` } }),
      };
      await write.put('proposals', a('proposals', proposal));
    });
    say(`sources/${id}`);
    await decide(store, by, 'accept', [`${id}.c1`]);
    say(`claims/${id}.c1`);
  }
}

async function imports(): Promise<void> {
  for (let n = Number(from); ; n += 1) {
    await (await importPackage(source, `${place}-import-${n}`)).close();
    say(`import ${n}`);
  }
}

await (task === 'add' ? add() : imports());
