/** What every page needs: its language, its address, the server's answers, and acts upon the dossier. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api, bodyOf } from '#web/api.ts';
import type { Search } from '#web/router.tsx';
import { rememberedLanguage } from '#web/settings.ts';
import { type LabelKind, label } from '#words/labels.ts';
import { type Holes, isLanguage, type Language, type Sentence, say } from '#words/language.ts';

export interface Words {
  readonly language: Language;
  /** A sentence in the reader's language. */
  t(sentence: Sentence | undefined, holes?: Holes): string;
  /** What a value of a row is called. */
  name(kind: LabelKind, value: string): string;
}

export function useWords(): Words {
  const { lang = '' } = useAsked();
  const language = isLanguage(lang) ? lang : rememberedLanguage();
  return {
    language,
    t: (sentence, holes) => (sentence ? say(sentence, language, holes) : ''),
    name: (kind, value) => label(kind, value, language),
  };
}

/** What the address asks for. */
export function useAsked(): Search {
  return useSearch({ strict: false }) as Search;
}

/** Changes what the address asks for; an empty word takes it away. A new question starts at its first page. */
export function useAsk(): (patch: Search) => void {
  const navigate = useNavigate();
  return patch => {
    const next = 'offset' in patch ? patch : { ...patch, offset: undefined };
    navigate({
      to: '.',
      search: ((before: Search) => ({ ...before, ...next })) as never,
      replace: true,
      resetScroll: false,
    });
  };
}

/** The words of the address that a page's question takes, with its language; those of a list with its part. */
export function useQuestion<const K extends string>(names: readonly K[], size?: number) {
  const { language } = useWords();
  const asked = useAsked();
  const offset = useOffset();
  const words = names.flatMap(name => (asked[name] === undefined ? [] : [[name, asked[name]]]));
  const part = size === undefined ? {} : { offset: String(offset), limit: String(size) };
  return { ...(Object.fromEntries(words) as { [N in K]?: string }), ...part, lang: language };
}

/** How many of a list's rows stand before the part that is shown. */
export function useOffset(): number {
  const offset = Number(useAsked().offset ?? 0);
  return Number.isInteger(offset) && offset > 0 ? offset : 0;
}

/** The server's answer to a question; the former one stays while a new one is on its way. */
export function useData<T>(key: readonly unknown[], load: () => Promise<T>) {
  return useQuery({ queryKey: key, queryFn: load, placeholderData: keepPreviousData });
}

const POLL = 2000;

/** Whether the server is there, and what its last act was. */
export function useServer() {
  return useQuery({
    queryKey: ['state'],
    queryFn: () => bodyOf(api.state.$get()),
    refetchInterval: POLL,
    refetchIntervalInBackground: false,
    retry: false,
    staleTime: 0,
  });
}

/** An act upon the dossier; everything shown is asked again when it is done. */
export function useAct<In, Out>(act: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries() });
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Probanza' : `${title} · Probanza`;
  }, [title]);
}
