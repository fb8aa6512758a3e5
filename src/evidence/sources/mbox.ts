/** A mailbox of many letters in one file: each is a part, and the text is the list of them. */
import type { Extracted } from '#evidence/sources/extracted.ts';
import { readMail } from '#evidence/sources/mail.ts';
import { Parts } from '#evidence/sources/parts.ts';
import { brief, cleaned } from '#evidence/sources/text.ts';

/** Throws `file.large`, and for a single letter what e-mail throws. */
export async function readMbox(bytes: Uint8Array, name: string): Promise<Extracted> {
  const letters = lettersOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (letters.length === 1) return readMail(letters[0] ?? bytes, name);
  const { decodeWords } = await import('postal-mime');
  const parts = new Parts(name);
  const rows: string[] = [];
  for (const [index, letter] of letters.entries()) {
    parts.add({ name: `letter-${index + 1}.eml`, bytes: letter });
    const head =
      letter
        .subarray(0, 16_384)
        .toString('utf8')
        .split(/\r?\n\r?\n/)[0] ?? '';
    const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
    const said = (key: string) =>
      brief(decodeWords(new RegExp(`^${key}:(.*)$`, 'im').exec(unfolded)?.[1] ?? '')) ?? '–';
    rows.push(['Date', 'From', 'Subject'].map(said).join('\t'));
  }
  return {
    mediaType: 'application/mbox',
    text: cleaned(rows.join('\n')),
    extractor: 'postal-mime/4.0.0',
    pages: [],
    title: null,
    parts: parts.list,
    capture: null,
    about: {},
  };
}

/** A letter begins after an empty line with one that names its sender and the time. */
function lettersOf(box: Buffer): Buffer[] {
  const starts: number[] = [];
  for (let at = 0; at >= 0 && at < box.length; ) {
    const end = box.indexOf(10, at);
    const line = box.toString('latin1', at, Math.min(end < 0 ? box.length : end, at + 300)).trimEnd();
    if (/^From \S+.*\d{4}/.test(line)) starts.push(at);
    const next = box.indexOf('\nFrom ', at);
    if (next < 0) break;
    at = next + 1;
  }
  return starts.map((start, index) => {
    const first = box.indexOf(10, start) + 1;
    return box.subarray(first === 0 ? box.length : first, starts[index + 1] ?? box.length);
  });
}
