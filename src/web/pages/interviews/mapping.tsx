/** The mapping editor: for each element of a standard a column, and which of its answers say yes. */
import { api, bodyOf } from '#web/api.ts';
import { useData, useWords } from '#web/hooks.ts';
import { answersOf, type Columns } from '#web/pages/interviews/fields.tsx';
import { Section } from '#web/parts/page.tsx';
import { Loading } from '#web/parts/states.tsx';
import { interviewsWords as words } from '#words/pages/interviews.ts';

/** A column with the answers that say yes; `always` for what everybody was asked about. */
export interface Bound {
  readonly column: string;
  readonly yes: readonly string[];
}

const ALWAYS = '*';
/** Offered as answers that say yes at first, in the languages of the workbench. */
const YES = ['1', 'yes', 'y', 'true', 'si', 'sí', 'sim'];

type Written = { always: true } | { column: string; yes: readonly string[]; no: readonly string[] };

/** As a mapping file has it: every answer of a column that does not say yes says no. */
export function mappingOf(columns: Columns, bound: Readonly<Record<string, Bound>>, unasked: boolean) {
  const elements: Record<string, Written> = {};
  for (const [id, { column, yes }] of Object.entries(bound)) {
    if (column === ALWAYS) elements[id] = { always: true };
    else if (column !== '')
      elements[id] = { column, yes, no: answersOf(columns, column).filter(it => !yes.includes(it)) };
  }
  return { elements, unasked: unasked ? 'no' : 'unknown' };
}

interface ElementsProps {
  readonly columns: Columns;
  readonly standard: string;
  readonly bound: Readonly<Record<string, Bound>>;
  bind(bound: Readonly<Record<string, Bound>>): void;
  readonly unasked: boolean;
  suppose(unasked: boolean): void;
}

export function Elements({ columns, standard, bound, bind, unasked, suppose }: ElementsProps) {
  const { t, language } = useWords();
  const asked = { param: { id: standard }, query: { lang: language } };
  const found = useData(['standard', asked], () => bodyOf(api.standards[':id'].$get(asked)));
  if (!found.data) return <Loading />;
  return (
    <Section title={t(words.mapping)} note={t(words.mappingNote)}>
      <ul className="mapping">
        {found.data.standard.elements.map(({ id, name }) => (
          <li key={id}>
            <Element
              name={name}
              columns={columns}
              bound={bound[id] ?? { column: '', yes: [] }}
              bind={it => bind({ ...bound, [id]: it })}
            />
          </li>
        ))}
      </ul>
      <label className="check">
        <input type="checkbox" checked={unasked} onChange={event => suppose(event.target.checked)} />{' '}
        {t(words.unasked)}
      </label>
      <details>
        <summary>{t(words.asFile)}</summary>
        <pre>{JSON.stringify(mappingOf(columns, bound, unasked), null, 2)}</pre>
      </details>
    </Section>
  );
}

interface ElementProps {
  readonly name: string;
  readonly columns: Columns;
  readonly bound: Bound;
  bind(bound: Bound): void;
}

function Element({ name, columns, bound, bind }: ElementProps) {
  const { t } = useWords();
  const answers = answersOf(columns, bound.column);
  const choose = (column: string) =>
    bind({ column, yes: answersOf(columns, column).filter(it => YES.includes(it.toLowerCase())) });
  const turn = (answer: string) =>
    bind({
      ...bound,
      yes: bound.yes.includes(answer) ? bound.yes.filter(it => it !== answer) : [...bound.yes, answer],
    });
  return (
    <fieldset>
      <legend>{name}</legend>
      <label className="field">
        <span>{t(words.column)}</span>
        <select value={bound.column} onChange={event => choose(event.target.value)}>
          <option value="">{t(words.none)}</option>
          <option value={ALWAYS}>{t(words.always)}</option>
          {columns.columns
            .filter(it => it.values !== null)
            .map(it => (
              <option key={it.name} value={it.name}>
                {it.name}
              </option>
            ))}
        </select>
      </label>
      {answers.length > 0 && (
        <fieldset>
          <legend>{t(words.yes)}</legend>
          {answers.map(answer => (
            <label key={answer} className="check">
              <input type="checkbox" checked={bound.yes.includes(answer)} onChange={() => turn(answer)} />{' '}
              {answer}
            </label>
          ))}
        </fieldset>
      )}
    </fieldset>
  );
}
