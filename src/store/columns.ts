/** The kinds of column a dossier's tables are made of. Plain data: migrations, CSV, checks and docs all read it. */

export type Column =
  | {
      type: 'id' | 'text' | 'date' | 'place' | 'integer' | 'number' | 'hash' | 'time';
      required: boolean;
      about: string;
    }
  | { type: 'ref' | 'refs'; to: readonly string[]; required: boolean; about: string }
  | { type: 'enum'; of: readonly string[]; required: boolean; about: string };

type Plain = 'id' | 'text' | 'date' | 'place' | 'integer' | 'number' | 'hash' | 'time';

export const need =
  <const T extends Plain>(type: T) =>
  (about: string) => ({ type, required: true as const, about });

export const may =
  <const T extends Plain>(type: T) =>
  (about: string) => ({ type, required: false as const, about });

/** The id of a row of one of `to`. */
export const needRef = <const T extends readonly string[]>(to: T, about: string) => ({
  type: 'ref' as const,
  to,
  required: true as const,
  about,
});
export const mayRef = <const T extends readonly string[]>(to: T, about: string) => ({
  type: 'ref' as const,
  to,
  required: false as const,
  about,
});
/** Several such ids, in one cell, a space between. */
export const refs = <const T extends readonly string[]>(to: T, about: string) => ({
  type: 'refs' as const,
  to,
  required: false as const,
  about,
});
export const needOne = <const T extends readonly string[]>(of: T, about: string) => ({
  type: 'enum' as const,
  of,
  required: true as const,
  about,
});
export const mayOne = <const T extends readonly string[]>(of: T, about: string) => ({
  type: 'enum' as const,
  of,
  required: false as const,
  about,
});

type Value<C> = C extends { type: 'integer' | 'number' }
  ? number
  : C extends { type: 'enum'; of: readonly (infer E)[] }
    ? E
    : string;

/** A row as the program holds it: empty cells are null, `refs` are one string of ids with spaces between. */
export type RowOf<C> = {
  [K in keyof C]: C[K] extends { required: true } ? Value<C[K]> : Value<C[K]> | null;
};
