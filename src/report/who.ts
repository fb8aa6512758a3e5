/** Chapter 1: who says so. Parties by side, and every claim that another answers. */
import { rowsWith, tally } from '#core/lookup.ts';
import { type Claim, fittingClaims, partyName } from '#evidence/claims/claims.ts';
import { whoAnswer } from '#report/answers.ts';
import { type Block, type Cell, heading, lead, note, para } from '#report/blocks.ts';
import { claimLinks, type Saying, searchesByClaim } from '#report/saying.ts';
import { label } from '#words/labels.ts';
import { reportWords as words } from '#words/report.ts';

export function claimsInScope({ evidence, options }: Saying): Claim[] {
  const { place, period } = options;
  return fittingClaims(evidence, { place, period }).filter(it => it.state !== 'withdrawn');
}

export function whoChapter(it: Saying): Block[] {
  const claims = claimsInScope(it);
  const part = whoAnswer(claims, it.evidence, it.language);
  return [
    lead(part.sentence),
    para(part.counts),
    heading(it.t(words.asserters)),
    asserters(it, claims),
    heading(it.t(words.answered)),
    answered(it, claims),
    unanswered(it, claims),
    para({ text: it.t(words.claims), chapter: 'claims' }, ' · ', {
      text: it.t(words.sources),
      chapter: 'sources',
    }),
  ];
}

/** Each party with one of its claims for each side, so that the counts open something. */
function asserters(it: Saying, claims: readonly Claim[]): Block {
  const by = Map.groupBy(claims, claim => claim.asserter);
  const rows = tally(claims, claim => claim.asserter).map(([id, n]) => {
    const own = by.get(id) ?? [];
    const [first] = own;
    const sides = tally(own, claim => claim.side).map(
      ([side, count]) => `${label('side', side, it.language)} ${count}`,
    );
    const name = partyName(it.evidence, id);
    return [
      [first ? { text: name, claim: first.id } : name],
      [String(n)],
      [sides.join(', ')],
    ] satisfies Cell[];
  });
  const head = [it.t(words.party), it.t(words.number), it.t(words.counts)];
  return { kind: 'table', caption: it.t(words.asserters), head, rows };
}

function answered(it: Saying, claims: readonly Claim[]): Block {
  const rows = claims.flatMap(claim => {
    const answers = rowsWith(it.evidence.answers, 'answers', claim.id);
    return answers.map((answer): Cell[] => [
      [...claimLinks(it, [claim.id]), ` ${claim.proposition}`],
      [...claimLinks(it, [answer.claim]), ` ${it.evidence.claims.get(answer.claim)?.proposition ?? ''}`],
      [`${label('answer', answer.kind, it.language)}: ${answer.reason}`],
    ]);
  });
  const head = [it.t(words.claim), it.t(words.answer), it.t(words.how)];
  return { kind: 'table', caption: it.t(words.answered), head, rows };
}

function unanswered(it: Saying, claims: readonly Claim[]): Block {
  const open = claims.filter(claim => rowsWith(it.evidence.answers, 'answers', claim.id).length === 0);
  const searched = open.filter(claim => searchesByClaim(it.evidence).has(claim.id)).length;
  return note(it.t(words.unanswered, { n: open.length, searched, unlooked: open.length - searched }));
}
