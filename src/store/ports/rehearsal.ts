/** What decides how much work a design is. */
export interface DesignSize {
  readonly outputs: number;
  readonly taps: number;
}

/** Share of real time that the whole chain took, 0…: of one core, 1 is all there is. */
export interface MeasuredLoad {
  readonly size: DesignSize;
  readonly share: number;
}

/** What was measured of this machine. */
export interface Rehearsal {
  readonly sampleRateHz: number;
  /** ISO 8601. */
  readonly date: string;
  readonly measured: readonly MeasuredLoad[];
}

/** What the store asks of the rehearsal: how much of the app's audio this machine can carry. */
export interface RehearsalPort {
  /** Takes some seconds. @returns null when it was cancelled: then nothing of it goes on */
  run(onProgress: (fraction: number) => void, signal: AbortSignal): Promise<Rehearsal | null>;
  /** What a design of any size would take on that machine. */
  loadOf(measured: Rehearsal['measured'], size: DesignSize): number;
}
