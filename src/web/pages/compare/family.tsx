/** On a source's page: its copies, versions and parts, each with the way to compare them. */
import { api, bodyOf, type Families } from '#web/api.ts';
import { useData, useWords } from '#web/hooks.ts';
import { Section } from '#web/parts/page.tsx';
import { To } from '#web/parts/to.tsx';
import { formatShare, type Sentence } from '#words/language.ts';
import { compareWords as words } from '#words/pages/compare.ts';

type Whole = Families['families'][number];

/** Nothing where the source stands alone. */
export function FamilyOf({ source }: { readonly source: string }) {
  const { t, language } = useWords();
  const query = { source, lang: language };
  const found = useData(['families', query], () => bodyOf(api.families.$get({ query })));
  const family = found.data?.families.find(it => it.members.some(member => member.id === source));
  if (!family) return null;
  return (
    <Section title={t(words.family)}>
      <ul className="claims">
        {family.links.map(it => (
          <Link key={`${it.source} ${it.of} ${it.kind}`} link={it} family={family} />
        ))}
      </ul>
    </Section>
  );
}

function Link({ link, family }: { readonly link: Whole['links'][number]; readonly family: Whole }) {
  const { t, language } = useWords();
  const title = (id: string) => family.members.find(it => it.id === id)?.title ?? id;
  const known: Readonly<Record<string, Sentence>> = words.copies;
  return (
    <li className="claim">
      <p>
        <To to={`/sources/${link.source}`}>{title(link.source)}</To> {t(words.relations[link.kind])}{' '}
        <To to={`/sources/${link.of}`}>{title(link.of)}</To>
      </p>
      <p className="facts">
        <span>{known[link.reason] ? t(known[link.reason]) : link.reason}</span>
        {link.score !== null && (
          <span>{t(words.inCommon, { share: formatShare(link.score, language) })}</span>
        )}
        {link.state === 'waiting' && (
          <To to="/review" search={{ source: link.source, kind: 'copy' }}>
            {t(words.waiting)}
          </To>
        )}
        <CompareLink a={link.of} b={link.source} />
      </p>
    </li>
  );
}

/** The way to two texts side by side. */
export function CompareLink({ a, b }: { readonly a: string; readonly b: string }) {
  const { t } = useWords();
  return (
    <To to="/compare" search={{ a, b }}>
      {t(words.compare)}
    </To>
  );
}
