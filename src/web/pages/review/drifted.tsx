/** Claims whose words were not found again in a newer text: on top of the desk, and a line on the claim's own page. */
import { api, bodyOf, type DriftedClaim } from '#web/api.ts';
import { useAsked, useData, useWords } from '#web/hooks.ts';
import { type Acts, useActs } from '#web/pages/review/acts.ts';
import { Section } from '#web/parts/page.tsx';
import { Said } from '#web/parts/said.tsx';
import { To } from '#web/parts/to.tsx';
import { foundWords, anchorWords as words } from '#words/anchors.ts';
import { formatShare } from '#words/language.ts';

function useDrifted(source?: string) {
  const { language } = useWords();
  const query = { lang: language, ...(source === undefined ? {} : { source }) };
  return useData(['anchors', query], () => bodyOf(api.anchors.$get({ query })));
}

export function Drifted() {
  const { t } = useWords();
  const { source } = useAsked();
  const { data } = useDrifted(source);
  const acts = useActs();
  if (!data || (data.rows.length === 0 && acts.said === '')) return null;
  return (
    <Section title={t(words.title)} note={t(words.sentence, { n: data.rows.length })} id="drifted">
      <Said acts={acts} />
      <ul className="desk">
        {data.rows.map(it => (
          <li key={it.claim} className="card">
            <Both row={it} />
            {it.best && !data.readOnly && <Decide proposal={it.best.proposal} acts={acts} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The words as they were, and the best place in the newer text with how it differs. */
function Both({ row }: { readonly row: DriftedClaim }) {
  const { t, language } = useWords();
  const { best } = row;
  const how = { share: formatShare(best?.score ?? 0, language), places: best?.places ?? 0 };
  return (
    <>
      <p className="facts">
        <To to={`/claims/${row.claim}`}>{row.proposition}</To>
        <cite>{row.sourceTitle}</cite>
        <strong>{t(foundWords(best?.found), how)}</strong>
      </p>
      <Words label={t(words.was)} row={row} text={row.text} at={row.start} exact={row.exact} />
      {best && <Words label={t(words.now)} row={row} text={row.newer} at={best.start} exact={best.exact} />}
    </>
  );
}

interface WordsProps {
  readonly label: string;
  readonly row: DriftedClaim;
  readonly text: string;
  readonly at: number;
  readonly exact: string;
}

function Words({ label, row, text, at, exact }: WordsProps) {
  return (
    <blockquote>
      <To to={`/sources/${row.source}`} search={{ text, at: String(at) }}>
        {label}
      </To>
      : <mark>{exact}</mark>
    </blockquote>
  );
}

function Decide({ proposal, acts }: { readonly proposal: string; readonly acts: Acts }) {
  const { t } = useWords();
  return (
    <div className="acts">
      <button type="button" disabled={acts.busy} onClick={() => acts.decide('accept', proposal)}>
        {t(words.move)}
      </button>
      <button type="button" disabled={acts.busy} onClick={() => acts.decide('reject', proposal)}>
        {t(words.refuse)}
      </button>
    </div>
  );
}

/** On a proposal's card, where its words stand in several places. */
export function Places({ n = 1 }: { readonly n?: number | undefined }) {
  const { t } = useWords();
  return n > 1 ? <strong>{t(foundWords('ambiguous'), { places: n })}</strong> : null;
}

/** On a claim's own page, where it is one of them. */
export function DriftedHere({ claim, source }: { readonly claim: string; readonly source: string }) {
  const { t } = useWords();
  const row = useDrifted(source).data?.rows.find(it => it.claim === claim);
  if (!row) return null;
  return (
    <div className="card">
      <p>
        <strong>{t(words.here)}</strong>{' '}
        <To to="/review" search={{ source }} hash="drifted">
          {t(words.title)}
        </To>
      </p>
      <Both row={row} />
    </div>
  );
}
