/** The rows of log-linear models: independent lists, two stepwise choices, and the least BIC of all models. Pure. */
import { Random } from '#core/random.ts';
import { bca, type Interval } from '#numbers/population/bootstrap.ts';
import { byBic, leastBic, stepwise, stepwiseByTail } from '#numbers/population/choose.ts';
import { type Choice, type Estimate, type Range, row, thin } from '#numbers/population/estimate.ts';
import { type Histories, modelName } from '#numbers/population/histories.ts';
import { type Fit, fitted, mainEffects, type Refusal, refusal } from '#numbers/population/log-linear.ts';
import { profile } from '#numbers/population/profile.ts';
import type { PopulationNote } from '#words/population.ts';

export interface Drawing {
  readonly resamples: number;
  readonly seed: number;
  readonly onStep?: ((done: number, of: number) => void) | undefined;
}

interface Chosen {
  readonly choice: Choice;
  /** The chosen one first. */
  readonly fits: readonly Fit[];
  readonly refused?: readonly Refusal[];
  readonly warnings?: readonly PopulationNote[];
  /** Makes the choice again, on a table drawn from this one; absent where nothing is drawn. */
  readonly again?: (drawn: Histories) => Fit | null;
}

export function logLinear(table: Histories, level: number, drawing: Drawing): Estimate[] {
  return [independent, byAic, byTail, byLeastBic].map(choose =>
    fromFits(table, level, choose(table), drawing),
  );
}

function independent(table: Histories): Chosen {
  const main = mainEffects(table.lists.length);
  const fit = fitted(table, main);
  return { choice: 'main-effects', fits: fit ? [fit] : [], refused: fit ? [] : refusal(table, main) };
}

function byAic(table: Histories): Chosen {
  const stepped = stepwise(table);
  return {
    choice: 'stepwise-aic',
    fits: stepped ? [stepped.fit] : [],
    warnings: stepped?.endedEmpty ? ['ended-empty'] : [],
  };
}

function byTail(table: Histories): Chosen {
  const fit = stepwiseByTail(table);
  return { choice: 'stepwise-p', fits: fit ? [fit] : [], again: stepwiseByTail };
}

function byLeastBic(table: Histories): Chosen {
  const { close, order, drawn, all } = byBic(table);
  return {
    choice: 'least-bic',
    fits: close,
    warnings: [
      ...(order < table.lists.length - 1 ? ['lower-order' as const] : []),
      ...(all ? [] : ['drawn-close' as const]),
    ],
    again: it => leastBic(it, drawn),
  };
}

function fromFits(table: Histories, level: number, chosen: Chosen, drawing: Drawing): Estimate {
  const { choice, fits, refused = [], warnings = [], again } = chosen;
  const [best] = fits;
  const likely = best && profile(table, best, level);
  const drawn = best && again ? drawnInterval(table, level, again, drawing) : null;
  const profiled: Range[] = likely
    ? [{ kind: 'profile', low: likely.low, high: likely.high, errors: null }]
    : [];
  return row(table, 'log-linear', level, {
    choice,
    estimate: best?.estimate ?? null,
    intervals: [...(drawn ? [fromDraws(drawn)] : []), ...profiled],
    models: fits.map(({ terms, estimate, bic, aic }, index) => ({
      model: modelName(terms),
      estimate,
      bic,
      aic,
      ...(index === 0 && likely ? { multinomial: likely.top } : {}),
    })),
    refused,
    warnings: [
      ...warnings,
      ...(likely?.high === null ? ['unbounded' as const] : []),
      ...(best && again && drawing.resamples > 0 && !drawn ? ['few-drawn' as const] : []),
      ...thin(table),
    ],
    seed: drawn ? drawing.seed : null,
  });
}

function drawnInterval(
  table: Histories,
  level: number,
  again: (drawn: Histories) => Fit | null,
  { resamples, seed, onStep }: Drawing,
): Interval | null {
  if (resamples === 0) return null;
  const random = new Random(seed);
  return bca(table, it => again(it)?.estimate ?? null, level, { resamples, random, onStep });
}

function fromDraws({ low, high, lowError, highError }: Interval): Range {
  return { kind: 'bca', low, high, errors: [lowError, highError] };
}
