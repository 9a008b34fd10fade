/** Edits of one place that follow each other within this are one step. */
export const STEP_PAUSE_MS = 1000;

/** Tells which edits belong together: one drag, one run of an arrow key, one typed value is one step to undo. */
export interface EditSteps {
  /**
   * Whether the edit from one document to the other goes on with the step before it.
   * @param task what the edit is part of: all edits of one task are one step, however long it takes
   */
  continues(before: unknown, after: unknown, task?: object | null): boolean;
  /** The pointer went down: a step of its own, which lasts as long as it is held, with whatever pauses. */
  press(): void;
  release(): void;
  /** The next edit is a step of its own, unless it is part of the same task. */
  pause(): void;
  /** The next edit is a step of its own. */
  end(): void;
}

/** @param now a clock in milliseconds */
export function createEditSteps(now: () => number): EditSteps {
  let last: { readonly place: string; readonly atMs: number; readonly task: object | null } | null = null;
  let held = false;
  const pause = (): void => {
    if (last?.task === null) last = null;
  };
  return {
    continues(before, after, task = null) {
      const place = placeOfChange(before, after);
      const isNear = last?.place === place && (held || now() - last.atMs <= STEP_PAUSE_MS);
      const goesOn = last?.task === task && (task !== null || isNear);
      last = { place, atMs: now(), task };
      return goesOn;
    },
    pause,
    press() {
      held = true;
      pause();
    },
    release() {
      held = false;
    },
    end() {
      last = null;
    },
  };
}

/**
 * The innermost part that holds every difference between two documents, as a path: `sides.cancellation.targetGainDb.2`. A list of
 * numbers is a value like a number: a point that moves right and then up has moved.
 */
export function placeOfChange(before: unknown, after: unknown): string {
  const path: string[] = [];
  let [one, other] = [before, after];
  for (;;) {
    if (!isBranch(one) || !isBranch(other)) break;
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    const [a, b] = [one, other];
    const changed = [...keys].filter((key) => !isSameValue(a[key], b[key]));
    if (changed.length !== 1) break;
    path.push(changed[0]);
    [one, other] = [a[changed[0]], b[changed[0]]];
  }
  return path.join('.');
}

/** Whether two documents say the same, whichever objects they are made of. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameValue(one[key], other[key]))
  );
}

type Branch = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null;
}

function isBranch(value: unknown): value is Branch {
  return isObject(value) && !(Array.isArray(value) && value.every((item) => typeof item === 'number'));
}
