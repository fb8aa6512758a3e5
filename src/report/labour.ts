/** Chapter 2: every standard applied, for and against at every element, what is missing and what would change it. */
import { ask, type Finding } from '#assessment/findings/findings.ts';
import { loadStandards, type Standard } from '#assessment/standards/standards.ts';
import { partyName } from '#evidence/claims/claims.ts';
import { type Block, type Cell, heading, joined, lead, note, para } from '#report/blocks.ts';
import { claimLinks, type Saying } from '#report/saying.ts';
import type { Route } from '#store/tables.ts';
import { assessWords } from '#words/assess.ts';
import { label } from '#words/labels.ts';
import { formatList } from '#words/language.ts';
import { labourWords } from '#words/pages/labour.ts';
import { reportWords as words } from '#words/report.ts';

export async function labourChapter(it: Saying): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const standard of await standardsApplied(it)) blocks.push(...(await standardBlocks(it, standard)));
  return blocks;
}

/** Standards on whose elements anything was ever said; on the rest every answer would be that nothing is known. */
export async function standardsApplied(it: Saying): Promise<Standard[]> {
  const borne = new Set(it.whole.bearings.map(bearing => bearing.element));
  const all = await loadStandards();
  return all.filter(({ stub, elements }) => !stub && elements.some(element => borne.has(element.id)));
}

async function standardBlocks(it: Saying, standard: Standard): Promise<Block[]> {
  const routes = standard.kind === 'verdict' ? standard.routes : [undefined];
  const found = await Promise.all(routes.map(route => findingOf(it, standard, route)));
  const [first, ...others] = found;
  if (!first) return [];
  return [
    heading(standard.title[it.language]),
    ...(await findingBlocks(it, standard, first)),
    ...(others.length > 0 ? [heading(it.t(words.sideVerdict), 3)] : []),
    ...others.flatMap(finding => otherRoute(it, finding)),
  ];
}

function findingOf(
  it: Saying,
  standard: Standard,
  route: Route | undefined,
  whole = false,
): Promise<Finding> {
  const { place, period, proof, held } = it.options;
  const evidence = whole ? it.whole : it.evidence;
  return ask(evidence, { standard: standard.id, place, period, proof, held, route, language: it.language });
}

async function findingBlocks(it: Saying, standard: Standard, finding: Finding): Promise<Block[]> {
  return [
    { kind: 'para', tone: 'lead', of: [finding.sentence, ...marksOf(it, finding)] },
    ...(finding.banner === null ? [] : [note(finding.banner)]),
    elementTable(it, finding, await withheldElements(it, standard, finding)),
    ...(await withheldTurns(it, standard, finding)),
    heading(it.t(words.missing), 3),
    ...missing(it, finding),
    heading(it.t(words.change), 3),
    ...changes(it, finding),
  ];
}

function marksOf(it: Saying, finding: Finding): Cell {
  return finding.illustrative ? [' ', { mark: it.t(words.illustrative) }] : [];
}

/** A route beside the first: its verdict and, for each element, both sides. */
function otherRoute(it: Saying, finding: Finding): Block[] {
  const { route } = finding.scope;
  const name = route === null ? '' : `${label('route', route, it.language)}: `;
  const heard = finding.elements.filter(element => element.for.length + element.against.length > 0);
  return [
    para(name, finding.sentence, ...marksOf(it, finding)),
    ...(heard.length > 0
      ? [
          elementTable(
            it,
            { ...finding, elements: heard, exceptions: [] },
            new Set(),
            `${name}${finding.standard.title}`,
          ),
        ]
      : []),
  ];
}

function elementTable(
  it: Saying,
  finding: Finding,
  withheld: ReadonlySet<string>,
  caption = finding.standard.title,
): Block {
  const row = (element: Finding['elements'][number], name: string): Cell[] => [
    [name],
    [assessWords.statuses[element.status][it.language]],
    claimLinks(it, element.for),
    claimLinks(it, element.against),
    [
      ...reasonOf(it, element, finding),
      ...(element.setAside.length > 0
        ? [` ${it.t(words.setAside)}: `, ...claimLinks(it, element.setAside)]
        : []),
      ...(withheld.has(element.id) ? [' ', { mark: it.t(words.withheldHere) }] : []),
    ],
  ];
  const head = [words.element, words.status, words.for, words.against].map(word => it.t(word));
  return {
    kind: 'table',
    caption,
    head: [...head, assessWords.reason[it.language]],
    rows: [
      ...finding.elements.map(element => row(element, element.name)),
      ...finding.exceptions.map(exception =>
        row(exception, `${exception.name} (${it.t(exception.invoked ? words.invoked : words.uninvoked)})`),
      ),
    ],
  };
}

