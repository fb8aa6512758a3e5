/** A text in pieces that a small model can read, cut where paragraphs end. */

/** UTF-16 units; some 1,500 tokens. */
const MOST = 6000;

export interface Piece {
  /** Where it stands in the text. */
  readonly start: number;
  readonly body: string;
}

export function piecesOf(text: string, most = MOST): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    const end = cutAt(text, start, most);
    const body = text.slice(start, end);
    if (body.trim() !== '') pieces.push({ start, body });
    start = end;
  }
  return pieces;
}

/** After the last paragraph that fits, else the last sentence, else the last word, else anywhere but in a pair. */
function cutAt(text: string, start: number, most: number): number {
  if (text.length - start <= most) return text.length;
  const part = text.slice(start, start + most);
  for (const mark of ['\n\n', '\n', '. ', ' ']) {
    const at = part.lastIndexOf(mark);
    if (at > most / 3) return start + at + mark.length;
  }
  const unit = text.charCodeAt(start + most);
  return start + most - (unit >= 0xdc00 && unit <= 0xdfff ? 1 : 0);
}
