/**
 * Random draws from a seed, the same on every machine: xoroshiro128+ of pure-rand (Blackman & Vigna), and the distributions
 * that resampling and Gibbs sampling need. Not for secrets.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { lnGamma } from '#core/special.ts';

export class Random {
  readonly #from;
  #spare: number | null = null;

  constructor(seed: number) {
    this.#from = xoroshiro128plus(seed);
  }

  /** In [0, 1), 53 bits. */
  uniform(): number {
    return uniformFloat64(this.#from);
  }

  /** Standard normal, polar method (Marsaglia & Bray 1964). */
  normal(): number {
    const spare = this.#spare;
    this.#spare = null;
    if (spare !== null) return spare;
    for (;;) {
      const [u, v] = [2 * this.uniform() - 1, 2 * this.uniform() - 1];
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      this.#spare = v * scale;
      return u * scale;
    }
  }

  /** Gamma with this shape > 0 and scale 1 (Marsaglia & Tsang 2000). */
  gamma(shape: number): number {
    if (shape === 1) return -Math.log(1 - this.uniform());
    if (shape < 1) return this.gamma(shape + 1) * (1 - this.uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - this.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** Between 0 and 1. */
  beta(a: number, b: number): number {
    if (a === 1 && b === 1) return this.uniform();
    const x = this.gamma(a);
    return x / (x + this.gamma(b));
  }

  /** Poisson: products of uniforms when small, else transformed rejection (PTRS, Hörmann 1993). */
  poisson(mean: number): number {
    if (mean < 10) return this.#smallPoisson(mean);
    const slam = Math.sqrt(mean);
    const b = 0.931 + 2.53 * slam;
    const a = -0.059 + 0.02483 * b;
    const alpha = 1.1239 + 1.1328 / (b - 3.4);
    const vr = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
      const u = this.uniform() - 0.5;
      const v = 1 - this.uniform();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= vr) return k;
      if (k < 0 || (us < 0.013 && v > us)) continue;
      const accept = Math.log(v) + Math.log(alpha) - Math.log(a / (us * us) + b);
      if (accept <= k * Math.log(mean) - mean - lnGamma(k + 1)) return k;
    }
  }

  #smallPoisson(mean: number): number {
    const least = Math.exp(-mean);
    let k = 0;
    for (let product = this.uniform(); product > least; product *= this.uniform()) k++;
    return k;
  }

  /** Binomial: inversion when the mean is small, else transformed rejection (BTRS, Hörmann 1993). */
  binomial(n: number, p: number): number {
    if (n <= 0 || p <= 0) return 0;
    if (p >= 1) return n;
    if (p > 0.5) return n - this.binomial(n, 1 - p);
    return n * p < 10 ? this.#smallBinomial(n, p) : this.#largeBinomial(n, p);
  }

  #smallBinomial(n: number, p: number): number {
    const q = 1 - p;
    const ratio = p / q;
    const start = q ** n;
    for (;;) {
      let chance = start;
      let u = this.uniform();
      // beyond this the chance is far below one in 2^53: the sum's rounding, not the draw
      for (let k = 0; k <= Math.min(n, 110); k++) {
        if (u < chance) return k;
        u -= chance;
        chance *= (ratio * (n - k)) / (k + 1);
      }
    }
  }

  #largeBinomial(n: number, p: number): number {
    const spread = Math.sqrt(n * p * (1 - p));
    const b = 1.15 + 2.53 * spread;
    const a = -0.0873 + 0.0248 * b + 0.01 * p;
    const c = n * p + 0.5;
    const vr = 0.92 - 4.2 / b;
    const alpha = (2.83 + 5.1 / b) * spread;
    const logOdds = Math.log(p / (1 - p));
    const mode = Math.floor((n + 1) * p);
    const h = lnGamma(mode + 1) + lnGamma(n - mode + 1);
    for (;;) {
      const u = this.uniform() - 0.5;
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + c);
      if (k < 0 || k > n) continue;
      const v = 1 - this.uniform();
      if (us >= 0.07 && v <= vr) return k;
      const accept = Math.log((v * alpha) / (a / (us * us) + b));
      if (accept <= h - lnGamma(k + 1) - lnGamma(n - k + 1) + (k - mode) * logOdds) return k;
    }
  }

  /** How many of `n` fall to each, by weights that need not sum to 1. Written into `into`. */
  multinomial(n: number, weights: Float64Array, into: Float64Array): void {
    let left = n;
    let rest = 0;
    for (let i = 0; i < weights.length; i++) rest += weights[i] as number;
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i] as number;
      const drawn = left === 0 || weight <= 0 ? 0 : this.binomial(left, Math.min(1, weight / rest));
      into[i] = drawn;
      left -= drawn;
      rest -= weight;
    }
    // what rounding left of the weights
    const heaviest = left > 0 ? weights.indexOf(Math.max(...weights)) : 0;
    into[heaviest] = (into[heaviest] as number) + left;
  }
}
