/** One measured figure beside what it is held against. */
export interface BenchRow {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** What the figure is compared with, measured in the same run. */
  readonly rival: string;
  readonly rivalValue: number | null;
  readonly ratio: number | null;
  readonly note?: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Median milliseconds of `runs` calls after `warmUps` that are not counted. */
export function medianMs(run: () => unknown, runs: number, warmUps: number): number {
  for (let i = 0; i < warmUps; i++) run();
  return median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}
