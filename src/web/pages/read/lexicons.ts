/** The lexicons as reading takes them: weights come as base64 and become bytes again. */
import { api, bodyOf } from '#web/api.ts';

type Raw = Readonly<Record<string, unknown>>;

export async function loadLexicons(): Promise<Raw> {
  const { lexicons } = (await bodyOf(api.lexicons.$get())) as { lexicons: Readonly<Record<string, Raw>> };
  return Object.fromEntries(Object.entries(lexicons).map(([code, raw]) => [code, unpacked(raw)]));
}

function unpacked(raw: Raw): Raw {
  if (typeof raw.table === 'string') return { ...raw, table: bytesOf(raw.table) };
  return 'learned' in raw ? { ...raw, learned: unpacked(raw.learned as Raw) } : raw;
}

function bytesOf(base64: string): Int8Array {
  const text = atob(base64);
  const bytes = new Int8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
