/** What this browser remembers: language and appearance. Nothing of a dossier. */
import { isLanguage, type Language } from '#words/language.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export function rememberedLanguage(): Language {
  const wanted = [read('language') ?? '', ...navigator.languages].map(it => it.slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  write('language', language);
}

export function theme(): Theme {
  return THEMES.find(it => it === read('theme')) ?? 'auto';
}

export function applyTheme(chosen: Theme = theme()): void {
  write('theme', chosen);
  if (chosen === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

// a browser that keeps nothing (private windows, policies) throws here: then nothing is remembered
function read(key: string): string | null {
  try {
    return localStorage.getItem(`probanza-${key}`);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(`probanza-${key}`, value);
  } catch {}
}
