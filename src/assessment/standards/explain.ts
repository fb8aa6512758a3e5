/** A standard told to a reader: its rule as a tree of plain sentences, its elements, and whom it bound when. Pure. */
import type { Term } from '#assessment/standards/rule.ts';
import type { Binding, Element, Exception, Standard } from '#assessment/standards/shape.ts';
import { type Select, selected, type Written } from '#assessment/standards/written.ts';
import { type Language, type Sentence, say } from '#words/language.ts';
import { gradeNames, ruleWords } from '#words/standards.ts';

/** A line of a rule and the lines under it; `element` where the line is one. */
export interface RuleLine {
  readonly text: string;
  readonly element: string | null;
  readonly standard: string | null;
  readonly under: readonly RuleLine[];
}

export interface Explained {
  readonly id: string;
  readonly kind: Standard['kind'];
  readonly stub: boolean;
  readonly version: string;
  readonly title: string;
  readonly body: string;
  readonly year: number;
  readonly source: Standard['source'];
  readonly verified: Standard['verified'];
  readonly subjects: Standard['subjects'];
  readonly routes: Standard['routes'];
  readonly file: string;
  readonly sha256: string;
  readonly says: string | null;
  readonly rule: RuleLine;
  readonly elements: readonly ReturnType<typeof elementTold>[];
  readonly exceptions: readonly (ReturnType<typeof elementTold> & {
    readonly paragraph: string;
    readonly burden: string;
  })[];
  readonly binds: readonly Binding[];
}

export function explain(it: Standard, all: readonly Standard[], language: Language): Explained {
  const told = (element: Element | Exception) => elementTold(element, it, language);
  const { id, kind, version, body, year, source, verified, subjects, routes, file, sha256, binds } = it;
  return {
    ...{ id, kind, version, body, year, source, verified, subjects, routes, file, sha256, binds },
    stub: it.stub === true,
    title: it.title[language],
    says: it.says?.[language] ?? null,
    rule: ruleTold(it, all, language),
    elements: it.elements.map(told),
    exceptions: it.exceptions.map(one => ({ ...told(one), paragraph: one.paragraph, burden: one.burden })),
  };
}

function elementTold({ id, name, description, lookFor, ...it }: Element, of: Standard, language: Language) {
  return {
    id,
    name: name[language],
    names: name,
    description,
    lookFor,
    dimension: it.dimension === undefined ? null : dimensionName(of, it.dimension, language),
    type: it.type ?? null,
    strength: it.strength ?? null,
  };
}

function dimensionName(of: Standard, dimension: string, language: Language): string {
  return of.dimensions?.[dimension]?.[language] ?? dimension;
}

/** The rule as its file writes it, with its own exceptions last. */
function ruleTold(it: Standard, all: readonly Standard[], language: Language): RuleLine {
  const teller = new Teller(it, all, language);
  const rule = teller.tell(it.written);
  if (it.exceptions.length === 0) return rule;
  const exceptions = it.exceptions.map(one => teller.tell({ ref: one.id }));
  return line(ruleWords.and[language], [rule, line(ruleWords.ownExceptions[language], exceptions)]);
}

function line(text: string, under: readonly RuleLine[] = []): RuleLine {
  return { text, element: null, standard: null, under };
}

class Teller {
  readonly #of: Standard;
  readonly #all: readonly Standard[];
  readonly #language: Language;
  readonly #names: ReadonlyMap<string, Sentence>;

  constructor(of: Standard, all: readonly Standard[], language: Language) {
    [this.#of, this.#all, this.#language] = [of, all, language];
    this.#names = new Map([...of.elements, ...of.exceptions].map(it => [it.id, it.name]));
  }

  /** `within`: under a count over dimensions, to which selections are narrowed. */
  tell(rule: Written, within = false): RuleLine {
    if ('ref' in rule) return { ...line(this.#name(rule.ref)), element: rule.ref };
    if ('standard' in rule)
      return {
        ...line(this.#say(ruleWords.standard, { title: this.#title(rule.standard) })),
        standard: rule.standard,
      };
    if ('anyExceptionOf' in rule) {
      const title = this.#title(rule.anyExceptionOf);
      return { ...line(this.#say(ruleWords.excepted, { title })), standard: rule.anyExceptionOf };
    }
    return this.#joint(rule, within);
  }

  #joint(rule: Extract<Written, { op: string }>, within: boolean): RuleLine {
    const refs = (list: readonly string[]) => list.map(ref => this.tell({ ref }));
    const each = (list: readonly Written[] = []) => list.map(it => this.tell(it, within));
    switch (rule.op) {
      case 'and':
      case 'or':
        return line(this.#say(ruleWords[rule.op]), each(rule.args));
      case 'not':
        return line(this.#say(ruleWords.not), [this.tell(rule.arg, within)]);
      case 'atLeast':
        return rule.select
          ? this.#chosen(within ? ruleWords.chosenHere : ruleWords.chosen, rule.select, rule.n)
          : line(this.#say(ruleWords.atLeast, { n: rule.n }), each(rule.args));
      case 'exactlyOne':
        return rule.select
          ? this.#chosen(ruleWords.oneChosen, rule.select, 1)
          : line(this.#say(ruleWords.exactlyOne), each(rule.args));
      case 'exists':
      case 'forAll':
        return this.#quantified(rule);
      case 'stage':
      case 'ordered':
        return line(this.#say(ruleWords[rule.op]), refs(rule.order));
      case 'inReferencePeriod':
        return line(this.#say(ruleWords.inReferencePeriod), refs(rule.oneOf));
      case 'gt':
      case 'lt':
        return line(
          this.#say(ruleWords[rule.op], { left: termTold(rule.left), right: termTold(rule.right) }),
        );
      case 'checklist':
        return line(this.#say(ruleWords.checklist), refs(rule.of ?? []));
    }
  }

  #quantified(rule: Extract<Written, { op: 'forAll' | 'exists' }>): RuleLine {
    if ('in' in rule) return line(this.#say(ruleWords[`${rule.op}In`], { list: this.#dimension(rule.in) }));
    const list = rule.over.map(it => this.#dimension(it)).join(' · ');
    return line(this.#say(ruleWords[`${rule.op}Over`], { list }), [this.tell(rule.rule, true)]);
  }

  #chosen(sentence: Sentence, select: Select, n: number): RuleLine {
    const grades = [select.type ?? [], select.strength ?? []].map(it =>
      [it].flat().map(one => gradeNames[one]?.[this.#language] ?? one),
    );
    const dimensions = [select.dimension ?? []].flat().map(it => this.#dimension(it));
    const told = [...grades, dimensions].filter(it => it.length > 0).map(it => it.join(' / '));
    const of = selected(this.#of.elements, select).length;
    return line(this.#say(sentence, { n, of, select: told.join(', ') }));
  }

  #name(element: string): string {
    return this.#names.get(element)?.[this.#language] ?? element;
  }

  #title(id: string): string {
    return this.#all.find(it => it.id === id)?.title[this.#language] ?? id;
  }

  #dimension(dimension: string): string {
    return dimensionName(this.#of, dimension, this.#language);
  }

  #say(sentence: Sentence, holes: Record<string, string | number> = {}): string {
    return say(sentence, this.#language, holes);
  }
}

function termTold(term: Term): string {
  if (typeof term === 'number') return String(term);
  return 'var' in term ? term.var : `(${termTold(term.left)} − ${termTold(term.right)})`;
}
