/** From here on the track sounds as the label says. */
export interface Cue {
  readonly startSeconds: number;
  readonly label: string;
}

/** The cues of a file, in order; none where it holds anything else. */
export function parseCues(json: unknown): readonly Cue[] {
  return Array.isArray(json) && json.every(isCue) ? json : [];
}

function isCue(value: unknown): value is Cue {
  if (typeof value !== 'object' || value === null) return false;
  const { startSeconds, label } = value as Partial<Cue>;
  return typeof startSeconds === 'number' && typeof label === 'string';
}

/** What is heard at a position; nothing before the first cue. */
export function cueAt(cues: readonly Cue[], seconds: number): string | null {
  return cues.findLast(({ startSeconds }) => startSeconds <= seconds)?.label ?? null;
}
