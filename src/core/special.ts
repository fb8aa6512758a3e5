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

/**
 * Share of the beta distribution below x: Lentz's continued fraction (DiDonato & Morris 1992; Press et al. 6.4), with the
 * other tail where that converges faster. a, b > 0, 0 ≤ x ≤ 1. Relative error about 1e-13.
 */
export function betaBelow(x: number, a: number, b: number): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - lnBeta(a, b));
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(x, a, b)) / a
    : 1 - (front * fraction(1 - x, b, a)) / b;
}

function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const kept = (it: number) => (Math.abs(it) < tiny ? tiny : it);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}

/** The x below which the beta distribution has the share p: bisection, then Newton. Absolute error about 1e-14. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const scale = lnBeta(a, b);
  let [low, high] = [0, 1];
  let x = a / (a + b);
  for (let round = 0; round < 200 && high - low > 1e-16; round++) {
    const off = betaBelow(x, a, b) - p;
    if (off > 0) high = x;
    else low = x;
    const slope = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - scale);
    const next = x - off / slope;
    const moved = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(moved - x) <= 1e-16 * x) return moved;
    x = moved;
  }
  return x;
}

/** The t below which Student's distribution has the share p; `df` may be infinite. Error about 1e-12 of it. */
export function studentQuantile(p: number, df: number): number {
  if (df === Infinity) return normalQuantile(p);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  // x = df / (df + t²) has the beta distribution with df/2 and 1/2; 1 − x keeps its digits where t is small
  const odds = (x: number) => x / (1 - x);
  const t =
    tail < 0.1
      ? Math.sqrt(df / odds(betaQuantile(2 * tail, df / 2, 0.5)))
      : Math.sqrt(df * odds(betaQuantile(1 - 2 * tail, 0.5, df / 2)));
  return p < 0.5 ? -t : t;
}
