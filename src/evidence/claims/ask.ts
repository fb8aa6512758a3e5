/**
 * Files that were read are shown to a model of this machine too, one at a time. Nothing is sent while the dossier
 * holds protected claims; a model that fails is told, and its file is added with what reading found.
 */
import { Problem } from '#core/errors.ts';
import { proposalRows } from '#evidence/claims/proposals.ts';
import type { FailedPart, ReadFile, Said } from '#evidence/claims/read-apart.ts';
import { type Asked, checkedAddress, type Model, modelAt, readFurther } from '#evidence/model/model.ts';
import { loadLexicons, publishedOn, type SourceAbout } from '#evidence/sources/sources.ts';
import { findRows, type Store } from '#store/store.ts';

/** Which model is asked; kept with a job, and checked anew whenever it goes on. */
export interface ModelChoice {
  readonly url: string;
  /** Else the first that its server names. */
  readonly name?: string | undefined;
}

/** Elements of standards that a model may name, called as in this language. */
export type Elements = (language: string) => readonly { readonly id: string; readonly name: string }[];

/** Throws `model.address`, `protected.refused`; sends nothing. */
export async function checkModel(store: Store, { url }: ModelChoice): Promise<void> {
  checkedAddress(url);
  await refuseProtected(store);
}

async function refuseProtected(store: Store): Promise<void> {
  const [first] = await findRows(store, 'claims', 'protection', 'protected');
  if (first) throw new Problem('protected.refused', { what: `claims/${first.id}` });
}

export class Asker {
  readonly #store: Store;
  readonly #choice: ModelChoice;
  readonly #elements: Elements;
  /** A small model answers one question at a time: others would wait, and run out of time. */
  #turn: Promise<unknown> = Promise.resolve();
  #model: Model | undefined;

  constructor(store: Store, choice: ModelChoice, elements: Elements) {
    this.#store = store;
    this.#choice = choice;
    this.#elements = elements;
  }

  /** The file with what the model adds, and what came inside it. Throws nothing for what a model does. */
  async further(file: ReadFile, about: SourceAbout, signal?: AbortSignal): Promise<ReadFile> {
    const turn = this.#turn.then(() => this.#whole(file, about, signal));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #whole(file: ReadFile, about: SourceAbout, signal?: AbortSignal): Promise<ReadFile> {
    const parts: (ReadFile | FailedPart)[] = [];
    const asked = await this.#asked(file, about, signal);
    // what is said of the file is not said of what came in it
    for (const part of file.parts) parts.push('bytes' in part ? await this.#whole(part, {}, signal) : part);
    return { ...file, ...asked, parts };
  }

  async #asked(file: ReadFile, about: SourceAbout, signal?: AbortSignal): Promise<Partial<ReadFile>> {
    const { reading, extracted } = file;
    if (!reading) return {};
    try {
      // a claim may have come under protection since the last file
      await refuseProtected(this.#store);
      this.#model ??= await modelAt(this.#choice.url, this.#choice.name);
      const { reading: more, asked } = await readFurther(extracted.text, reading, this.#model, {
        lexicons: await loadLexicons(),
        elements: this.#elements(reading.language),
        published: publishedOn(extracted, about),
        signal,
      });
      return { proposals: proposalRows('', more), said: saidOf(asked), reading: undefined };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { said: this.#unasked(error), reading: undefined };
    }
  }

  #unasked({ code, details }: Problem): Said {
    const { host } = checkedAddress(this.#choice.url);
    const name = this.#choice.name ?? '';
    return { name, host, pieces: 0, proposed: 0, dropped: 0, failed: 0, why: { problem: code, details } };
  }
}

function saidOf({ failed, ...asked }: Asked): Said {
  const [first] = failed;
  return {
    ...asked,
    failed: failed.length,
    why: first ? { problem: first.code, details: first.details } : null,
  };
}
