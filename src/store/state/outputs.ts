import type { RunningCheck, SpotSearch } from './by-ear.ts';

/** What an output of the filters does on its way to the device. */
export interface DriverRoute {
  /** Channel of the output, from 0. */
  readonly output: number;
  readonly inverted: boolean;
  readonly muted: boolean;
  /** dB, within `TRIM_RANGE_DB`. */
  readonly trimDb: number;
  /** By how much it comes later than it would, within `DELAY_RANGE_SECONDS`. */
  readonly delaySeconds: number;
}

/** How the listener's two loudspeakers are wired and set. */
export interface PairTrim {
  /** Left plays on the second channel, right on the first. */
  readonly swapped: boolean;
  /** dB by which the right one is louder; the other one is lowered by that. */
  readonly balanceDb: number;
}

export interface OutputsState {
  /** By the number of the driver; those that are missing go to the output of their own number. */
  readonly routes: readonly DriverRoute[];
  readonly pair: PairTrim;
  /** The search for the listener's place, while it is open. */
  readonly spot: SpotSearch | null;
  /** What is being checked by ear. */
  readonly check: RunningCheck | null;
}

/** Where what is played comes out, and how; heard at once. */
export interface OutputRouteActions {
  /** Puts a driver on another output; the driver that was there takes its place. */
  setDriverOutput(driver: number, output: number): void;
  setDriverRoute(driver: number, change: Partial<Omit<DriverRoute, 'output'>>): void;
  /** Every driver on the output of its own number, as it is. */
  resetRoutes(): void;
  setPairTrim(change: Partial<PairTrim>): void;
}
