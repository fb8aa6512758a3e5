/** Special functions that estimates stand on. Pure; accuracy is stated where each is defined. */

const HALF_LOG_TAU = 0.5 * Math.log(2 * Math.PI);

/**
 * Natural logarithm of the gamma function for x > 0: Stirling's series, with the recurrence below 15.
 * Relative error about 1e-15 away from its zeros at 1 and 2. Source: Abramowitz & Stegun 6.1.41.
 */
export function lnGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let shift = 0;
  let z = x;
  if (z < 15) {
    let product = 1;
    for (; z < 15; z++) product *= z;
    shift = Math.log(product);
  }
  const r = 1 / (z * z);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188))))) / z;
  return (z - 0.5) * Math.log(z) - z + HALF_LOG_TAU + series - shift;
}

/** ln of the smaller of P(X ≤ n) and P(X ≥ n), X Poisson with this mean: the tail summed from its largest term. Error about 1e-12. */
export function lnPoissonTail(n: number, mean: number): number {
  if (mean <= 0) return n > 0 ? Number.NEGATIVE_INFINITY : 0;
  const first = n * Math.log(mean) - mean - lnGamma(n + 1);
  const below = n < mean;
  let term = 1;
  let sum = 1;
  for (let k = n; term > 1e-17 * sum && (!below || k > 0); k += below ? -1 : 1) {
    term *= below ? k / mean : mean / (k + 1);
    sum += term;
  }
  return Math.min(0, first + Math.log(sum));
}

/** The z below which the standard normal has the share p, 0 < p < 1: Newton on the tail above, from a rough start. Error about 1e-13. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : Number.NaN;
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(tail));
  // Abramowitz & Stegun 26.2.23, error below 4.5e-4
  let z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let round = 0; round < 4; round++) {
    const off = (normalBelow(-z) - tail) / density(z);
    z += off / (1 + (z * off) / 2);
  }
  return p < 0.5 ? -z : z;
}

/** Share of the standard normal below z. */
export function normalBelow(z: number): number {
  const tail = twoSided(z) / 2;
  return z < 0 ? tail : 1 - tail;
}

/** Tail of the standard normal, P(|Z| > z): a continued fraction far out, a series near zero. Error about 1e-14. */
export function twoSided(z: number): number {
  const x = Math.abs(z);
  if (x < 3) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && n < 200; n++) {
      term *= (x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - 2 * sum * density(x);
  }
  let fraction = 0;
  for (let n = 100; n > 0; n--) fraction = n / (x + fraction);
  return (2 * density(x)) / (x + fraction);
}

function density(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}
