/** Adds files by drop or choice. Many are a job of the server: it goes on when this page is left. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button, type DropItem, DropZone, FileTrigger } from 'react-aria-components';
import { useServer, useWords } from '#web/hooks.ts';
import { Jobs } from '#web/pages/review/jobs.tsx';
import { filesOf, type Sent, sendFiles, sendOriginal } from '#web/pages/review/send.ts';
import { deskWords as words } from '#words/pages/desk.ts';

interface AddFilesProps {
  /** A source that is cited so far, whose original this is. */
  readonly source?: string;
}

const ABOUT = ['title', 'publisher', 'author', 'date', 'url', 'lang', 'grade', 'gradeReason'] as const;

export function AddFiles({ source }: AddFilesProps) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const [sending, send] = useState(false);
  const [sent, tell] = useState<Sent | null>(null);
  const [wished, wish] = useState(false);
  const model = useServer().data?.model ?? null;
  const about = useRef<HTMLFormElement>(null);

  async function add(files: readonly File[]) {
    if (files.length === 0) return;
    tell(null);
    send(true);
    const said = about.current ? Object.fromEntries(new FormData(about.current)) : {};
    const result = await (source === undefined
      ? sendFiles(files, said, language, wished && model !== null)
      : sendOriginal(files[0] as File, source, language));
    tell(result);
    send(false);
    client.invalidateQueries();
  }

  return (
    <div className="add">
      <DropZone
        className="drop"
        isDisabled={sending}
        onDrop={async event => add(await filesOf(event.items as Iterable<DropItem>))}
      >
        {t(source === undefined ? words.dropMany : words.drop)}{' '}
        <FileTrigger allowsMultiple={source === undefined} onSelect={list => list && add([...list])}>
          <Button isDisabled={sending}>{t(words.choose)}</Button>
        </FileTrigger>{' '}
        {source === undefined && (
          <FileTrigger acceptDirectory onSelect={list => list && add([...list].filter(plain))}>
            <Button isDisabled={sending}>{t(words.chooseFolder)}</Button>
          </FileTrigger>
        )}
        <p className="soft">{t(words.formats)}</p>
      </DropZone>
      {source === undefined && model && (
        <label className="check">
          <input type="checkbox" checked={wished} onChange={event => wish(event.target.checked)} />{' '}
          {t(words.alsoModel, model)}
        </label>
      )}
      {source === undefined && (
        <details>
          <summary>{t(words.about)}</summary>
          <form ref={about} className="form" onSubmit={event => event.preventDefault()}>
            {ABOUT.map(name => (
              <label key={name} className="field">
                <span>{t(words.fields[name])}</span>
                <input name={name} autoComplete="off" />
              </label>
            ))}
          </form>
        </details>
      )}
      <div role="status">
        {sending && <p>{t(words.sending)}</p>}
        {sent && 'failed' in sent && (
          <p className="said failed">{t(words.notDone, { why: sent.failed || t(words.offline) })}</p>
        )}
        {sent && 'proposals' in sent && (
          <p className="said">{t(words.added, { name: sent.name, n: sent.proposals })}</p>
        )}
      </div>
      {source === undefined && <Jobs />}
    </div>
  );
}

/** A folder's hidden files are left out, as on the command line. */
function plain(file: File): boolean {
  return !file.webkitRelativePath.split('/').some(part => part.startsWith('.'));
}
