/** Marks that carry meaning by shape and place, never by colour alone: they survive print and colour-blindness. */
import { useWords } from '#web/hooks.ts';
import { labourWords } from '#words/pages/labour.ts';
import { shellWords as words } from '#words/pages/shell.ts';

/** Triangle, square, disc: as in every chart. */
const SIDE_SHAPES = {
  critical: 'M6 1 11 10.5H1z',
  neutral: 'M2 2h8v8H2z',
  defending: 'M6 1a5 5 0 1 1 0 10 5 5 0 0 1 0-10z',
} as const;

export function SideMark({ side }: { readonly side: string }) {
  const { name } = useWords();
  return (
    <span className={`side side-${side}`}>
      <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
        <path d={SIDE_SHAPES[side as keyof typeof SIDE_SHAPES]} />
      </svg>
      {name('side', side)}
    </span>
  );
}

export function Held({ held }: { readonly held: string }) {
  const { t } = useWords();
  return held === 'abstract' ? (
    <span className="tag cited" title={t(words.citedWhy)}>
      {t(words.cited)}
    </span>
  ) : null;
}

export type Status = 'supported' | 'refuted' | 'conflicting' | 'unknown';

/** Two halves: what is for it on the left, against it on the right; filled where it prevails. */
export function Balance({ status, size = 18 }: { readonly status: Status; readonly size?: number }) {
  const left = status === 'supported' || status === 'conflicting';
  const right = status === 'refuted' || status === 'conflicting';
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} className="balance" aria-hidden="true">
      <path d="M8 1.5a6.5 6.5 0 0 0 0 13z" className={left ? 'full' : 'void'} />
      <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" className={right ? 'full' : 'void'} />
      <path d="M8 1v14" className="bar" />
    </svg>
  );
}

export function StatusMark({ status }: { readonly status: Status }) {
  const { t } = useWords();
  return (
    <span className="status">
      <Balance status={status} />
      {t(labourWords.status[status])}
    </span>
  );
}

const SIZES = ['strong', 'fair', 'weak'] as const;

/** One dot for each independent origin: for it to the left of the middle, against it to the right. */
export function Origins({
  strength,
  origins,
}: {
  readonly strength: { readonly for: readonly number[]; readonly against: readonly number[] };
  readonly origins: { readonly for: number; readonly against: number };
}) {
  const { t } = useWords();
  const dots = (counts: readonly number[]) =>
    counts.flatMap((n, index) => Array.from({ length: Math.min(n, 24) }, (_, at) => `${SIZES[index]}-${at}`));
  return (
    <span className="origins" role="img" aria-label={t(labourWords.origins, origins)}>
      <span className="left">
        {dots(strength.for)
          .toReversed()
          .map(key => (
            <i key={key} className={key.split('-')[0]} />
          ))}
      </span>
      <b aria-hidden="true">
        {origins.for} : {origins.against}
      </b>
      <span className="right">
        {dots(strength.against).map(key => (
          <i key={key} className={key.split('-')[0]} />
        ))}
      </span>
    </span>
  );
}
