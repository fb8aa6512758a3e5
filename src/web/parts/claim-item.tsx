/** A claim in a list: who says what, how good the source is, and what answers it. One click opens its words. */
import type { ClaimLine, ListedClaim } from '#web/api.ts';
import { useWords } from '#web/hooks.ts';
import { Held, SideMark } from '#web/parts/marks.tsx';
import { Proposition } from '#web/parts/proposition.tsx';
import { To } from '#web/parts/to.tsx';
import { shellWords as words } from '#words/pages/shell.ts';
import { placeName } from '#words/places.ts';

export function ClaimItem({ claim }: { readonly claim: ListedClaim }) {
  const { t } = useWords();
  return (
    <li className={`claim state-${claim.state}`}>
      <Line claim={claim} />
      {claim.answerLines.length > 0 ? (
        <ul className="answers" aria-label={t(words.answeredBy)}>
          {claim.answerLines.map(it => (
            <li key={it.id}>
              <Line claim={it} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="unanswered">{t(words.noAnswer)}</p>
      )}
    </li>
  );
}

export function Line({ claim }: { readonly claim: ClaimLine }) {
  const { t, name, language } = useWords();
  return (
    <>
      <p className="proposition">
        <To to={`/claims/${claim.id}`}>
          <Proposition claim={claim} />
        </To>
      </p>
      <p className="facts">
        <SideMark side={claim.side} />
        <To to={`/parties/${claim.asserter}`} className="asserter">
          {claim.asserterName}
        </To>
        {claim.reach === 'host' && <span>{placeName(claim.place, language)}</span>}
        {claim.period !== '/' && <span>{claim.period.replace('/', ' – ')}</span>}
        <abbr title={t(words.grade, { grade: claim.grade, credibility: claim.credibility })}>
          {claim.grade}
          {claim.credibility}
        </abbr>
        <span>{name('state', claim.state)}</span>
        <Held held={claim.held} />
      </p>
    </>
  );
}

interface TwoSidesProps {
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** How many there are of each, where not all are sent. */
  readonly total: { readonly for: number; readonly against: number };
  readonly claims: Readonly<Record<string, ListedClaim>>;
}

/** What is for it and what is against it, side by side, with equal room. */
export function TwoSides({ left, right, total, claims }: TwoSidesProps) {
  const { t } = useWords();
  return (
    <div className="sides">
      <div>
        <h4>{t(words.for)}</h4>
        <Claims ids={left} total={total.for} claims={claims} />
      </div>
      <div>
        <h4>{t(words.against)}</h4>
        <Claims ids={right} total={total.against} claims={claims} />
      </div>
    </div>
  );
}

interface ClaimsProps {
  readonly ids: readonly string[];
  readonly total?: number;
  readonly claims: TwoSidesProps['claims'];
}

export function Claims({ ids, total = ids.length, claims }: ClaimsProps) {
  const { t } = useWords();
  const shown = ids.flatMap(id => claims[id] ?? []);
  if (ids.length === 0) return <p className="soft">{t(words.noneHere)}</p>;
  return (
    <>
      <ul className="claims">
        {shown.map(it => (
          <li key={it.id} className="claim">
            <Line claim={it} />
          </li>
        ))}
      </ul>
      {shown.length < total && <p className="soft">{t(words.more, { n: total - shown.length })}</p>}
    </>
  );
}
