/**
 * Who speaks: the fullest name that the text has for a phrase, or none when unsure. A surname, an acronym, a role
 * (“the minister”) and a pronoun stand for a name given before; in languages that drop the subject, nothing does too.
 */
import { classId, classSet } from '#evidence/reading/classes.ts';
import type { Lexicon } from '#evidence/reading/lexicon.ts';
import { append, phraseAt } from '#evidence/reading/phrases.ts';
import { type Edges, placed, sentenceAt, type Tokens } from '#evidence/reading/tokens.ts';

export interface Speaker {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The fullest name in the text; null where it cannot be told. */
  readonly name: string | null;
}

/** A run of name words. */
interface Name {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly person: boolean;
  /** Words that tell what somebody is, beside the name: “Minister Ana Ruiz”, “Ana Ruiz, the minister”. */
  readonly roles: readonly string[];
  readonly gender: Gender | null;
}

type Gender = 'feminine' | 'masculine';

interface Last {
  readonly name: string;
  readonly at: number;
  readonly gender: Gender | null;
}

const CAPITAL = classId('capital');
const COMMA = classId('comma');
const GENITIVE = classId('genitive');
const OPENING = classId('bracket-open');
const CLOSING = classId('bracket-close');
const DETERMINER = classId('determiner');
/** A pronoun or a dropped subject looks back this many tokens for whom it stands for. */
const MEMORY = 160;

export class Speakers {
  readonly #it: Tokens;
  readonly #lexicon: Lexicon;
  readonly #names: Name[] = [];
  readonly #byWord = new Map<string, Name[]>();
  readonly #byRole = new Map<string, Name[]>();
  readonly #acronyms = new Map<string, string>();
  /** By name: what was looked for once. All names are there before the first is asked for. */
  readonly #full = new Map<string, string>();
  #person: Last | null = null;
  #body: Last | null = null;
  #many: Last | null = null;
  #any: Last | null = null;

  constructor(it: Tokens) {
    this.#it = it;
    this.#lexicon = it.lexicon;
    this.#collect();
  }

  /** The speaker that a phrase beside a cue stands for; phrases come in the order of the text. */
  resolve(edges: Edges): Speaker {
    const { from, to } = this.#trimmed(edges);
    const { start, end } = placed(this.#it, { from, to });
    return { text: this.#it.text.slice(start, end), start, end, name: this.#nameOf(from, to) };
  }

  /** Who goes on speaking where the subject is dropped before the cue at `at`; null where the language drops none. */
  dropped(at: number): string | null {
    return this.#lexicon.dropsSubject && this.#any && at - this.#any.at <= MEMORY ? this.#any.name : null;
  }

  #token(at: number) {
    return this.#it.tokens[at] as Tokens['tokens'][number];
  }

  #trimmed({ from, to }: Edges): Edges {
    let end = to;
    const { classes } = this.#it;
    while (end > from + 1 && (classes[end - 1] === GENITIVE || classes[end - 1] === COMMA)) end -= 1;
    if (classes[end - 1] === CLOSING && !classes.subarray(from, end).includes(OPENING) && end > from + 1)
      end -= 1;
    return { from, to: end };
  }

  #nameOf(from: number, to: number): string | null {
    const first = this.#token(from);
    if (to - from === 1 && (first.text.length < 3 || first.text !== first.text.toUpperCase())) {
      const pronoun = this.#lexicon.pronouns.get(first.lower);
      if (pronoun !== undefined) return this.#pronoun(pronoun, first.lower, from);
    }
    const last = this.#token(to - 1).lower;
    let begin = from;
    while (begin < to - 1 && this.#it.classes[begin] === DETERMINER) begin += 1;
    const text = this.#printed(begin, to);
    const isMany =
      this.#lexicon.people.has(last) &&
      this.#isPlural(last) &&
      (to - begin === 1 || !this.#token(to - 1).capital);
    if (isMany) {
      this.#many = { name: text, at: from, gender: null };
      this.#any = this.#many;
      return text;
    }
    const named = this.#named(from, to);
    if (named) return this.#remember(this.#fullest(named), from, named.person, named.gender);
    const acronym = this.#acronymIn(from, to);
    if (acronym) return this.#remember(acronym, from, false, null);
    const role = this.#roleIn(from, to);
    if (role) return this.#remember(role.text, from, true, role.gender);
    return this.#remember(
      this.#fullBody(text, begin, to),
      from,
      this.#lexicon.people.has(last),
      this.#genderOf(from, to),
    );
  }

