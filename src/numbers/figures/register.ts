/** The programme's register: agreements with their state on a day, deployments by place and period, totals with what they count. Pure. */
import { daysOf } from '#core/dates.ts';
import { isPlace, placeWithin, WORLD } from '#core/places.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import { type FigureGroup, figures } from '#numbers/figures/figures.ts';
import type { Row } from '#store/tables.ts';

/** `open`: begun, and no end is known. `unknown`: it is not said when it began. */
export type AgreementState = 'in-force' | 'ended' | 'not-begun' | 'open' | 'unknown';

export interface Agreement extends Omit<Row<'agreements'>, 'parties'> {
  /** Ids of those between whom it is. */
  readonly parties: readonly string[];
  readonly state: AgreementState;
}

export interface Register {
  readonly at: string;
  readonly agreements: readonly Agreement[];
  /** People in service by host and time, each with who says so. */
  readonly deployments: readonly FigureGroup[];
  /** In service in all hosts, the latest first; and all who ever served. */
  readonly totals: { readonly current: readonly FigureGroup[]; readonly cumulative: readonly FigureGroup[] };
}

/** `at`: a day; agreements are told as of it. */
export function register(evidence: Evidence, at: string, place?: string): Register {
  const fits = (it: { readonly place: string }) => place === undefined || placeWithin(it.place, place);
  const groups = figures(evidence, {});
  const latest = (a: FigureGroup, b: FigureGroup) => (a.at < b.at ? 1 : -1);
  const world = groups.filter(it => it.place === WORLD);
  return {
    at,
    agreements: evidence.agreements
      .filter(it => fits(it) && evidence.claims.get(it.claim)?.state !== 'withdrawn')
      .map(it => ({ ...it, parties: it.parties?.split(' ') ?? [], state: stateOf(it, at) }))
      .toSorted((a, b) => (`${a.place} ${a.from ?? a.signed}` < `${b.place} ${b.from ?? b.signed}` ? -1 : 1)),
    deployments: groups.filter(
      it => it.counted === 'workers' && it.place !== WORLD && isPlace(it.place) && fits(it),
    ),
    totals: {
      current: world.filter(it => it.counted === 'workers').toSorted(latest),
      cumulative: world.filter(it => it.counted === 'workers-served').toSorted(latest),
    },
  };
}

/** A partial date covers all its days: within them both are possible, and the end is taken as the last. */
function stateOf({ signed, from, to }: Row<'agreements'>, at: string): AgreementState {
  const day = daysOf(at);
  const begun = daysOf(from ?? signed ?? '');
  const ended = daysOf(to ?? '');
  if (!day) return 'unknown';
  if (ended && ended.last < day.first) return 'ended';
  if (!begun) return 'unknown';
  if (begun.first > day.last) return 'not-begun';
  return ended ? 'in-force' : 'open';
}
