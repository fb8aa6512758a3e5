/** Chooses a place among those the dossier speaks of. */
import { api, bodyOf } from '#web/api.ts';
import { useData, useWords } from '#web/hooks.ts';
import { Choose } from '#web/parts/choose.tsx';
import { LOCALES } from '#words/language.ts';
import { shellWords as words } from '#words/pages/shell.ts';
import { placeName } from '#words/places.ts';

export function PlaceField() {
  const { t, language } = useWords();
  const places = useData(['places'], () => bodyOf(api.places.$get()));
  const choices = (places.data?.places ?? [])
    .map(id => ({ id, name: placeName(id, language) }))
    .sort((a, b) => a.name.localeCompare(b.name, LOCALES[language]));
  return <Choose label={t(words.place)} of="place" none={t(words.any)} choices={choices} />;
}
