import type { Rehearsal } from '../ports.ts';
import type { PresetId } from './design.ts';

export interface DesignLoad {
  /** What plays, a preset, or the longest filters there are. */
  readonly name: 'current' | PresetId | 'longest';
  readonly taps: number;
  /** Of real time on one core. */
  readonly share: number;
}

/** What a rehearsal means for the designs at hand. */
export interface LoadVerdict {
  /** What plays comes first. */
  readonly designs: readonly DesignLoad[];
  /** With an output for every driver: how many are carried, by length. */
  readonly room: readonly { readonly taps: number; readonly outputs: number }[];
}

export interface RehearsalState {
  /** 0…1 while it runs, else null. */
  readonly progress: number | null;
  /** The last one's, of this visit or an earlier one. */
  readonly result: Rehearsal | null;
  readonly failure: string | null;
  /** Null without a result at the rate of the output. */
  readonly verdict: LoadVerdict | null;
}

export interface RehearsalActions {
  /** Measures what this machine can carry; what plays rests meanwhile. */
  rehearse(): Promise<void>;
  cancelRehearsal(): void;
}
