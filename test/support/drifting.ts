/** A source whose text an older extractor made, a little worse than today's, with a claim on each of four quotes. */
import { sha256 } from '#core/hash.ts';
import { passageOf } from '#evidence/claims/passage.ts';
import { proposalRows } from '#evidence/claims/proposals.ts';
import { read } from '#evidence/reading/reading.ts';
import type { loadLexicons } from '#evidence/sources/sources.ts';
import { act, type Store } from '#store/store.ts';
import { a } from '#test/factories.ts';

/** What the file holds, and what today's extractor makes of it. */
export const now = `Minister Ana Ruiz said that more than 200 doctors keep their passports.

The union said that wages were late. The lawyer Eva Sol said that the state keeps 57 % of the pay.

“Nobody asked us about it,” said Carla Gil, a nurse who came home in May.
`;

/** What the older one made of it: hyphens of line ends left in, lines broken, a number misread, a letter lost. */
export const before = now
  .replace('passports', 'pass-\nports')
  .replace('wages were late', 'wages\nwere late')
  .replace('57 %', '75 %')
  .replace('a nurse who', 'a nurze who');

const quotes = {
  passports: 'more than 200 doctors keep their pass-\nports',
  wages: 'wages\nwere late',
  share: 'the state keeps 75 % of the pay',
  nurse: 'Carla Gil, a nurze who came home in May',
};

export async function extractBefore(
  store: Store,
  lexicons: Awaited<ReturnType<typeof loadLexicons>>,
): Promise<void> {
  const file = await store.archive.write(new TextEncoder().encode(now));
  await act(store, { by: 'tester', act: 'add' }, async write => {
    await write.put('parties', a('parties'));
    await write.put('sources', a('sources', { held: 'original', file, name: 'a.txt' }));
    const text = a('texts', {
      id: 'source.text',
      kind: 'extracted',
      extractor: 'plain/0',
      sha256: sha256(before),
    });
    await write.putText(text, before);
    for (const [id, exact] of Object.entries(quotes)) {
      const start = before.indexOf(exact);
      await write.put('passages', passageOf(`${id}.p`, text.id, before, start, start + exact.length, null));
      await write.put('claims', a('claims', { id, passage: `${id}.p`, proposition: `About ${id}.` }));
    }
    for (const row of proposalRows(text.id, read(before, lexicons, 'en', '2020-01-01')))
      await write.put('proposals', row);
  });
}
