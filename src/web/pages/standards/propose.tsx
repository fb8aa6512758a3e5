/** Puts before a person what would follow under this standard from the bearings that the dossier has. */
import { api, bodyOf } from '#web/api.ts';
import { useServer, useWords } from '#web/hooks.ts';
import { useActs } from '#web/pages/review/acts.ts';
import { Said } from '#web/parts/said.tsx';
import { To } from '#web/parts/to.tsx';
import { shellWords } from '#words/pages/shell.ts';
import { standardPageWords as words } from '#words/pages/standards.ts';

export function Propose({ standard }: { readonly standard: string }) {
  const { t, language } = useWords();
  const server = useServer();
  const acts = useActs();
  if (server.data?.readOnly !== false) return null;
  const propose = () =>
    acts.run(async () => {
      const asking = { headers: { 'accept-language': language } };
      const answer = await bodyOf(api.crosswalk.$post({ json: { standard, lang: language } }, asking));
      return t(words.proposed, answer);
    });
  return (
    <p className="acts">
      <button type="button" onClick={propose} disabled={acts.busy}>
        {t(words.propose)}
      </button>
      <To to="/review" search={{ kind: 'bearing' }}>
        {t(shellWords.review)}
      </To>
      <Said acts={acts} />
    </p>
  );
}
