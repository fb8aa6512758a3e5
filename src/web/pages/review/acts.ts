/** Acts upon the dossier: each is said when it is recorded, and kept in hand when it is not. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf, type Desk, Failed } from '#web/api.ts';
import { useWords } from '#web/hooks.ts';
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
  translate(claim: string, lang: string, proposition: string): Promise<boolean>;
  untranslate(claim: string, lang: string): Promise<boolean>;
  undo(): Promise<boolean>;
  /** What the last act came to. */
  readonly said: string;
  readonly failed: boolean;
  readonly busy: boolean;
}

export function useActs(): Acts {
  const { t, language } = useWords();
  const [{ said, failed }, say] = useState({ said: '', failed: false });
  const client = useQueryClient();
  // done when it is recorded: what is shown is asked again without anybody waiting for it
  const act = useMutation({
    mutationFn: (work: () => Promise<string>) => work(),
    onSettled: () => {
      client.invalidateQueries();
    },
  });
  /** A decided card goes at once; what else changed comes with the next answer. */
  const take = (id: string) =>
    client.setQueriesData<Desk>({ queryKey: ['review'] }, desk => desk && without(desk, id));
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
        take(id);
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
    translate: (claim, lang, proposition) =>
      done(async () => {
        const json = { claim, lang, proposition };
        const { id, seq } = await bodyOf(api.translations.$post({ json }, asking(query)));
        return t(words.doneTranslate, { id, seq });
      }),
    untranslate: (claim, lang) =>
      done(async () => {
        const json = { claim, lang };
        const { id, seq } = await bodyOf(api.translations.take.$post({ json }, asking(query)));
        return t(words.doneUntranslate, { id, seq });
      }),
    undo: () =>
      done(async () => {
        const { seq } = await bodyOf(api.undo.$post({}, asking(query)));
        return t(words.doneUndo, { seq });
      }),
  };
}

function without(desk: Desk, id: string): Desk {
  const rows = desk.rows.filter(it => it.id !== id);
  if (rows.length === desk.rows.length) return desk;
  return { ...desk, rows, total: desk.total - 1, decided: desk.decided + 1 };
}

/** Refusals come back in the reader's language. */
function asking({ lang }: { readonly lang: string }) {
  return { headers: { 'accept-language': lang } };
}
