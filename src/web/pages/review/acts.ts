/** Acts upon the dossier: each is said when it is recorded, and kept in hand when it is not. */
import { useState } from 'react';
import { api, bodyOf, Failed } from '#web/api.ts';
import { useAct, useWords } from '#web/hooks.ts';
import { deskWords as words } from '#words/pages/desk.ts';

export type Decision = 'accept' | 'reject' | 'withdraw';
export type Changes = Record<string, string>;

export interface Answer {
  readonly claim: string;
  readonly answers: string;
  readonly kind: 'rebuts' | 'undercuts';
  readonly reason: string;
}

/** Named one by one, or all that wait and fit: then with how many were shown. */
export type Chosen =
  | { readonly ids: string[] }
  | { readonly where: { readonly [name: string]: string | undefined }; readonly n: number };

export interface Acts {
  decide(decision: Decision, id: string, changes?: Changes): Promise<boolean>;
  /** All of them in one act. */
  decideAll(decision: Decision, chosen: Chosen, carry?: boolean): Promise<boolean>;
  edit(id: string, changes: Changes): Promise<boolean>;
  /** Any further act, told by the sentence it answers. */
  run(work: () => Promise<string>): Promise<boolean>;
  link(answer: Answer): Promise<boolean>;
  undo(): Promise<boolean>;
  /** What the last act came to. */
  readonly said: string;
  readonly failed: boolean;
  readonly busy: boolean;
}

export function useActs(): Acts {
  const { t, language } = useWords();
  const [{ said, failed }, say] = useState({ said: '', failed: false });
  const act = useAct((work: () => Promise<string>) => work());
  /** True where the server has acknowledged it. */
  async function done(work: () => Promise<string>): Promise<boolean> {
    try {
      say({ said: await act.mutateAsync(work), failed: false });
      return true;
    } catch (error) {
      const why = error instanceof Failed ? error.message : t(words.offline);
      say({ said: t(words.notDone, { why }), failed: true });
      return false;
    }
  }
  const sentences = { accept: words.doneAccept, reject: words.doneReject, withdraw: words.doneWithdraw };
  const query = { lang: language };
  return {
    said,
    failed,
    busy: act.isPending,
    decide: (decision, id, changes = {}) =>
      done(async () => {
        const { seq } = await bodyOf(
          api.review.$post({ json: { decision, ids: [id], changes } }, asking(query)),
        );
        return t(sentences[decision], { id, seq });
      }),
    decideAll: (decision, chosen, carry = false) =>
      done(async () => {
        const { n, seq } = await bodyOf(
          api.review.$post({ json: { decision, ...chosen, carry } }, asking(query)),
        );
        return t(words.doneMany, { n, seq });
      }),
    run: done,
    edit: (id, changes) =>
      done(async () => {
        const { seq } = await bodyOf(
          api.edits[':id'].$post({ param: { id }, json: { changes } }, asking(query)),
        );
        return t(words.doneEdit, { id, seq });
      }),
    link: answer =>
      done(async () => {
        const { id, seq } = await bodyOf(api.answers.$post({ json: answer }, asking(query)));
        return t(words.doneLink, { id, seq });
      }),
    undo: () =>
      done(async () => {
        const { seq } = await bodyOf(api.undo.$post({}, asking(query)));
        return t(words.doneUndo, { seq });
      }),
  };
}

/** Refusals come back in the reader's language. */
function asking({ lang }: { readonly lang: string }) {
  return { headers: { 'accept-language': lang } };
}
