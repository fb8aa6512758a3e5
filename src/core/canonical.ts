/** Canonical JSON (RFC 8785), so that the same data always has the same bytes and the same hash. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Throws TypeError on a number that JSON cannot carry; lone surrogates must have been replaced before. */
export function canonical(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`not a JSON number: ${value}`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const object = value as { readonly [key: string]: Json };
  // RFC 8785 section 3.2.3: keys sorted by UTF-16 code units, which is what sort() does
  const members = Object.keys(object)
    .sort()
    .map(key => `${JSON.stringify(key)}:${canonical(object[key] ?? null)}`);
  return `{${members.join(',')}}`;
}
