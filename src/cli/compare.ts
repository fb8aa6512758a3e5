/** `probanza compare`: what changed between two texts, numbers and names first. */
import type { Context } from '#cli/context.ts';
import { table, wrap } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import { type Compared, compare, loadEvidence } from '#evidence/claims/claims.ts';
import { formatShare, say } from '#words/language.ts';
import { compareWords as words } from '#words/pages/compare.ts';

export async function run(context: Context): Promise<undefined> {
  const [a, b, ...more] = context.args;
  if (a === undefined || b === undefined)
    throw new Problem('usage.missing', { where: 'compare', what: 'A B' });
  if (more.length > 0) throw new Problem('usage.value', { what: more.join(' '), where: 'compare A B' });
  const store = await context.dossier();
  const compared = await compare(store, await loadEvidence(store), a, b);
  context.print(asJson(compared), () => printed(compared, context));
  return undefined;
}

function asJson({ sides, pieces, facts, claims, same }: Compared) {
  return {
    a: { source: sides.a.source.id, text: sides.a.text.id },
    b: { source: sides.b.source.id, text: sides.b.text.id },
    same,
    facts,
    claims: claims.map(it => ({ claim: it.claim.id, side: it.side, fate: it.fate })),
    pieces: pieces.filter(it => it.kind !== 'same'),
  };
}

function printed(compared: Compared, { language }: Context): string {
  const { sides, pieces, facts, claims, same } = compared;
  const count = (kind: string) => pieces.filter(it => it.kind === kind).length;
  const head = say(words.sentence, language, {
    same: formatShare(same, language),
    facts: facts.length,
    removed: count('removed'),
    added: count('added'),
    changed: count('changed'),
  });
  const nothing = words.nothing[language];
  const rows = facts.map(it => [words.facet[it.kind][language], it.before ?? nothing, it.after ?? nothing]);
  const shaken = claims.map(it => `${it.claim.id}: ${words.fates[it.fate][language]}`);
  const lines = pieces
    .filter(it => it.kind !== 'same')
    .flatMap(it => [
      ...(it.kind === 'added' ? [] : [marked('-', sides.a.body.slice(it.a.start, it.a.end))]),
      ...(it.kind === 'removed' ? [] : [marked('+', sides.b.body.slice(it.b.start, it.b.end))]),
    ]);
  return [
    wrap(
      `a ${sides.a.source.title} (${sides.a.text.id})\nb ${sides.b.source.title} (${sides.b.text.id})`,
      80,
    ),
    wrap(head, 80),
    rows.length === 0
      ? words.noFacts[language]
      : table([words.what[language], words.before[language], words.after[language]], rows),
    shaken.length === 0 ? words.noClaims[language] : [`${words.claims[language]}:`, ...shaken].join('\n'),
    lines.join('\n'),
  ].join('\n\n');
}

function marked(sign: string, text: string): string {
  return wrap(`${sign} ${text.replace(/\s+/g, ' ')}`, 78);
}
