/** Where people graded the same claim or source differently, by the history: every grade with who gave it. */
import { readHistory, type Store } from '#store/store.ts';

export interface Graded {
  readonly by: string;
  readonly grade: string;
  readonly reason: string | null;
}

export interface Dissent {
  readonly of: 'claims' | 'sources';
  readonly id: string;
  /** The last grade of each person, in the order in which they were first given. */
  readonly grades: readonly Graded[];
}

const GRADE = { claims: 'credibility', sources: 'grade' } as const;
const REASON = { claims: 'credibilityReason', sources: 'gradeReason' } as const;

/** Claims and sources of which two people's last grades differ; unknown (F, 6) is no grade. */
export async function dissents(store: Store): Promise<Dissent[]> {
  // each row's grades after each act, so that an undo goes back to those before it
  const states = new Map<string, State[]>();
  for await (const { entry, payload } of readHistory(store)) {
    if (payload?.table !== 'claims' && payload?.table !== 'sources') continue;
    const stack = states.get(entry.subject) ?? [];
    states.set(entry.subject, stack);
    if (entry.act === 'undo') stack.pop();
    else stack.push(after(stack.at(-1), payload.table, payload.row, entry.by));
  }
  const grades = [...states].map(([subject, stack]) => [subject, stack.at(-1)?.given ?? NONE] as const);
  return grades
    .map(([subject, own]) => ({ subject, given: [...own.values()].filter(it => !UNKNOWN.has(it.grade)) }))
    .filter(({ given }) => new Set(given.map(it => it.grade)).size > 1)
    .map(({ subject, given }) => {
      const at = subject.indexOf('/');
      const of: Dissent['of'] = subject.startsWith('claims/') ? 'claims' : 'sources';
      return { of, id: subject.slice(at + 1), grades: given };
    })
    .sort((a, b) => (`${a.of} ${a.id}` < `${b.of} ${b.id}` ? -1 : 1));
}

interface State {
  readonly grade: string;
  readonly given: ReadonlyMap<string, Graded>;
}

const NONE: ReadonlyMap<string, Graded> = new Map();

/** Who changes something else has not graded. */
function after(
  before: State | undefined,
  table: Dissent['of'],
  row: Readonly<Record<string, unknown>>,
  actor: string,
): State {
  const grade = String(row[GRADE[table]] ?? '');
  if (before?.grade === grade) return before;
  const by = typeof row.gradedBy === 'string' ? row.gradedBy : actor;
  const reason = row[REASON[table]];
  const own = { by, grade, reason: typeof reason === 'string' ? reason : null };
  return { grade, given: new Map(before?.given).set(by, own) };
}

const UNKNOWN: ReadonlySet<string> = new Set(['F', '6', '']);