  #isPlural(word: string): boolean {
    return word.endsWith('s') || word === 'people';
  }

  #remember(name: string, at: number, person: boolean, gender: Gender | null): string {
    const last = { name, at, gender };
    if (person) this.#person = last;
    else this.#body = last;
    this.#any = last;
    return name;
  }

  #pronoun(kind: string, word: string, at: number): string | null {
    const near = (last: Last | null) => (last && at - last.at <= MEMORY ? last : null);
    if (kind === 'plural') return near(this.#many)?.name ?? near(this.#body)?.name ?? null;
    if (kind === 'body') return near(this.#body)?.name ?? null;
    if (kind === 'relative') return this.#before(at)?.text ?? null;
    if (kind !== 'singular') return null;
    const gender = this.#genderOfWord(word);
    const spoke = near(this.#person);
    const fits = (other: Gender | null) => !gender || !other || other === gender;
    const named = this.#subjectBefore(at, fits);
    // who has just been named as the subject of a later sentence is nearer than who spoke before
    const chosen =
      spoke && fits(spoke.gender) && !(named && named.from > spoke.at + 40)
        ? spoke.name
        : named && this.#fullest(named);
    if (!chosen) return null;
    this.#person = { name: chosen, at, gender: gender ?? null };
    this.#any = this.#person;
    return chosen;
  }

  /** The person who opens the nearest sentence before, else the nearest person named. */
  #subjectBefore(at: number, fits: (gender: Gender | null) => boolean): Name | null {
    let nearest: Name | null = null;
    for (let index = this.#indexBefore(at); index >= 0; index -= 1) {
      const name = this.#names[index] as Name;
      if (at - name.from > MEMORY) break;
      if (!name.person || !fits(name.gender)) continue;
      nearest ??= name;
      if (this.#opensSentence(name)) return name;
    }
    return nearest;
  }

  #opensSentence({ from }: Name): boolean {
    const sentence = sentenceAt(this.#it, from);
    return sentence !== undefined && from - sentence.from <= 4;
  }

  #indexBefore(at: number): number {
    let [low, high] = [0, this.#names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#names[middle] as Name).from < at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The name before “who”: “Ana Ruiz, who said”. */
  #before(at: number): Name | null {
    const name = this.#names[this.#indexBefore(at)];
    return name && at - name.to <= 3 ? name : null;
  }

  /** The name in a phrase: the last run of name words that is a person, else the longest. */
  #named(from: number, to: number): Name | null {
    const inside: Name[] = [];
    for (let index = this.#indexBefore(to); index >= 0; index -= 1) {
      const name = this.#names[index] as Name;
      if (name.to <= from) break;
      if (name.from >= from) inside.push(name);
    }
    inside.reverse();
    // “Ana Ruiz, director of the Institute”: what stands before the comma
    const comma = inside.findIndex(name => this.#it.classes[name.to] === COMMA && name.to < to);
    const head = comma >= 0 ? inside.slice(0, comma + 1) : inside;
    // “Ana Ruiz for the Institute”: what stands before the preposition
    const person =
      head.find(name => name.person && AFTER_NAME[this.#it.classes[name.to] as number] === 1) ??
      head.findLast(name => name.person);
    if (person) return person;
    // “officials of the Ministry” are not the ministry
    const word = this.#token(from + (this.#it.classes[from] === DETERMINER && to - from > 1 ? 1 : 0));
    if (this.#lexicon.people.has(word.lower) && !word.capital) return null;
    const last = this.#token(to - 1);
    if (this.#lexicon.people.has(last.lower) && !last.capital) return null;
    const [only] = head;
    return head.length === 1 && only && to === only.to && only.from - from <= 2 ? only : null;
  }

  #fullest(name: Name): string {
    const known = this.#full.get(name.text);
    if (known !== undefined) return known;
    const full = this.#longest(name);
    this.#full.set(name.text, full);
    return full;
  }

  #longest(name: Name): string {
    if (this.#acronyms.has(name.text)) return this.#acronyms.get(name.text) as string;
    const words = name.text.split(' ');
    const longer = [
      ...(this.#byWord.get(words.at(-1) ?? '') ?? []),
      ...(this.#byWord.get(words[0] ?? '') ?? []),
    ].find(
      other =>
        other.person &&
        other.text.length > name.text.length &&
        (other.text.endsWith(` ${name.text}`) || other.text.startsWith(`${name.text} `)),
    );
    return longer?.text ?? name.text;
  }

  /** “the administration” is the body of that kind that was named in full before. */
  #fullBody(text: string, from: number, to: number): string {
    if (to - from > 1 || this.#token(from).capital) return text;
    const longer = this.#byWord.get(text.toLowerCase()) ?? [];
    return longer[0]?.text ?? text;
  }

  #acronymIn(from: number, to: number): string | null {
    const { text } = this.#token(to - 1);
    return to - from <= 2 ? (this.#acronyms.get(text) ?? null) : null;
  }

  /** “the minister”: whom the text calls so, if it is one person. */
  #roleIn(from: number, to: number): Name | null {
    if (to - from > 4) return null;
    const word = this.#token(to - 1).lower;
    const known = (this.#byRole.get(word) ?? []).filter(name => name.from < from);
    const people = new Set(known.map(name => this.#fullest(name)));
    const last = known.at(-1);
    return last && (people.size === 1 || from - last.from < MEMORY)
      ? { ...last, text: this.#fullest(last) }
      : null;
  }

  #genderOf(from: number, to: number): Gender | null {
    for (let at = from; at < to; at += 1) {
      const gender = this.#genderOfWord(this.#token(at).lower);
      if (gender) return gender;
    }
    return null;
  }

  #genderOfWord(word: string): Gender | null {
    if (this.#lexicon.feminine.has(word)) return 'feminine';
    return this.#lexicon.masculine.has(word) ? 'masculine' : null;
  }

  #collect(): void {
    const { tokens, classes } = this.#it;
    const lexicon = this.#lexicon;
    const begins = new Uint8Array(tokens.length + 1);
    for (const { from } of this.#it.sentences) begins[from] = 1;
    for (let at = 0; at < tokens.length; at += 1) {
      if (!this.#isNameWord(at)) continue;
      let to = at + 1;
      while (to < tokens.length && to - at < LONGEST_NAME && begins[to] === 0) {
        const { lower } = this.#token(to);
        const particle =
          lexicon.particles.has(lower) || (lexicon.bodyParticles.has(lower) && this.#hasBody(at, to));
        // “Secretary of State”, “University of the West Indies”
        const skip = !particle ? 0 : classes[to + 1] === DETERMINER ? 2 : 1;
        if (!this.#isNameWord(to + skip) || (skip > 0 && begins[to + skip] === 1)) break;
        to += skip + 1;
      }
      this.#take(at, to);
      // “Inter-American Commission on Human Rights (IACHR)”
      const inner = tokens[to + 1]?.text ?? '';
      if (classes[to] === OPENING && /^\p{Lu}[\p{Lu}\p{N}-]{1,9}$/u.test(inner) && to - at > 1)
        this.#acronyms.set(inner, this.#printed(at, to));
      at = to - 1;
    }
  }

  #hasBody(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (this.#lexicon.bodies.has(this.#token(at).lower)) return true;
    return false;
  }

  /** A capital letter that is not only that of a sentence’s first word. */
  #isNameWord(at: number): boolean {
    const token = this.#it.tokens[at];
    if (!token?.capital || !token.letters) return false;
    const of = this.#it.classes[at] as number;
    return of === CAPITAL || NAME_CLASSES[of] === 1 || this.#lexicon.roles.has(token.lower);
  }

  #take(begin: number, to: number): void {
    const roles: string[] = [];
    let from = begin;
    // roles before a name: lower-case ones stand before the run
    for (let at = begin - 1; at >= 0 && begin - at <= 3; at -= 1) {
      const { lower } = this.#token(at);
      if (!this.#lexicon.people.has(lower) && !this.#lexicon.roles.has(lower)) break;
      roles.push(lower);
    }
    const country = phraseAt(this.#lexicon.countries, this.#it.tokens, from);
    let isNamedBody = false;
    for (let at = from; at < to && !isNamedBody; at += 1) {
      const { lower } = this.#token(at);
      isNamedBody = this.#lexicon.bodies.has(lower) && !this.#lexicon.roles.has(lower);
    }
    // “Ambassador to the United States Ana Ruiz”
    if (country && to - from > country.length + 1 && !isNamedBody) from += country.length;
    // “Dutch Chancellor Ana Ruiz”
    const people = this.#lexicon.peoples.has(this.#token(from).lower);
    if (people && !isNamedBody && from < to - 2 && this.#isTitle(from + 1)) from += 1;
    while (!isNamedBody && from < to - 1 && this.#isTitle(from)) {
      roles.push(this.#token(from).lower);
      from += 1;
      // “Secretary of State Ana Ruiz”
      while (
        from < to - 1 &&
        this.#lexicon.particles.has(this.#token(from).lower) &&
        !this.#token(from).capital
      )
        from += 1;
    }
    const count = to - from;
    const first = this.#token(from);
    const last = this.#token(to - 1);
    let [isBody, isPeople] = [false, false];
    for (let at = from; at < to; at += 1) {
      const word = this.#token(at);
      isBody ||= word.upper || this.#lexicon.bodies.has(word.lower);
      isPeople ||= this.#lexicon.people.has(word.lower);
    }
    const after = this.#it.classes[to] === COMMA ? this.#rolesFrom(to + 1) : [];
    const before = this.#it.classes[begin - 1] === DETERMINER && roles.length === 0;
    // “Dutch Officials” and “Dutch” are nobody’s name
    const demonym = this.#lexicon.peoples.has(first.lower);
    const person =
      !isBody &&
      !before &&
      !demonym &&
      (count > 1 || (!isPeople && (roles.length > 0 || after.length > 0 || this.#personKnown(first.text))));
    const text = this.#printed(from, to);
    const name: Name = {
      from,
      to,
      text,
      person,
      roles: [...roles, ...after],
      gender: this.#genderOf(Math.max(0, begin - 2), from) ?? this.#genderOf(begin, to),
    };
    this.#names.push(name);
    if (count > 1)
      for (const word of new Set([first.text, last.text, last.lower])) append(this.#byWord, word, name);
    if (person) for (const role of name.roles) append(this.#byRole, role, name);
  }

  /** The words from token to token, on one line. */
  #printed(from: number, to: number): string {
    const { start, end } = placed(this.#it, { from, to });
    const text = this.#it.text.slice(start, end);
    return /[\n\t]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text;
  }

  #personKnown(word: string): boolean {
    return (this.#byWord.get(word) ?? []).some(name => name.person);
  }

  #isTitle(at: number): boolean {
    return this.#lexicon.roles.has(this.#token(at).lower);
  }

  /** Roles in “, the minister of labour,” after a name. */
  #rolesFrom(at: number): string[] {
    const found: string[] = [];
    for (let index = at; index < at + 5 && index < this.#it.tokens.length; index += 1) {
      const word = this.#token(index);
      if (!word.letters) break;
      if (this.#lexicon.people.has(word.lower) || this.#lexicon.roles.has(word.lower)) found.push(word.lower);
    }
    return found;
  }
}

const AFTER_NAME = classSet('for of preposition comma relative bracket-open');
const LONGEST_NAME = 12;
const NAME_CLASSES = classSet(
  'body person cue-noun cue-say cue-act cue-label cue-judge cue-show cue-ask cue-think cue-want noun plural word ing past finite infinitive',
);
