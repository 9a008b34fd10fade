/** What an undo goes back to and a redo goes on to, the nearest last in both. */
export interface History<Point> {
  readonly past: readonly Point[];
  readonly future: readonly Point[];
}

/** A state of things together with the way back and on from it. */
export interface Travelled<Point> {
  readonly present: Point;
  readonly history: History<Point>;
}

export const MOST_STEPS = 100;

export const NO_HISTORY: History<never> = { past: [], future: [] };

/** One more step: what was can be gone back to, what had been undone is gone. The oldest falls out beyond `MOST_STEPS`. */
export function withStep<Point>({ past }: History<Point>, before: Point): History<Point> {
  return { past: [...past, before].slice(-MOST_STEPS), future: [] };
}

/** One step back, or `null` where there is none. */
export function undone<Point>({ present, history }: Travelled<Point>): Travelled<Point> | null {
  const { past, future } = history;
  if (past.length === 0) return null;
  return {
    present: past[past.length - 1],
    history: { past: past.slice(0, -1), future: [...future, present] },
  };
}

/** One step on again, or `null` where nothing was undone. */
export function redone<Point>({ present, history }: Travelled<Point>): Travelled<Point> | null {
  const { past, future } = history;
  if (future.length === 0) return null;
  return {
    present: future[future.length - 1],
    history: { past: [...past, present], future: future.slice(0, -1) },
  };
}
