/** What the last act came to: said when it is recorded, and when it is not. */

interface SaidProps {
  readonly acts: { readonly said: string; readonly failed: boolean };
}

export function Said({ acts }: SaidProps) {
  return (
    <span role="status" className={acts.failed ? 'said failed' : 'said'}>
      {acts.said}
    </span>
  );
}
