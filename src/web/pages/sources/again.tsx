/** A source's original extracted anew, and its later versions with whether the words of claims still stand in them. */
import { type FormEvent, useState } from 'react';
import { api, bodyOf, Failed, type VersionList } from '#web/api.ts';
import { useAct, useData, useServer, useWords } from '#web/hooks.ts';
import { Section } from '#web/parts/page.tsx';
import { Said } from '#web/parts/said.tsx';
import { Table } from '#web/parts/table.tsx';
import { To } from '#web/parts/to.tsx';
import { anchorWords as words } from '#words/anchors.ts';
import { say } from '#words/language.ts';

export function Again({ source }: { readonly source: string }) {
  const { t, language } = useWords();
  const server = useServer();
  const versions = useData(['versions', source, language], () =>
    bodyOf(api.versions[':id'].$get({ param: { id: source }, query: { lang: language } })),
  );
  const rows = versions.data?.rows ?? [];
  return (
    <Section title={t(words.later)} {...(rows.length === 0 ? { note: t(words.laterNone) } : {})}>
      {rows.map(it => (
        <Later key={it.source} version={it} />
      ))}
      {server.data?.readOnly === false && <Doing source={source} />}
    </Section>
  );
}

function Later({ version }: { readonly version: VersionList['rows'][number] }) {
  const { t } = useWords();
  return (
    <>
      <h3>
        <To to={`/sources/${version.source}`}>{version.title}</To>
      </h3>
      {version.claims.length > 0 && (
        <Table
          caption={version.title}
          head={[t(words.claim), t(words.state), t(words.exact), t(words.there)]}
          rows={version.claims.map(it => ({
            id: it.claim,
            cells: [
              <To key="to" to={`/claims/${it.claim}`}>
                {it.claim}
              </To>,
              t(words.standing[it.standing]),
              it.exact,
              it.standing === 'exact' ? '' : it.there?.exact,
            ],
          }))}
        />
      )}
    </>
  );
}

/** What a person may do here: extract anew, and say which source is a later version. */
function Doing({ source }: { readonly source: string }) {
  const { t, language } = useWords();
  const [said, tell] = useState({ said: '', failed: false });
  const act = useAct((work: () => Promise<string>) => work());
  const headers = { headers: { 'accept-language': language } };
  const done = (work: () => Promise<string>) =>
    act
      .mutateAsync(work)
      .then(line => tell({ said: line, failed: false }))
      .catch(error => tell({ said: error instanceof Failed ? error.message : String(error), failed: true }));
  const again = async () => {
    const it = await bodyOf(api.texts[':id'].$post({ param: { id: source } }, headers));
    if (it.text === null) return say(words.same, language, { source });
    const [moved, drifted] = [it.moved.length, it.drifted.length];
    const holes = { source, text: it.text, moved, drifted, carried: it.carried, n: it.proposals };
    return say(words.newer, language, holes);
  };
  const relate = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const later = String(new FormData(event.currentTarget).get('later') ?? '');
    if (later !== '')
      done(async () => {
        const json = { source: later, of: source, kind: 'version', reason: t(words.saidHere) } as const;
        const { id } = await bodyOf(api.relations.$post({ json }, headers));
        return t(words.related, { id });
      });
  };
  return (
    <form className="acts" onSubmit={relate}>
      <Others source={source} />
      <button type="submit" disabled={act.isPending}>
        {t(words.relate)}
      </button>
      <button type="button" disabled={act.isPending} onClick={() => done(again)}>
        {t(words.again)}
      </button>
      <Said acts={said} />
    </form>
  );
}

function Others({ source }: { readonly source: string }) {
  const { t, language } = useWords();
  const query = { lang: language, held: 'original', limit: '500' };
  const sources = useData(['sources', query], () => bodyOf(api.sources.$get({ query })));
  return (
    <label>
      {t(words.laterChoice)}{' '}
      <select name="later" defaultValue="">
        <option value="">–</option>
        {(sources.data?.rows ?? [])
          .filter(it => it.id !== source)
          .map(it => (
            <option key={it.id} value={it.id}>
              {it.title}
            </option>
          ))}
      </select>
    </label>
  );
}
