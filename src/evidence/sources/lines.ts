/** Text in the making: white space is one blank, and gaps are written only once something follows them. */
export class Lines {
  readonly #parts: string[] = [];
  /** Line ends due before the next words. */
  #gap = 0;
  #isSpaced = false;
  #mark = '';
  #page = '';
  /** Within preformatted text, whose line ends and blanks stay. */
  isKept = false;

  add(text: string): void {
    // soft hyphens and breaks of no width are for the eye: with them a word is not found again
    const plain = text.replace(/[\u00ad\u200b]/g, '');
    const words = plain.trim();
    if (words === '') {
      this.#isSpaced ||= plain !== '';
      return;
    }
    if (/^\s/.test(plain)) this.#isSpaced = true;
    this.#write(this.isKept ? keptOf(plain) : words.replace(/\s+/g, ' '));
    this.#isSpaced = /\s$/.test(plain);
  }

  /** At least so many line ends before what follows. */
  end(gap: number): void {
    this.#gap = Math.max(this.#gap, gap);
  }

  space(): void {
    this.#isSpaced = true;
  }

  /** What an item begins with, once it has words. */
  mark(mark: string): void {
    this.#mark = mark;
  }

  /** A form feed before the next words, for whoever maps pages. */
  page(): void {
    this.#page += '\f';
  }

  /** The next column; an empty one before it keeps its place. */
  tab(): void {
    this.#isSpaced = false;
    this.#write('\t');
    this.#isSpaced = false;
  }

  whole(): string {
    const lines = this.#parts.join('').split('\n');
    return lines
      .map(line => line.trimEnd())
      .join('\n')
      .replace(/^\n+|\n+$/g, '');
  }

  #write(words: string): void {
    const last = this.#parts.at(-1);
    if (last !== undefined && this.#gap > 0) this.#parts.push('\n'.repeat(this.#gap));
    else if (last !== undefined && this.#isSpaced && last !== '\t') this.#parts.push(' ');
    this.#parts.push(this.#page + this.#mark + words);
    this.#page = '';
    this.#gap = 0;
    this.#mark = '';
    this.#isSpaced = false;
  }
}

function keptOf(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
}
