/** The pages of a PDF as pictures, with what is marked drawn over them as boxes that can be chosen. */
import { useEffect, useRef, useState } from 'react';
import { api, bodyOf, type PrintedPage } from '#web/api.ts';
import { useData, useWords } from '#web/hooks.ts';
import { boxesOf, type Mark, type Text } from '#web/pages/sources/marks.ts';
import { roomWords as words } from '#words/pages/room.ts';

interface PagesProps {
  readonly source: string;
  readonly text: Text;
  readonly marks: readonly Mark[];
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
}

export function Pages({ source, text, marks, chosen, choose }: PagesProps) {
  const { t } = useWords();
  const starts = [0, ...text.pages];
  const numbers = starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? text.length;
    return start < text.to && end > text.from ? [{ number: index + 1, start, end }] : [];
  });
  const wanted = marks.find(it => it.key === chosen);
  return (
    <section className="sheets" aria-label={t(words.pages)}>
      {numbers.map(({ number, start, end }) => (
        <Sheet
          key={number}
          source={source}
          text={text.id}
          number={number}
          marks={marks.filter(it => it.start < end && it.end > start)}
          chosen={chosen}
          choose={choose}
          wanted={wanted !== undefined && wanted.start >= start && wanted.start < end}
        />
      ))}
    </section>
  );
}

interface SheetProps extends Pick<PagesProps, 'source' | 'marks' | 'chosen' | 'choose'> {
  readonly text: string;
  readonly number: number;
  /** True where what is chosen begins on this page. */
  readonly wanted: boolean;
}

/** Of a page whose size is not known yet: A4. */
const SHAPE = 595 / 842;
/** Pixels; more where the screen has them. */
const WIDTH = 800;

function Sheet({ source, text, number, marks, chosen, choose, wanted }: SheetProps) {
  const { t, language } = useWords();
  const [near, come] = useState(wanted);
  const frame = useRef<HTMLElement>(null);
  const page = String(number);
  const printed = useData(['page', source, text, page, near], () =>
    near
      ? bodyOf(
          api.sources[':id'].pages[':page{[0-9]+}'].$get({
            param: { id: source, page },
            query: { text, lang: language },
          }),
        )
      : Promise.resolve(null),
  );
  // pages are asked for as they come near: a book has hundreds
  useEffect(() => {
    const watch = new IntersectionObserver(entries => entries.some(it => it.isIntersecting) && come(true), {
      rootMargin: '600px',
    });
    if (frame.current) watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);
  const there = printed.data ?? null;
  useEffect(() => {
    if (!wanted || chosen === null) return;
    const box = there && frame.current?.querySelector('.box[aria-pressed="true"]');
    (box ?? frame.current)?.scrollIntoView({ block: 'center' });
  }, [wanted, there, chosen]);
  const at = `/api/sources/${encodeURIComponent(source)}/pages/${number}.png?width=${Math.round(WIDTH * Math.min(2, devicePixelRatio))}`;
  return (
    <figure
      ref={frame}
      id={`page-${number}`}
      className="sheet"
      style={{ aspectRatio: there ? there.width / there.height : SHAPE }}
    >
      {near && <img src={at} alt={t(words.page, { n: number })} />}
      {there && <Boxes page={there} marks={marks} chosen={chosen} choose={choose} />}
      <figcaption>
        <a href={at} target="_blank" rel="noreferrer">
          {t(words.page, { n: number })}
        </a>
        {printed.isError && ` · ${printed.error.message}`}
        {there && !there.fits && ` · ${t(words.noBoxes)}`}
      </figcaption>
    </figure>
  );
}

interface BoxesProps extends Pick<PagesProps, 'marks' | 'chosen' | 'choose'> {
  readonly page: PrintedPage;
}

function Boxes({ page, marks, chosen, choose }: BoxesProps) {
  const { t } = useWords();
  const share = (value: number, whole: number) => `${(100 * value) / whole}%`;
  return (
    <>
      {marks.flatMap(mark =>
        boxesOf(mark, page.boxes).map((box, index) => (
          <button
            key={`${mark.key}-${box.x}-${box.y}`}
            type="button"
            // one stop for the keyboard, however many lines a mark has
            tabIndex={index === 0 ? 0 : -1}
            aria-hidden={index > 0}
            className={`box layer-${mark.layer}${mark.speaker === null ? '' : ` speaker-${mark.speaker % 6}`}`}
            aria-pressed={mark.key === chosen}
            aria-label={`${t(words.layer[mark.layer])}: ${mark.what}`}
            title={mark.what}
            onClick={() => choose(mark.key)}
            style={{
              insetInlineStart: share(box.x, page.width),
              insetBlockStart: share(box.y, page.height),
              inlineSize: share(box.width, page.width),
              blockSize: share(box.height, page.height),
            }}
          />
        )),
      )}
    </>
  );
}
