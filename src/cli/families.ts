/** `probanza families`: copies, versions and parts, as recorded and as proposed. */
import type { Context } from '#cli/context.ts';
import { table } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import { type Family, families, proposeCopies, relate } from '#evidence/claims/claims.ts';
import { labels } from '#words/labels.ts';
import { formatShare, say } from '#words/language.ts';
import { compareWords as words } from '#words/pages/compare.ts';

const KINDS = ['version', 'copy', 'part'] as const;

export async function run(context: Context): Promise<undefined> {
  const source = context.text('relate');
  if (source !== undefined) return record(context, source);
  if (context.flag('find')) {
    const found = await proposeCopies(await context.dossier({ write: true }), { by: context.by });
    if (!context.json) context.io.stderr.write(`${say(words.found, context.language, { n: found })}\n`);
  }
  const all = await families(await context.dossier(), context.text('source'));
  context.print(all, () =>
    [
      say(words.familiesFound, context.language, { n: all.length }),
      ...all.map(family => printed(family, context)),
    ].join('\n\n'),
  );
  return undefined;
}

function printed({ members, links }: Family, { language }: Context): string {
  const lines = members.map(it => [it.date, it.id, it.title, it.publisher].filter(Boolean).join('  '));
  const rows = links.map(it => [
    it.state === 'waiting' ? (it.proposal ?? '') : labels.state.accepted[language],
    it.score === null ? '' : formatShare(it.score, language),
    `${it.source} ${words.relations[it.kind][language]} ${it.of}: ${reasonOf(it.reason)?.[language] ?? it.reason}`,
  ]);
  return `${lines.join('\n')}\n${table([words.state[language], words.score[language], words.how[language]], rows)}`;
}

function reasonOf(reason: string) {
  return (words.copies as Readonly<Record<string, (typeof words.copies)['copy-near']>>)[reason];
}

async function record(context: Context, source: string): Promise<undefined> {
  const as = context.text('as') ?? 'version';
  const kind = KINDS.find(it => it === as);
  if (!kind) throw new Problem('usage.value', { what: as, where: '--as' });
  const [of, reason] = [context.need('of'), context.need('reason')];
  const store = await context.dossier({ write: true });
  const id = await relate(store, { by: context.by }, { source, of, kind, reason });
  context.print({ id, source, of, kind, reason }, () =>
    say(words.related, context.language, { source, of, kind: words.relations[kind][context.language] }),
  );
  return undefined;
}
