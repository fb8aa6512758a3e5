/** Many decided at once: how many it are is said first, then it is one act that one undo takes back. */
import { useState } from 'react';
import { useWords } from '#web/hooks.ts';
import type { Acts, Chosen } from '#web/pages/review/acts.ts';
import { FormEnd, Frame } from '#web/pages/review/dialogs.tsx';
import { decidedNow } from '#web/pages/review/sitting.ts';
import { deskWords as words } from '#words/pages/desk.ts';

interface BulkProps {
  readonly acts: Acts;
  readonly chosen: Chosen;
  readonly n: number;
  readonly done?: () => void;
}

export function Bulk({ acts, chosen, n, done }: BulkProps) {
  const { t } = useWords();
  const [asked, ask] = useState<'accept' | 'reject' | null>(null);
  const [carry, set] = useState(false);
  async function decide(decision: 'accept' | 'reject') {
    if (!(await acts.decideAll(decision, chosen, decision === 'accept' && carry))) return ask(null);
    decidedNow(n);
    ask(null);
    done?.();
  }
  return (
    <>
      <button type="button" disabled={acts.busy} onClick={() => ask('accept')}>
        {t(words.acceptAll, { n })}
      </button>
      <button type="button" disabled={acts.busy} onClick={() => ask('reject')}>
        {t(words.rejectAll, { n })}
      </button>
      {asked && (
        <Frame
          title={t(asked === 'accept' ? words.sureAccept : words.sureReject, { n })}
          close={() => ask(null)}
        >
          <form
            className="form"
            onSubmit={event => {
              event.preventDefault();
              decide(asked);
            }}
          >
            <p className="wide">{t(words.sureNote)}</p>
            {asked === 'accept' && (
              <label className="check wide">
                <input type="checkbox" checked={carry} onChange={event => set(event.target.checked)} />{' '}
                {t(words.carryAll)}
              </label>
            )}
            <FormEnd
              save={acts.busy ? t(words.saving) : t(words.yes, { n })}
              busy={acts.busy}
              close={() => ask(null)}
            />
          </form>
        </Frame>
      )}
    </>
  );
}
