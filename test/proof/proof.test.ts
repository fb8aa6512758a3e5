import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { importPackage } from '#package/package.ts';
import { run } from '#test/command.ts';
import { tempFolder } from '#test/stores.ts';
import { examplePackage } from '#test/workbench.ts';

let folder: string;
let dossier: string;
beforeEach(async () => {
  folder = tempFolder('proofs');
  mkdirSync(folder, { recursive: true });
  dossier = join(folder, 'dossier');
  await (await importPackage(examplePackage, dossier)).close();
});

const ask = (...args: string[]) => run([...args, '--dossier', dossier]);
const checkpoint = async () => {
  const out = join(folder, 'held.txt');
  const made = (await ask('checkpoint', '-o', out, '--json')).json() as { note: string; publicKey: string };
  return { out, ...made };
};
/** What somebody with the file in hand can do to the history. */
const meddle = (sql: string) => {
  const database = new DatabaseSync(join(dossier, 'dossier.sqlite'));
  database.exec('PRAGMA foreign_keys = OFF');
  database.exec(sql);
  database.close();
};

describe('a signed checkpoint', () => {
  test('has the C2SP form, one key for the dossier, readable by its owner alone', async () => {
    const { note, publicKey } = await checkpoint();
    expect(note).toMatch(/^probanza\/\S+\n\d+\n[A-Za-z0-9+/]{43}=\n\n— probanza\/\S+ [A-Za-z0-9+/]+=*\n$/);
    expect(statSync(join(dossier, 'checkpoint-key.pem')).mode & 0o777).toBe(0o600);
    expect(((await ask('checkpoint', '--json')).json() as { publicKey: string }).publicKey).toBe(publicKey);
  });
  test('agrees with the history it is of', async () => {
    const { out, publicKey } = await checkpoint();
    expect((await ask('verify', '--checkpoint', out, '--key', publicKey)).code).toBe(0);
    expect((await ask('verify', '--checkpoint', out)).code).toBe(0);
  });
  test('finds a tail that was cut off', async () => {
    const { out } = await checkpoint();
    meddle('DELETE FROM history WHERE seq = (SELECT max(seq) FROM history)');
    const { code, out: said } = await ask('verify', '--checkpoint', out);
    expect(code).toBe(1);
    expect(said).toMatch(/the checkpoint has \d+ entries/);
  });
  test('finds an entry that was written anew', async () => {
    const { out } = await checkpoint();
    meddle("UPDATE history SET by = 'another' WHERE seq = 1");
    const { code, out: said } = await ask('verify', '--checkpoint', out);
    expect(code).toBe(1);
    expect(said).toMatch(/are not those of the checkpoint/);
  });
  test('finds another signer, and what is no checkpoint', async () => {
    const { out, note } = await checkpoint();
    const other = join(folder, 'other');
    await (await importPackage(examplePackage, other)).close();
    const { publicKey } = (await run(['checkpoint', '--dossier', other, '--json'])).json() as {
      publicKey: string;
    };
    expect((await ask('verify', '--checkpoint', out, '--key', publicKey)).out).toMatch(
      /not signed by that key/,
    );
    writeFileSync(join(folder, 'bad.txt'), note.replace('\n\n', '\n'));
    expect((await ask('verify', '--checkpoint', join(folder, 'bad.txt'))).code).toBe(2);
    expect((await ask('verify', '--checkpoint', out, '--key', 'nonsense')).code).toBe(2);
  });
});

describe('a report with proofs', () => {
  test('is checked without its dossier; any byte changed in any file is found and the file named', async () => {
    const report = join(folder, 'report');
    const { publicKey } = await checkpoint();
    expect((await ask('report', '-o', report, '--proofs', '--held', 'all')).code).toBe(0);
    const fine = await run(['verify', report, '--key', publicKey, '--json']);
    expect(fine.json()).toMatchObject({ ok: true, failures: [] });
    expect((fine.json() as { checked: { entries: number } }).checked.entries).toBeGreaterThan(0);
    const files = readdirSync(report, { recursive: true, withFileTypes: true })
      .filter(it => it.isFile())
      .map(it => join(it.parentPath, it.name));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (path, at, by) => {
          const before = readFileSync(path);
          const after = Buffer.from(before);
          const place = at % after.length;
          after[place] = ((after[place] ?? 0) + by) % 256;
          writeFileSync(path, after);
          const { code, out } = await run(['verify', report]);
          writeFileSync(path, before);
          expect(code).toBe(1);
          expect(out).toMatch(/manifest|proof|checkpoint|claims|history/);
        },
      ),
      { numRuns: 40 },
    );
    writeFileSync(join(report, 'more.html'), 'added');
    expect((await run(['verify', report])).out).toMatch(/more\.html: is not in the manifest/);
  });
  test('gives nothing of a claim that is withheld', async () => {
    const report = join(folder, 'report');
    const redaction = join(folder, 'redaction.yaml');
    const [first] = (await ask('claims', '--json')).json() as { id: string; proposition: string }[];
    writeFileSync(redaction, `withhold:\n  claims: [${first?.id}]\n`);
    await ask('report', '-o', report, '--proofs', '--held', 'all', '--redaction', redaction);
    const proofs = readFileSync(join(report, 'proof/claims.json'), 'utf8');
    expect(proofs).not.toContain(`claims/${first?.id}"`);
    expect(proofs).not.toContain(JSON.stringify(first?.proposition));
    expect((await run(['verify', report])).code).toBe(0);
  });
});
