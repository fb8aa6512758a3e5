/** The reading room: one source, its record, and its text with what claims and proposals rest on marked in it. */
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf, type Source } from '#web/api.ts';
import { useAsk, useData, useQuestion, useServer, useWords } from '#web/hooks.ts';
import { FamilyOf } from '#web/pages/compare/family.tsx';
import { useActs } from '#web/pages/review/acts.ts';
import { AddFiles } from '#web/pages/review/add-files.tsx';
import { EditDialog } from '#web/pages/review/dialogs.tsx';
import { Again } from '#web/pages/sources/again.tsx';
import { Reading } from '#web/pages/sources/room.tsx';
import { Held } from '#web/parts/marks.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { Record, useOnRecord } from '#web/parts/record.tsx';
import { Said } from '#web/parts/said.tsx';
import { Loaded } from '#web/parts/states.tsx';
import { To } from '#web/parts/to.tsx';
import { formatDate } from '#words/language.ts';
import { deskWords as words } from '#words/pages/desk.ts';
import { whoWords } from '#words/pages/who.ts';

type Text = NonNullable<Source['text']>;

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { t } = useWords();
  const query = useQuestion(['text', 'at']);
  const source = useData(['source', id, query], () =>
    bodyOf(api.sources[':id'].$get({ param: { id }, query })),
  );
  return (
    <Loaded of={source} title={`${t(whoWords.source)} ${id}`}>
      {data => <Room data={data} />}
    </Loaded>
  );
}

function Room({ data: { source, text, texts } }: { readonly data: Source }) {
  const { t, language } = useWords();
  const server = useServer();
  const ask = useAsk();
  const { graded, captured } = useOnRecord(source);
  const waiting = text?.proposals.filter(it => it.state === 'waiting').length ?? 0;
  const marked = text ? t(words.marked, { claims: text.claims.length, proposals: waiting }) : '';
  return (
    <>
      <Opening
        title={source.title}
        sentence={`${source.publisher}${source.date ? `, ${formatDate(source.date, language)}` : ''}. ${marked}`}
      >
        <p className="facts">
          <abbr title={source.gradeReason ?? ''}>{source.grade}</abbr>
          <span>{source.gradeReason}</span>
          <span>{graded}</span>
          <Held held={source.held} />
        </p>
        <Record
          rows={[
            [t(words.publisher), source.publisher],
            [t(words.published), source.date],
            [t(words.address), source.url && <Address url={source.url} />],
            [t(words.capture), captured],
            [t(words.hash), source.file && <code>{source.file}</code>],
          ]}
        />
        {server.data?.readOnly === false && <EditSource source={source} />}
      </Opening>
      <FamilyOf source={source.id} />
      {text && (
        <Section
          title={t(words.text)}
          note={t(words.textOf, {
            kind: t(text.kind === 'abstract' ? words.abstractText : words.extractedText),
            from: text.from,
            to: text.to,
            n: text.length,
          })}
        >
          {texts.length > 1 && (
            <p className="facts">
              {texts.map(it => (
                <button
                  key={it.id}
                  type="button"
                  className="plain"
                  onClick={() => ask({ text: it.id, at: undefined })}
                >
                  {t(it.kind === 'abstract' ? words.abstractText : words.extractedText)}
                </button>
              ))}
            </p>
          )}
          {waiting > 0 && (
            <p>
              <To to="/review" search={{ source: source.id }}>
                {t(words.waitingHere)}
              </To>
            </p>
          )}
          <Pieces text={text} />
          <Reading source={source} text={text} />
          <Pieces text={text} />
        </Section>
      )}
      {source.held === 'original' && <Again source={source.id} />}
      {source.held === 'abstract' && server.data?.readOnly === false && (
        <Section title={t(words.original)}>
          <AddFiles source={source.id} />
        </Section>
      )}
    </>
  );
}

function EditSource({ source }: { readonly source: Source['source'] }) {
  const { t } = useWords();
  const acts = useActs();
  const [open, show] = useState(false);
  return (
    <div className="acts">
      <button type="button" onClick={() => show(true)}>
        {t(words.edit)}
      </button>
      <Said acts={acts} />
      {open && (
        <EditDialog
          id={source.id}
          kind="source"
          row={source as unknown as Readonly<{ [column: string]: unknown }>}
          verb="save"
          close={() => show(false)}
          save={changes => acts.edit(source.id, changes)}
        />
      )}
    </div>
  );
}

/** Only addresses of the web are links; anything else is shown as it is written. */
function Address({ url }: { readonly url: string }) {
  return /^https?:\/\//.test(url) ? (
    <a href={url} rel="noreferrer noopener" target="_blank">
      {url}
    </a>
  ) : (
    <span>{url}</span>
  );
}

function Pieces({ text }: { readonly text: Text }) {
  const { t } = useWords();
  const ask = useAsk();
  if (text.from === 0 && text.to === text.length) return null;
  return (
    <p className="pager">
      <button
        type="button"
        disabled={text.from === 0}
        onClick={() => ask({ at: String(Math.max(0, text.from - 1)) })}
      >
        {t(words.earlier)}
      </button>
      <button type="button" disabled={text.to === text.length} onClick={() => ask({ at: String(text.to) })}>
        {t(words.later)}
      </button>
    </p>
  );
}