/** Why it stands as it does; claims that would bear but are out of scope are named, so that none seems to be missing. */
function reasonOf(it: Saying, element: Finding['elements'][number], finding: Finding): Cell {
  const missed = finding.missed.filter(one => one.element === element.id && one.why !== 'withdrawn');
  if (missed.length === 0) return [element.reason];
  const silent = element.for.length + element.against.length + element.setAside.length === 0;
  const ids = [...new Set(missed.map(one => one.claim))].sort();
  return [silent ? '' : `${element.reason} `, `${it.t(words.leftOut)}: `, ...claimLinks(it, ids)];
}

/** Elements on which withheld claims bear: that there are some is told, never which. */
async function withheldElements(it: Saying, standard: Standard, finding: Finding): Promise<Set<string>> {
  if (it.withheld.claims.length === 0) return new Set();
  const gone = new Set(it.withheld.claims);
  const whole = await findingOf(it, standard, finding.scope.route ?? undefined, true);
  const touched = [...whole.elements, ...whole.exceptions].filter(element =>
    [...element.for, ...element.against, ...element.setAside].some(id => gone.has(id)),
  );
  return new Set(touched.map(element => element.id));
}

async function withheldTurns(it: Saying, standard: Standard, finding: Finding): Promise<Block[]> {
  if (it.withheld.claims.length === 0) return [];
  const whole = await findingOf(it, standard, finding.scope.route ?? undefined, true);
  if (whole.verdict === finding.verdict) return [note(it.t(words.withheldSame))];
  return [
    note(
      { mark: it.t(words.withheld) },
      ' ',
      it.t(words.withheldTurns, { verdict: verdictOf(it, whole.verdict) }),
    ),
  ];
}

function verdictOf(it: Saying, verdict: Finding['verdict']): string {
  return assessWords.verdicts[verdict][it.language];
}

function missing(it: Saying, finding: Finding): Block[] {
  const unknown = finding.elements
    .filter(element => element.status === 'unknown')
    .map(element => element.name);
  const count = (why: string) => finding.missed.filter(missed => missed.why === why).length;
  const left = {
    place: count('place'),
    period: count('period'),
    held: count('held'),
    withdrawn: count('withdrawn'),
  };
  return [
    para(
      unknown.length > 0
        ? it.t(words.missingElements, { list: formatList(unknown, it.language) })
        : it.t(words.missingNone),
    ),
    ...(finding.missed.length > 0 ? [note(it.t(words.missed, left))] : []),
  ];
}

function changes(it: Saying, finding: Finding): Block[] {
  if (finding.verdict === 'none') return [para(it.t(words.noVerdict))];
  const names = new Map(
    [...finding.elements, ...finding.exceptions].map(element => [element.id, element.name]),
  );
  const sets = finding.wouldChange.map(
    (change): Cell =>
      'withdraw' in change
        ? [`${it.t(words.withdraw)} `, ...claimLinks(it, change.withdraw)]
        : [`${it.t(words.show)} `, ...joined(change.show.map(id => [names.get(id) ?? id]))],
  );
  const turned = finding.robust.filter(robust => robust.verdict !== finding.verdict);
  const without = turned.map(
    (robust): Cell => [
      it.t(words.without, { what: droppedOf(it, robust.without), verdict: verdictOf(it, robust.verdict) }),
    ],
  );
  const items = [...sets, ...without];
  return items.length > 0 ? [{ kind: 'list', items }] : [lead(it.t(words.changeNone))];
}

function droppedOf(it: Saying, without: string): string {
  if (without === 'grades') return it.t(words.grades);
  const [kind = '', id = ''] = without.split(':');
  const side = { side: label('side', id, it.language) };
  if (kind === 'side') return it.t(labourWords.allOf, side);
  return kind === 'grades-of' ? it.t(words.gradesOf, side) : partyName(it.evidence, id);
}
