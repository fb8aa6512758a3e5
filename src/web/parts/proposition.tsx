/** A claim's proposition in the reader's language where a person has translated it, and marked as such. */
import type { ClaimLine } from '#web/api.ts';
import { useWords } from '#web/hooks.ts';
import { translationIn } from '#words/claims.ts';
import { whoWords as words } from '#words/pages/who.ts';

type Said = Pick<ClaimLine, 'proposition' | 'translations'>;

export function Proposition({ claim }: { readonly claim: Said }) {
  const { t, language } = useWords();
  const found = translationIn(claim.translations, language);
  if (!found) return <>{claim.proposition}</>;
  return (
    <>
      <span lang={found.lang}>{found.proposition}</span>{' '}
      <small className="translated" title={claim.proposition}>
        {t(words.translatedBy, { name: found.by })}
      </small>
    </>
  );
}
