/** Two texts side by side: numbers and names that changed first, then the claims at stake, then sentence by sentence. */
import { api, bodyOf, type Compared } from '#web/api.ts';
import { useAsked, useData, useQuestion, useWords } from '#web/hooks.ts';
import { SideMark } from '#web/parts/marks.tsx';
import { Opening, Section } from '#web/parts/page.tsx';
import { Pager } from '#web/parts/pager.tsx';
import { Loaded } from '#web/parts/states.tsx';
import { To } from '#web/parts/to.tsx';
import { formatDate, formatShare } from '#words/language.ts';
import { compareWords as words } from '#words/pages/compare.ts';
import '#web/styles/compare.css';

const SIZE = 100;
type Half = Compared['pieces'][number]['a'];

export function Page() {
  const { t } = useWords();
  const { a, b } = useAsked();
  if (a === undefined || b === undefined)
    return <Opening title={t(words.title)} sentence={t(words.choose)} />;
  return <Two a={a} b={b} />;
}

function Two({ a, b }: { readonly a: string; readonly b: string }) {
  const { t, language } = useWords();
  const query = { ...useQuestion([], SIZE), a, b };
  const compared = useData(['compare', query], () => bodyOf(api.compare.$get({ query })));
  return (
    <Loaded of={compared} title={t(words.title)}>
      {data => (
        <>
          <Opening
            title={t(words.title)}
            sentence={t(words.sentence, {
              same: formatShare(data.same, language),
              facts: data.factTotal,
              ...data.counts,
            })}
          />
          <Section title={t(words.facts)}>
            <Facts facts={data.facts} />
          </Section>
          <Section title={t(words.claims)}>
            <Claims claims={data.claims} />
          </Section>
          <Section title={t(words.beside)}>
            <div className="beside heads">
              <Head name={t(words.first)} side={data.a} />
              <Head name={t(words.second)} side={data.b} />
            </div>
            <ol className="pieces">
              {data.pieces.map(it => (
                <Row key={it.at} piece={it} data={data} />
              ))}
            </ol>
            <Pager total={data.total} size={SIZE} />
          </Section>
        </>
      )}
    </Loaded>
  );
}

function Facts({ facts }: { readonly facts: Compared['facts'] }) {
  const { t } = useWords();
  if (facts.length === 0) return <p className="soft">{t(words.noFacts)}</p>;
  return (
    <ul className="changes">
      {facts.map(it => (
        <li key={it.at}>
          <span className="soft">{t(words.facet[it.kind])}</span> <del>{it.before ?? t(words.nothing)}</del>
          {' → '}
          <ins>{it.after ?? t(words.nothing)}</ins>
        </li>
      ))}
    </ul>
  );
}

function Claims({ claims }: { readonly claims: Compared['claims'] }) {
  const { t } = useWords();
  if (claims.length === 0) return <p className="soft">{t(words.noClaims)}</p>;
  return (
    <ul className="claims">
      {claims.map(it => (
        <li key={`${it.side} ${it.id}`} className="claim">
          <p className="proposition">
            <SideMark side={it.claimSide} /> <To to={`/claims/${it.id}`}>{it.proposition}</To>
          </p>
          <p className="facts">
            <b className="tag">{t(words.fates[it.fate])}</b>
            <span>{it.asserterName}</span>
            <span>“{it.exact}”</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Head({ name, side }: { readonly name: string; readonly side: Compared['a'] }) {
  const { language } = useWords();
  return (
    <p>
      <span className="soft">{name}</span>
      <br />
      <To to={`/sources/${side.source}`} search={{ text: side.text }}>
        {side.title}
      </To>
      <br />
      <span className="soft">
        {[side.publisher, side.date && formatDate(side.date, language)].filter(Boolean).join(', ')}
      </span>
    </p>
  );
}

function Row({ piece, data }: { readonly piece: Compared['pieces'][number]; readonly data: Compared }) {
  const { t } = useWords();
  if (piece.kind === 'same')
    return (
      <li className="piece same">
        <p className="soft" lang={data.a.lang}>
          {piece.a.parts.map(it => it.words)}
          {piece.a.cut && ' …'}
        </p>
        <p className="soft">{t(words.unchanged, { n: piece.length })}</p>
      </li>
    );
  return (
    <li className={`piece ${piece.kind}`}>
      <p className="kind">
        <b className="tag">{t(words.kinds[piece.kind])}</b>
      </p>
      <div className="beside">
        <Words half={piece.a} gone kind={piece.kind} lang={data.a.lang} />
        <Words half={piece.b} gone={false} kind={piece.kind} lang={data.b.lang} />
      </div>
    </li>
  );
}

interface WordsProps {
  readonly half: Half;
  readonly gone: boolean;
  readonly kind: string;
  readonly lang: string;
}

function Words({ half, gone, kind, lang }: WordsProps) {
  const { t } = useWords();
  const Mark = gone ? 'del' : 'ins';
  return (
    <div lang={lang} className="page-text">
      {half.parts.map(it =>
        it.changed || kind !== 'changed' ? (
          <Mark key={it.start}>{it.words}</Mark>
        ) : (
          <span key={it.start}>{it.words}</span>
        ),
      )}
      {half.cut && <span className="soft"> {t(words.cut)}</span>}
      {half.claims.map(id => (
        <To key={id} to={`/claims/${id}`} className="pin">
          {id}
        </To>
      ))}
    </div>
  );
}
