/** `probanza assess`: a standard applied to the claims at a level of proof. */

import {
  type Asked,
  ask,
  askIf,
  askLadder,
  askRoutes,
  type Finding,
  recordFinding,
  type Supposed,
} from '#assessment/findings/findings.ts';
import { oneOf } from '#cli/choices.ts';
import type { Context } from '#cli/context.ts';
import { table, wrap } from '#cli/table.ts';
import { Problem } from '#core/errors.ts';
import { type Evidence, loadEvidence } from '#evidence/claims/claims.ts';
import { ROUTES } from '#store/tables.ts';
import { assessWords, boundSentence } from '#words/assess.ts';
import { say } from '#words/language.ts';

/** Asks at every rung of the ladder. */
const ALL = 'all';

export async function run(context: Context): Promise<undefined> {
  const record = context.flag('record');
  const supposed = supposedIn(context);
  const route = oneOf(context, 'route', [...ROUTES, 'all']);
  const ladder = context.text('proof') === ALL;
  const several = supposed ? '--without, --grade' : route === 'all' ? '--route all' : '--proof all';
  if (record && (supposed || route === 'all' || ladder))
    throw new Problem('usage.value', { what: '--record', where: several });
  if (ladder && (supposed || route === 'all'))
    throw new Problem('usage.value', { what: '--proof all', where: several });
  const store = await context.dossier({ write: record });
  const evidence = await loadEvidence(store);
  const asked = {
    standard: context.need('standard'),
    proof: ladder ? undefined : context.text('proof'),
    place: context.place(),
    period: context.period(),
    dutyBearer: context.text('duty-bearer'),
    held: oneOf(context, 'held', ['all', 'originals']),
    presume: context.texts('presume').flatMap(idsIn),
    language: context.language,
  };
  if (route === 'all') return everyRoute(context, evidence, asked);
  if (ladder) return everyRung(context, evidence, { ...asked, route });
  if (supposed) return supposing(context, evidence, { ...asked, route }, supposed);
  const finding = await ask(evidence, { ...asked, route });
  if (record) await recordFinding(store, { by: context.by }, finding);
  context.print(finding, () => printed(finding, context));
  return undefined;
}

/** A rung each line, the lowest first; nothing is anybody's default here. */
async function everyRung(context: Context, evidence: Evidence, asked: Asked): Promise<undefined> {
  const { language } = context;
  const found = await askLadder(evidence, asked);
  const [first] = found.ladder;
  context.print(found, () =>
    [
      found.standard.title,
      table(
        [
          assessWords.proof[language],
          assessWords.verdict[language],
          ...(first?.elements ?? []).map(it => it.id),
        ],
        found.ladder.map(it => [
          it.proof.name,
          assessWords.verdicts[it.verdict][language],
          ...it.elements.map(element => assessWords.statuses[element.status][language]),
        ]),
      ),
    ].join('\n\n'),
  );
  return undefined;
}

/** Each route by itself, labelled, never merged. */
async function everyRoute(context: Context, evidence: Evidence, asked: Asked): Promise<undefined> {
  const { standard, routes } = await askRoutes(evidence, asked);
  context.print({ standard, routes }, () =>
    [
      wrap(assessWords.routes[context.language], 80),
      ...routes.map(it => `## ${it.scope.route}\n\n${printed(it, context)}`),
    ].join('\n\n'),
  );
  return undefined;
}

async function supposing(
  context: Context,
  evidence: Evidence,
  asked: Asked,
  supposed: Supposal,
): Promise<undefined> {
  const { language } = context;
  const { before, after, moved } = await askIf(evidence, asked, supposed);
  const told = { ...supposed, before, moved };
  context.print({ ...after, whatIf: told }, () => {
    const verdict = assessWords.verdicts[before.verdict][language];
    const moves = moved.map(
      ({ id, from, to }) =>
        `- ${id}: ${assessWords.statuses[from][language]} → ${assessWords.statuses[to][language]}`,
    );
    return [
      wrap(say(assessWords.supposed, language, { verdict }), 80),
      ...(moves.length > 0 ? [moves.join('\n')] : []),
      printed(after, context),
    ].join('\n\n');
  });
  return undefined;
}

type Supposal = Required<Omit<Supposed, 'proof'>>;

/** `--without ID,…` and `--grade ID=GRADE`, as often as given; null where nothing is supposed. */
function supposedIn(context: Context): Supposal | null {
  const without = context.texts('without').flatMap(idsIn);
  const grades = context.texts('grade').map(pair => {
    const at = pair.indexOf('=');
    if (at < 1) throw new Problem('usage.value', { what: pair, where: '--grade ID=GRADE' });
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  if (without.length + grades.length === 0) return null;
  return { without, grades: Object.fromEntries(grades) };
}

function idsIn(list: string): string[] {
  return list.split(/[,\s]+/).filter(it => it !== '');
}

function printed(finding: Finding, { language }: Context): string {
  const words = assessWords;
  const rows = finding.elements.map(it => [
    it.id,
    words.statuses[it.status][language],
    `${it.origins.for} : ${it.origins.against}`,
    it.reason,
  ]);
  const change = finding.wouldChange
    .slice(0, 8)
    .map(it =>
      'withdraw' in it
        ? say(words.withdraw, language, { ids: it.withdraw.join(', ') })
        : say(words.show, language, { ids: it.show.join(', ') }),
    );
  const turned = finding.robust.filter(it => it.verdict !== finding.verdict);
  const robust = turned.map(it => `${it.without}: ${words.verdicts[it.verdict][language]}`);
  const invoked = finding.exceptions.filter(it => it.invoked);
  const notes = [
    ...finding.presumptions.map(it => it.sentence),
    ...invoked.map(it =>
      say(words.exception, language, {
        name: it.name,
        status: words.statuses[it.status][language],
      }),
    ),
    ...(finding.pattern ? [finding.pattern.sentence] : []),
    ...finding.circles.map(it => say(words.circle, language, { ids: it.claims.join(' → ') })),
  ];
  return [
    wrap(finding.sentence, 80),
    ...(finding.banner ? [wrap(finding.banner, 80)] : []),
    table(
      [words.element, words.status, words.origins, words.reason].map(it => it[language]),
      rows,
    ),
    ...notes.map(it => wrap(it, 80)),
    change.length > 0
      ? `${words.wouldChange[language]}\n${change.map(it => wrap(`- ${it}`, 80)).join('\n')}`
      : '',
    wrap(boundSentence(finding.bounds.withdraw, language), 80),
    robust.length > 0 ? wrap(`${words.robust[language]} ${robust.join('; ')}`, 80) : '',
  ]
    .filter(part => part !== '')
    .join('\n\n');
}
