/** Forms over the page: what a claim, figure or bearing says, and which claim another answers. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { api, bodyOf } from '#web/api.ts';
import { useData, useWords } from '#web/hooks.ts';
import type { Answer, Changes } from '#web/pages/review/acts.ts';
import { type LabelKind, labels } from '#words/labels.ts';
import { deskWords as words } from '#words/pages/desk.ts';
import { shellWords } from '#words/pages/shell.ts';

export function Frame({
  title,
  close,
  children,
}: {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
}) {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={open => !open && close()} className="overlay">
      <Modal className="modal">
        <Dialog>
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface FormEndProps {
  readonly save: string;
  readonly busy: boolean;
  readonly close: () => void;
}

export function FormEnd({ save, busy, close }: FormEndProps) {
  const { t } = useWords();
  return (
    <div className="row">
      <button type="submit" className="primary" disabled={busy}>
        {save}
      </button>
      <button type="button" onClick={close}>
        {t(shellWords.cancel)}
      </button>
    </div>
  );
}

type FieldName = keyof typeof words.fields;

/** Which columns a person may set, and what each may be. */
const FIELDS: Readonly<
  Record<'claim' | 'figure' | 'bearing' | 'anchor' | 'copy' | 'source', readonly FieldName[]>
> = {
  claim: [
    'proposition',
    'side',
    'type',
    'mode',
    'knowledge',
    'stake',
    'reach',
    'host',
    'from',
    'to',
    'credibility',
    'credibilityReason',
  ],
  figure: ['counted', 'unit', 'place', 'from', 'to', 'low', 'high'],
  bearing: ['element', 'direction', 'subject', 'reason'],
  anchor: ['proposition'],
  copy: [],
  source: ['title', 'publisher', 'author', 'date', 'url', 'lang', 'grade', 'gradeReason'],
};
const OF: Partial<Record<FieldName, LabelKind>> = {
  side: 'side',
  type: 'type',
  mode: 'mode',
  knowledge: 'knowledge',
  stake: 'stake',
  reach: 'reach',
  direction: 'direction',
};
const CREDIBILITY = ['1', '2', '3', '4', '5', '6'];
const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'];

interface EditProps {
  readonly id: string;
  readonly kind: keyof typeof FIELDS;
  /** What stands there now; what reading proposes. */
  readonly row: Readonly<Record<string, unknown>>;
  readonly verb: 'save' | 'acceptChanged';
  readonly close: () => void;
  readonly save: (changes: Changes) => Promise<boolean>;
}

export function EditDialog({ id, kind, row, verb, close, save }: EditProps) {
  const { t } = useWords();
  const [busy, work] = useState(false);
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const changes = Object.fromEntries(
      FIELDS[kind].flatMap(field => {
        const value = String(form.get(field) ?? '');
        return value === String(row[field] ?? '') ? [] : [[field, value]];
      }),
    );
    work(true);
    const done = await save(changes);
    work(false);
    if (done) close();
  }
  return (
    <Frame title={t(words.editTitle, { id })} close={close}>
      <form onSubmit={send} className="form">
        {FIELDS[kind].map(field => (
          <Field key={field} name={field} value={String(row[field] ?? '')} />
        ))}
        <FormEnd save={busy ? t(words.saving) : t(words[verb])} busy={busy} close={close} />
      </form>
    </Frame>
  );
}

function Field({ name: field, value }: { readonly name: FieldName; readonly value: string }) {
  const { t, name } = useWords();
  const kind = OF[field];
  const values = kind
    ? Object.keys(labels[kind])
    : field === 'credibility'
      ? CREDIBILITY
      : field === 'grade'
        ? GRADES
        : null;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: each branch below is one control
    <label className={field === 'proposition' || field === 'reason' ? 'field wide' : 'field'}>
      <span>{t(words.fields[field])}</span>
      {values ? (
        <select name={field} defaultValue={value}>
          {values.includes(value) ? null : <option value={value}>{value}</option>}
          {values.map(it => (
            <option key={it} value={it}>
              {kind ? name(kind, it) : it}
            </option>
          ))}
        </select>
      ) : field === 'proposition' || field === 'reason' ? (
        <textarea name={field} defaultValue={value} rows={3} />
      ) : (
        <input name={field} defaultValue={value} autoComplete="off" />
      )}
    </label>
  );
}

interface LinkProps {
  /** The claim that answers. */
  readonly claim: string;
  readonly close: () => void;
  readonly save: (answer: Answer) => Promise<boolean>;
}

export function LinkDialog({ claim, close, save }: LinkProps) {
  const { t, name, language } = useWords();
  const [q, search] = useState('');
  const query = { q, lang: language, limit: '8' };
  const found = useData(['claims', query], () => bodyOf(api.claims.$get({ query })));
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (field: string) => String(form.get(field) ?? '');
    const kind = text('kind') === 'undercuts' ? 'undercuts' : 'rebuts';
    if (await save({ claim, answers: text('answers'), kind, reason: text('reason') })) close();
  }
  return (
    <Frame title={t(words.linkTitle)} close={close}>
      <form onSubmit={send} className="form">
        <label className="field wide">
          <span>{t(words.linkSearch)}</span>
          <input type="search" value={q} onChange={event => search(event.target.value)} autoComplete="off" />
        </label>
        <fieldset className="wide options">
          <legend className="hidden">{t(words.linkTitle)}</legend>
          {(found.data?.rows ?? [])
            .filter(it => it.id !== claim)
            .map(it => (
              <label key={it.id}>
                <input type="radio" name="answers" value={it.id} required /> {it.proposition}{' '}
                <small>({it.asserterName})</small>
              </label>
            ))}
        </fieldset>
        <label className="field">
          <span>{t(words.linkHow)}</span>
          <select name="kind">
            {['rebuts', 'undercuts'].map(it => (
              <option key={it} value={it}>
                {name('answer', it)}
              </option>
            ))}
          </select>
        </label>
        <label className="field wide">
          <span>{t(words.linkWhy)}</span>
          <textarea name="reason" rows={2} required />
        </label>
        <FormEnd save={t(words.save)} busy={false} close={close} />
      </form>
    </Frame>
  );
}
