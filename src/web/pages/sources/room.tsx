/** A text as it is read: layers that are switched, its pages beside it where it has them, and what is chosen in it. */
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { api, bodyOf, type Source } from '#web/api.ts';
import { useAsked, useData, useWords } from '#web/hooks.ts';
import { Legend } from '#web/pages/sources/legend.tsx';
import { layersOf, type Mark, marksIn, speakersIn, type Text } from '#web/pages/sources/marks.ts';
import { Pages } from '#web/pages/sources/pages.tsx';
import { Marked } from '#web/pages/sources/text.tsx';
import { SideMark } from '#web/parts/marks.tsx';
import { To } from '#web/parts/to.tsx';
import { deskWords } from '#words/pages/desk.ts';
import { roomWords as words } from '#words/pages/room.ts';

const NONE: readonly never[] = [];

export function Reading({ source, text }: { readonly source: Source['source']; readonly text: Text }) {
  const { language } = useWords();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const { layers: asked } = useAsked();
  const layers = useMemo(() => layersOf(asked), [asked]);
  const query = { text: text.id, at: String(text.from), lang: language };
  const outlet = useData(['outlet', source.id, text.id, text.from], () =>
    bodyOf(api.sources[':id'].outlet.$get({ param: { id: source.id }, query })),
  );
  const found = outlet.data?.marks ?? NONE;
  const marks = useMemo(() => marksIn(text, found), [text, found]);
  // what the address points at is shown, whatever layers are chosen
  const shown = useMemo(
    () => marks.filter(it => layers.has(it.layer) || it.key === hash),
    [marks, layers, hash],
  );
  const chosen = shown.find(it => it.key === hash) ?? null;
  const choose = (key: string) =>
    navigate({
      to: '.',
      search: (before: object) => before as never,
      hash: key,
      replace: true,
      resetScroll: false,
    });
  useEffect(() => {
    if (hash !== '') document.getElementById(hash)?.scrollIntoView({ block: 'center' });
  }, [hash]);
  const paged = source.mediaType === 'application/pdf' && text.kind === 'extracted';
  const view = { marks: shown, chosen: chosen?.key ?? null, choose };
  return (
    <>
      <Legend
        marks={marks}
        layers={layers}
        speakers={speakersIn(text)}
        read={outlet.data !== undefined || outlet.isError}
      />
      <div className={paged ? 'reading paged' : 'reading'}>
        {paged && <Pages source={source.id} text={text} {...view} />}
        <Marked text={text} paged={paged} lang={text.kind === 'abstract' ? 'en' : source.lang} {...view} />
        {chosen && <Chosen mark={chosen} text={text} source={source.id} />}
      </div>
    </>
  );
}

interface ChosenProps {
  readonly mark: Mark;
  readonly text: Text;
  readonly source: string;
}

/** What is chosen, and the way to its claim or to the desk. */
function Chosen({ mark, text, source }: ChosenProps) {
  const { t, name } = useWords();
  const claim = text.claims.find(it => it.id === mark.claim);
  const proposal = text.proposals.find(it => `p-${it.id}` === mark.key);
  return (
    <aside className="margin" aria-live="polite">
      <p className="facts">
        <b className="tag">{t(words.layer[mark.layer])}</b>
        {proposal && <span>{name('kind', proposal.kind)}</span>}
      </p>
      {mark.layer !== 'claims' && !proposal && <p>{mark.what}</p>}
      {proposal && <p className="soft">{text.body.slice(mark.start - text.from, mark.end - text.from)}</p>}
      {claim && (
        <>
          <SideMark side={claim.side} />
          <p className="proposition">
            <To to={`/claims/${claim.id}`}>{claim.proposition}</To>
          </p>
          <p>
            <To to={`/parties/${claim.asserter}`}>{claim.asserterName}</To>
          </p>
        </>
      )}
      {proposal?.state === 'waiting' && (
        <p>
          <To to="/review" search={{ source, order: 'text' }}>
            {t(deskWords.waitingHere)}
          </To>
        </p>
      )}
    </aside>
  );
}
