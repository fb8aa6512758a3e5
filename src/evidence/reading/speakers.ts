/** Who speaks: the noun phrase beside a cue, and the fullest name the text has for it, or none when unsure. */
import type { Lexicon } from '#evidence/reading/lexicon.ts';
import type { Token } from '#evidence/reading/tokens.ts';

export interface Speaker {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The fullest name in the text; null where it cannot be told. */
  readonly name: string | null;
}

const CAPITAL = /^\p{Lu}/u;

/** True where a phrase can be somebody: a name, a pronoun, a body or a role. */
export function isSomebody(phrase: readonly Token[], lexicon: Lexicon): boolean {
  const last = phrase.at(-1);
  if (!last || phrase.length > 14) return false;
  if (phrase.length === 1 && last.lower in lexicon.pronouns) return true;
  const plain = (token: Token) => token.lower.replace(/['’]s$/u, '');
  return phrase.some(
    (token, index) =>
      lexicon.bodies.has(plain(token)) ||
      (CAPITAL.test(token.text) &&
        !(index === 0 && (lexicon.determiners.has(token.lower) || lexicon.boundaries.has(token.lower)))),
  );
}

/** Remembers who has spoken, in the order of the text. */
export class Speakers {
  readonly #lexicon: Lexicon;
  readonly #names: string[];
  #lastPerson: string | null = null;
  #lastBody: string | null = null;

  constructor(tokens: readonly Token[], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#names = fullNames(tokens, lexicon);
  }

  /** The speaker a phrase stands for; the text is the phrase as it is printed. */
  resolve(phrase: readonly Token[], text: string): Speaker | null {
    const [first] = phrase;
    const last = phrase.at(-1);
    if (!first || !last) return null;
    const { start } = first;
    const { end } = last;
    return { text: text.slice(start, end), start, end, name: this.#nameOf(phrase, text) };
  }

  #nameOf(phrase: readonly Token[], text: string): string | null {
    const [only] = phrase;
    const pronoun = phrase.length === 1 && only ? this.#lexicon.pronouns[only.lower] : undefined;
    if (pronoun === 'singular') return this.#lastPerson;
    if (pronoun !== undefined) return pronoun === 'body' ? this.#lastBody : null;
    const person = personIn(phrase, this.#lexicon);
    if (person.length > 0) {
      const name = this.#fullest(person.map(token => token.text.replace(/['’]s$/u, '')).join(' '));
      this.#lastPerson = name;
      return name;
    }
    const bare = withoutDeterminer(phrase, this.#lexicon);
    const name = this.#body(text.slice(bare[0]?.start, bare.at(-1)?.end).replace(/\s+/g, ' '), bare);
    this.#lastBody = name;
    return name;
  }

  /** “the administration” is the last body of that kind that was named in full. */
  #body(name: string, phrase: readonly Token[]): string {
    const [only] = phrase;
    if (phrase.length > 1 || !only || CAPITAL.test(only.text)) return name;
    return this.#names.find(full => full.toLowerCase().endsWith(` ${only.lower}`)) ?? name;
  }

  #fullest(name: string): string {
    const longer = this.#names.filter(
      full => full !== name && (full.endsWith(` ${name}`) || full.startsWith(`${name} `)),
    );
    return longer[0] ?? name;
  }
}

/** The trailing run of name words of a phrase, without the roles before it; empty where the phrase is a body. */
function personIn(phrase: readonly Token[], lexicon: Lexicon): Token[] {
  const run: Token[] = [];
  for (const token of phrase.toReversed()) {
    const particle = run.length > 0 && lexicon.particles.has(token.lower);
    if (
      !particle &&
      (!CAPITAL.test(token.text) || lexicon.roles.has(token.lower) || token.text.includes('.'))
    )
      break;
    run.unshift(token);
  }
  while (run[0] && lexicon.particles.has(run[0].lower) && !CAPITAL.test(run[0].text)) run.shift();
  if (run.some(token => lexicon.bodies.has(token.lower) || lexicon.determiners.has(token.lower))) return [];
  const others = phrase.slice(0, phrase.length - run.length);
  // “team member Ana Ruiz” is a person, “officials of Costa Rica” are not
  if (run.length > 1 && !/^(?:of|for|in|at|from|de|do|da|del)$/.test(others.at(-1)?.lower ?? '')) return run;
  return others.some(token => lexicon.bodies.has(token.lower) && !lexicon.roles.has(token.lower)) ? [] : run;
}

function withoutDeterminer(phrase: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const [first] = phrase;
  return first && phrase.length > 1 && lexicon.determiners.has(first.lower) ? phrase.slice(1) : phrase;
}

/** Every run of name words in the text: full names of persons, and bodies by their last word. */
function fullNames(tokens: readonly Token[], lexicon: Lexicon): string[] {
  const names = new Set<string>();
  let run: Token[] = [];
  const close = () => {
    const words = run.filter((token, index) => !(index === 0 && lexicon.determiners.has(token.lower)));
    const trimmed = words.slice(words.findLastIndex(token => lexicon.roles.has(token.lower)) + 1);
    if (trimmed.length > 1 && trimmed.length < 7 && CAPITAL.test(trimmed[0]?.text ?? ''))
      names.add(trimmed.map(token => token.text.replace(/['’]s$/u, '')).join(' '));
    run = [];
  };
  for (const token of tokens) {
    const part =
      token.kind === 'word' &&
      !lexicon.boundaries.has(token.lower) &&
      (CAPITAL.test(token.text) ||
        (run.length > 0 && (lexicon.particles.has(token.lower) || lexicon.bodies.has(token.lower))));
    if (part) run.push(token);
    else close();
  }
  close();
  return [...names];
}
