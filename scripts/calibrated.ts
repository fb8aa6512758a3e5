/** Points of a step function that rises (isotonic regression by pooling neighbours): log odds → share that was right. */
export function calibrated(seen: readonly (readonly [score: number, right: boolean])[]): [number, number][] {
  const blocks: { score: number; right: number; all: number }[] = [];
  for (const [score, right] of seen.toSorted((a, b) => a[0] - b[0])) {
    blocks.push({ score, right: Number(right), all: 1 });
    for (
      let b = blocks.at(-1), a = blocks.at(-2);
      a && b && (a.right / a.all >= b.right / b.all || a.all < 25);
      b = blocks.at(-1), a = blocks.at(-2)
    ) {
      blocks.splice(-2, 2, {
        score: (a.score * a.all + b.score * b.all) / (a.all + b.all),
        right: a.right + b.right,
        all: a.all + b.all,
      });
    }
  }
  return blocks.map(({ score, right, all }) => [Number(score.toFixed(2)), Number((right / all).toFixed(3))]);
}
