/** One proposal as a person decides on it: what it is, why it matters, its words in their place, what may be set. */
import type { Proposal } from '#web/api.ts';
import { useWords } from '#web/hooks.ts';
import { CompareLink } from '#web/pages/compare/family.tsx';
import { Places } from '#web/pages/review/drifted.tsx';
import { To } from '#web/parts/to.tsx';
import { type LabelKind, labels } from '#words/labels.ts';
import { formatRange, formatShare } from '#words/language.ts';
import { deskWords as words } from '#words/pages/desk.ts';
import { placeName } from '#words/places.ts';

export function Card({ proposal }: { readonly proposal: Proposal }) {
  const { t, name, language } = useWords();
  const { found } = proposal;
  return (
    <>
      <p className="facts">
        <b className="tag">{name('kind', proposal.kind)}</b>
        <span>{t(words.sure, { share: formatShare(proposal.confidence, language) })}</span>
        {(proposal.speaker !== null || proposal.kind === 'claim') && <Speaker proposal={proposal} />}
        {found.mode && <span>{name('mode', found.mode)}</span>}
        {found.element && (
          <span>
            {found.element} {name('direction', found.direction ?? '')}
          </span>
        )}
        {proposal.kind === 'figure' && (
          <span>
            {formatRange(found.low ?? null, found.high ?? null, language)} {found.currency ?? found.unit}
          </span>
        )}
        <Places n={found.oneOf} />
        {found.of && <CompareLink a={found.of} b={proposal.source} />}
        {proposal.claim && <code>{proposal.claim}</code>}
        <cite>{proposal.sourceTitle}</cite>
      </p>
      {proposal.why && (
        <p className="why">
          <b>{t(words.classes[proposal.class])}</b> {proposal.why}
        </p>
      )}
      {found.reason && <p className="why">{found.reason}</p>}
      <blockquote>
        <span className="around">{proposal.before}</span>
        <mark>{proposal.exact}</mark>
        <span className="around">{proposal.after}</span>
      </blockquote>
      <Carried proposal={proposal} />
    </>
  );
}

function Speaker({ proposal: { speaker, party } }: { readonly proposal: Proposal }) {
  const { t } = useWords();
  if (speaker === null) return <span>{t(words.noSpeaker)}</span>;
  const said = t(words.speaker, { name: speaker });
  return party === null ? <span>{said}</span> : <To to={`/parties/${party}`}>{said}</To>;
}

/** What was set for the last claim of the source and speaker, in words. */
function Carried({ proposal: { carried } }: { readonly proposal: Proposal }) {
  const { t, name, language } = useWords();
  if (!carried) return null;
  const what = Object.entries(carried.changes).map(([column, value]) => {
    if (column === 'host') return placeName(value, language);
    const label = words.fields[column as keyof typeof words.fields];
    const said = column in labels ? name(column as LabelKind, value) : value || '–';
    return column in labels ? said : `${label ? t(label) : column}: ${said}`;
  });
  return <p className="carried">{t(words.carried, { id: carried.claim, what: what.join(' · ') })}</p>;
}
