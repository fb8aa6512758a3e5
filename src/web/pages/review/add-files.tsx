/** Adds files by drop or choice, one after the other, and says how far it is and what came of each. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button, DropZone, type FileDropItem, FileTrigger } from 'react-aria-components';
import { useWords } from '#web/hooks.ts';
import { deskWords as words } from '#words/pages/desk.ts';

interface Result {
  readonly name: string;
  readonly line: string;
  readonly failed: boolean;
}

interface AddFilesProps {
  /** A source that is cited so far, whose original this is. */
  readonly source?: string;
}

const ABOUT = ['title', 'publisher', 'author', 'date', 'url', 'lang', 'grade', 'gradeReason'] as const;

export function AddFiles({ source }: AddFilesProps) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const [{ done, all, name }, show] = useState({ done: 0, all: 0, name: '' });
  const [results, tell] = useState<readonly Result[]>([]);
  const busy = done < all;
  const about = useRef<HTMLFormElement>(null);

  async function add(files: readonly File[]) {
    tell([]);
    for (const [index, file] of files.entries()) {
      show({ done: index, all: files.length, name: file.name });
      const result = await addOne(file);
      tell(before => [...before, result]);
    }
    show({ done: files.length, all: files.length, name: '' });
    client.invalidateQueries();
  }

  async function addOne(file: File): Promise<Result> {
    const form = about.current ? new FormData(about.current) : new FormData();
    form.set('file', file);
    if (source !== undefined) form.set('source', source);
    const response = await fetch('/api/sources', {
      method: 'POST',
      body: form,
      headers: { 'accept-language': language },
    }).catch(() => null);
    const body = (await response?.json().catch(() => null)) as { detail?: string; proposals?: number } | null;
    if (response?.ok)
      return {
        name: file.name,
        line: t(words.added, { name: file.name, n: body?.proposals ?? 0 }),
        failed: false,
      };
    return {
      name: file.name,
      line: t(words.notDone, { why: body?.detail ?? t(words.offline) }),
      failed: true,
    };
  }

  return (
    <div className="add">
      <DropZone
        className="drop"
        isDisabled={busy}
        onDrop={async event => {
          const dropped = event.items.filter((it): it is FileDropItem => it.kind === 'file');
          await add(await Promise.all(dropped.map(it => it.getFile())));
        }}
      >
        {t(words.drop)}{' '}
        <FileTrigger allowsMultiple={source === undefined} onSelect={list => list && add([...list])}>
          <Button isDisabled={busy}>{t(words.choose)}</Button>
        </FileTrigger>
        <p className="soft">{t(words.formats)}</p>
      </DropZone>
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
      {all > 0 && (
        <div role="status">
          <progress value={done} max={all} aria-label={t(words.progress)} />
          {busy && <p>{t(words.adding, { done: done + 1, n: all, name })}</p>}
          <ul className="plainlist">
            {results.map(it => (
              <li key={it.name} className={it.failed ? 'said failed' : 'said'}>
                {it.line}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
