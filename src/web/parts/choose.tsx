/** What a reader may choose: one of a list, a word, a period. Each choice is in the address. */
import { useEffect, useState } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useAsk, useAsked, useWords } from '#web/hooks.ts';
import { shellWords as words } from '#words/pages/shell.ts';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

interface ChooseProps {
  readonly label: string;
  /** The word of the address it stands in. */
  readonly of: string;
  readonly choices: readonly Choice[];
  /** What stands where nothing is chosen. */
  readonly otherwise?: string;
  /** Name of having chosen nothing; absent: something is always chosen. */
  readonly none?: string;
}

const NONE = '-';

export function Choose({ label, of, choices, otherwise, none }: ChooseProps) {
  const asked = useAsked();
  const ask = useAsk();
  const all = none === undefined ? choices : [{ id: NONE, name: none }, ...choices];
  return (
    <Select
      className="field"
      selectedKey={asked[of] ?? otherwise ?? NONE}
      onSelectionChange={key => ask({ [of]: key === NONE || key === otherwise ? undefined : String(key) })}
    >
      <Label>{label}</Label>
      <Button className="select">
        <SelectValue />
        <span aria-hidden="true" className="arrow" />
      </Button>
      <Popover className="popover">
        <ListBox items={all}>{item => <ListBoxItem id={item.id}>{item.name}</ListBoxItem>}</ListBox>
      </Popover>
    </Select>
  );
}

/** How long a reader's typing rests before it is asked, in milliseconds. */
const REST = 250;

export function WordField({
  label,
  of,
  hint,
  suggestions,
}: {
  readonly label: string;
  readonly of: string;
  readonly hint?: string;
  readonly suggestions?: readonly string[];
}) {
  const asked = useAsked();
  const ask = useAsk();
  const there = asked[of] ?? '';
  const [typed, type] = useState(there);
  const [known, know] = useState(there);
  // the address may change by itself: a bar that is clicked, the way back
  if (known !== there) {
    know(there);
    type(there);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again only when the words change
  useEffect(() => {
    if (typed === there) return;
    const timer = setTimeout(() => ask({ [of]: typed.trim() === '' ? undefined : typed.trim() }), REST);
    return () => clearTimeout(timer);
  }, [typed]);
  const list = suggestions === undefined ? undefined : `${of}-list`;
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="search"
        value={typed}
        onChange={event => type(event.target.value)}
        {...(list ? { list } : {})}
        placeholder={hint}
      />
      {list && (
        <datalist id={list}>
          {suggestions?.map(it => (
            <option key={it} value={it} />
          ))}
        </datalist>
      )}
    </label>
  );
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** From and to; asked only when what is typed is a date. */
export function PeriodFields() {
  const { t } = useWords();
  const { period = '' } = useAsked();
  const ask = useAsk();
  const [from = '', to = ''] = period.split('/');
  const set = (start: string, end: string) => {
    const fits = [start, end].every(it => it === '' || DATE.test(it));
    if (fits) ask({ period: start === '' && end === '' ? undefined : `${start}/${end}` });
  };
  return (
    <div className="period">
      <DateField label={t(words.from)} value={from} onDate={date => set(date, to)} />
      <DateField label={t(words.to)} value={to} onDate={date => set(from, date)} />
    </div>
  );
}

function DateField({
  label,
  value,
  onDate,
}: {
  readonly label: string;
  readonly value: string;
  readonly onDate: (date: string) => void;
}) {
  const { t } = useWords();
  return (
    <label className="field short">
      <span>{label}</span>
      <input
        key={value}
        defaultValue={value}
        inputMode="numeric"
        pattern="\d{4}(-\d{2}(-\d{2})?)?"
        placeholder="2013-08"
        title={t(words.dateHint)}
        onBlur={event => event.target.value !== value && onDate(event.target.value.trim())}
        onKeyDown={event => event.key === 'Enter' && onDate(event.currentTarget.value.trim())}
      />
    </label>
  );
}
