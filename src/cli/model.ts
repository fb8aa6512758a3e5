/** `--model URL [--model-name NAME]`: a language model of this machine that is asked about what is added. */
import { loadElements } from '#assessment/standards/standards.ts';
import type { Context } from '#cli/context.ts';
import type { Further } from '#evidence/claims/claims.ts';
import { checkedAddress, type Model, modelAt } from '#evidence/model/model.ts';

/** Sends nothing yet. Throws `model.address`. */
export async function furtherOf(context: Context): Promise<Further | undefined> {
  const url = context.text('model');
  if (url === undefined) return undefined;
  checkedAddress(url);
  return { model: { url, name: context.text('model-name') }, elements: await loadElements() };
}

/** With its name, asked of its server where it is not said. Throws `model.*`. */
export async function modelOf(context: Context): Promise<Model | null> {
  const url = context.text('model');
  return url === undefined ? null : modelAt(url, context.text('model-name'));
}
