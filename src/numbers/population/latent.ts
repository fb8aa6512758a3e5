/**
 * Latent classes of people whose lists are independent within a class, as many classes as the table asks for: a Dirichlet
 * process, cut at ten, sampled by Gibbs (Manrique-Vallier 2016). Several chains from their own starts. Pure.
 */
import { Random } from '#core/random.ts';
import { type Histories, heldBy } from '#numbers/population/histories.ts';

export interface Chains {
  /** Sizes by chain, in the order drawn. */
  readonly draws: readonly Float64Array[];
  /** Gelman & Rubin's factor by which the chains differ; 1 where they agree. */
  readonly rhat: number;
}

export interface Sampling {
  readonly chains: number;
  readonly burnIn: number;
  readonly draws: number;
  /** One of so many states is kept. */
  readonly thin: number;
  readonly seed: number;
  readonly onStep?: ((done: number, of: number) => void) | undefined;
}

const CLASSES = 10;
/** Prior of the concentration: Gamma(0.25, rate 0.25); of a list's chance within a class: uniform; of the size: 1/N. */
const SHAPE = 0.25;
const RATE = 0.25;

export function latentClasses(table: Histories, sampling: Sampling): Chains {
  const draws = Array.from({ length: sampling.chains }, (_, chain) => run(table, sampling, chain));
  return { draws, rhat: rhat(draws) };
}

interface State {
  /** People by class, seen and unseen. */
  readonly size: Float64Array;
  /** Of them on each list: class × list. */
  readonly on: Float64Array;
  readonly chance: Float64Array;
  readonly weight: Float64Array;
  alpha: number;
  unseen: number;
}

function run(
  table: Histories,
  { chains, burnIn, draws, thin, seed, onStep }: Sampling,
  chain: number,
): Float64Array {
  const random = new Random(seed * 1000 + chain);
  const k = table.lists.length;
  const seen = Array.from(table.counts.keys()).filter(cell => (table.counts[cell] ?? 0) > 0);
  const state: State = {
    size: new Float64Array(CLASSES),
    on: new Float64Array(CLASSES * k),
    chance: Float64Array.from({ length: CLASSES * k }, (_, at) => random.uniform() * onShare(table, at % k)),
    weight: Float64Array.from({ length: CLASSES }, (_, c) => 0.05 ** c),
    alpha: 0.25,
    unseen: 0,
  };
  const found = new Float64Array(draws);
  const rounds = burnIn + draws * thin;
  for (let round = 1; round <= rounds; round++) {
    step(state, table, seen, random);
    const kept = round - burnIn;
    if (kept > 0 && kept % thin === 0) found[kept / thin - 1] = table.observed + state.unseen;
    if (round % 1000 === 0) onStep?.(chain * rounds + round, chains * rounds);
  }
  return found;
}

/** Chances start below a list's share of the seen: from higher ones the unseen would climb for thousands of rounds. */
function onShare(table: Histories, list: number): number {
  return (heldBy(table)[1 << list] ?? 0) / table.observed;
}

const share = new Float64Array(CLASSES);
const drawn = new Float64Array(CLASSES);

/** One sweep: classes of the seen, the unseen and their classes, chances, weights, concentration. */
function step(state: State, table: Histories, seen: readonly number[], random: Random): void {
  const k = table.lists.length;
  state.size.fill(0);
  state.on.fill(0);
  for (const cell of seen) place(state, k, cell, table.counts[cell] as number, random);
  // those on no list, negative binomial given everything else and the prior 1/N
  const none = probabilities(state, k, 0);
  state.unseen = random.poisson((random.gamma(table.observed) * none) / (1 - none));
  place(state, k, 0, state.unseen, random);
  for (let c = 0; c < CLASSES; c++)
    for (let list = 0; list < k; list++) {
      const on = state.on[c * k + list] as number;
      state.chance[c * k + list] = random.beta(1 + on, 1 + (state.size[c] as number) - on);
    }
  breakStick(state, random);
}

function place(state: State, k: number, cell: number, people: number, random: Random): void {
  probabilities(state, k, cell);
  random.multinomial(people, share, drawn);
  for (let c = 0; c < CLASSES; c++) {
    const here = drawn[c] as number;
    if (here === 0) continue;
    state.size[c] = (state.size[c] as number) + here;
    for (let list = 0; list < k; list++)
      if (cell & (1 << list)) state.on[c * k + list] = (state.on[c * k + list] as number) + here;
  }
}

/** Chance of a history in each class, into `share`; their sum. */
function probabilities({ weight, chance }: State, k: number, cell: number): number {
  let sum = 0;
  for (let c = 0; c < CLASSES; c++) {
    let product = weight[c] as number;
    for (let list = 0; list < k; list++) {
      const on = chance[c * k + list] as number;
      product *= cell & (1 << list) ? on : 1 - on;
    }
    share[c] = product;
    sum += product;
  }
  return sum;
}

function breakStick(state: State, random: Random): void {
  let after = state.size.reduce((sum, it) => sum + it, 0);
  let logRest = 0;
  for (let c = 0; c < CLASSES - 1; c++) {
    after -= state.size[c] as number;
    // of two gammas, so that the rest keeps its logarithm when it is far below one in 2^53
    const [a, b] = [random.gamma(1 + (state.size[c] as number)), random.gamma(state.alpha + after)];
    state.weight[c] = Math.exp(logRest) * (a / (a + b));
    logRest += Math.max(Math.log(b) - Math.log(a + b), LEAST_LOG);
  }
  state.weight[CLASSES - 1] = Math.exp(logRest);
  state.alpha = random.gamma(SHAPE + CLASSES - 1) / (RATE - logRest);
}

/** b may underflow to 0 when the concentration is tiny. */
const LEAST_LOG = -700;

/** Of whole chains, 1 for one chain; Gelman & Rubin (1992), without the correction for few draws. */
export function rhat(chains: readonly Float64Array[]): number {
  const n = chains[0]?.length ?? 0;
  if (chains.length < 2 || n < 2) return 1;
  const means = chains.map(chain => chain.reduce((sum, it) => sum + it, 0) / n);
  const mean = means.reduce((sum, it) => sum + it, 0) / means.length;
  const between = (n * means.reduce((sum, it) => sum + (it - mean) ** 2, 0)) / (means.length - 1);
  const within =
    chains.reduce(
      (sum, chain, i) => sum + chain.reduce((s, it) => s + (it - (means[i] ?? 0)) ** 2, 0) / (n - 1),
      0,
    ) / chains.length;
  return within > 0 ? Math.sqrt((n - 1) / n + between / n / within) : 1;
}
