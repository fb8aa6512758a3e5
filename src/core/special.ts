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
