/** What reading knows of where, when and whose words stands in a claim that is accepted. */
import { beforeAll, describe, expect, test } from 'vitest';
import { addBytes, decide, listClaims, loadEvidence, waiting } from '#evidence/claims/claims.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';
import { newStore, stores } from '#test/stores.ts';

const by = { by: 'reviewer' };
const [kind] = stores;

describe('a claim that is accepted', () => {
  let lexicons: Awaited<ReturnType<typeof loadLexicons>>;
  beforeAll(async () => {
    lexicons = await loadLexicons();
  });

  async function acceptedOf(text: string, sendingState = 'AAA') {
    if (!kind) throw new Error('no store');
    const store = await newStore(kind, { sendingState });
    const about = { publisher: 'The Paper', date: '2020-05-01' };
    await addBytes(store, by, Buffer.from(text), 'a.txt', about, lexicons);
    const claims = (await waiting(store)).filter(it => it.kind === 'claim' && it.rule !== 'narration');
    await decide(
      store,
      by,
      'accept',
      claims.map(it => it.id),
    );
    const rows = [...(await loadEvidence(store)).claims.values()];
    const lines = listClaims(await loadEvidence(store));
    await store.close();
    return { rows, lines };
  }

  test('stands at the one host and in the one period that its words name', async () => {
    const { rows } = await acceptedOf('Minister Ana Ruiz said that 300 doctors worked in Qatar in 2019.');
    expect(rows).toMatchObject([{ reach: 'host', host: 'QAT', from: '2019', to: '2019' }]);
  });

  test('names no host and keeps the day of publication where two are named, or none', async () => {
    const two = await acceptedOf(
      'Minister Ana Ruiz said that 300 doctors worked in Qatar and Italy in 2018 and in 2019.',
    );
    expect(two.rows).toMatchObject([
      { reach: 'unspecified', host: null, from: '2020-05-01', to: '2020-05-01' },
    ]);
    const none = await acceptedOf('Minister Ana Ruiz said that the doctors were paid.');
    expect(none.rows).toMatchObject([{ reach: 'unspecified', host: null, from: '2020-05-01' }]);
  });

  test('takes the other place where one of two is the state that sends', async () => {
    const { rows } = await acceptedOf(
      'Minister Ana Ruiz said that Peru sent 300 doctors to Qatar in 2019.',
      'PER',
    );
    expect(rows).toMatchObject([{ reach: 'host', host: 'QAT' }]);
  });

  test('is its speaker’s where the subject is left out', async () => {
    const { lines } = await acceptedOf(
      'La ministra Ana Ruiz dijo que los médicos cobraban su salario. Afirmó que nadie retenía los pasaportes.',
    );
    expect(lines.map(it => it.asserterName)).toEqual(['Ana Ruiz', 'Ana Ruiz']);
  });
});
