/** What happens in a soak, second by second: a seed decides all of it, so that a failure can be made to happen again. */
import {
  LIVE_SETS,
  MATRIX_SHAPE,
  type ChainShape,
  type LiveSet,
} from '../src/protocol/listening-protocol.ts';
import type { LoudnessRequest } from '../src/protocol/loudness-protocol.ts';

/** Devices: the player's own two outputs most of the time. */
export const SHAPES: readonly ChainShape[] = [
  MATRIX_SHAPE,
  MATRIX_SHAPE,
  MATRIX_SHAPE,
  { inputs: 3, maxOutputs: 1, maxTaps: 1024 },
  { inputs: 3, maxOutputs: 3, maxTaps: 2048 },
  { inputs: 3, maxOutputs: 8, maxTaps: 4096 },
  { inputs: 3, maxOutputs: 16, maxTaps: 8192 },
  { inputs: 3, maxOutputs: 32, maxTaps: 2048 },
];

/** Ways in which filters are wrong, with the word by which their refusal names it. */
export const FLAWS = {
  'not a number': 'finite',
  infinite: 'finite',
  'another rate': 'sampleRateHz',
  'too many outputs': 'outputs',
  'a short header': 'header',
  'too few spectra': 'spectra.length',
  'another plan': 'plan',
  'a gain that is no number': 'gain',
} as const;
export type Flaw = keyof typeof FLAWS;

/** The programme's length; a seek goes anywhere into it. */
export const PROGRAMME_SECONDS = 90;
/** Longest and shortest time on one device. */
const STAY_SECONDS = { min: 5, max: 40 } as const;
/** Prepared filter sets to choose from. */
export const SETS_PER_SHAPE = 5;

export type SoakEvent =
  | { readonly kind: 'swap'; readonly set: LiveSet; readonly filters: number; readonly gainDb: number }
  | { readonly kind: 'switch'; readonly set: LiveSet }
  | { readonly kind: 'seek'; readonly toSeconds: number }
  | { readonly kind: 'bad set'; readonly set: LiveSet; readonly filters: number; readonly flaw: Flaw }
  | { readonly kind: 'bad samples'; readonly value: number }
  | { readonly kind: 'upmix'; readonly upmix: LoudnessRequest['upmix'] }
  | { readonly kind: 'volume'; readonly volumeDb: number };
export type EventKind = SoakEvent['kind'] | 'device size';

/** How often each comes, relative to the others. */
const WEIGHTS: Readonly<Record<SoakEvent['kind'], number>> = {
  swap: 3,
  switch: 3,
  seek: 3,
  'bad set': 2,
  'bad samples': 1,
  upmix: 2,
  volume: 2,
};
export const EVENT_KINDS = Object.keys(WEIGHTS) as SoakEvent['kind'][];
const UPMIXES: readonly LoudnessRequest['upmix'][] = ['off', 'mid-side', 'least-correlated', 'adaptive'];

/** A stay on one device: its first second brings the device, each further one an event. */
export interface Segment {
  readonly index: number;
  readonly shape: ChainShape;
  readonly seconds: number;
  readonly startsInProgramme: number;
  /** The event of second 1, 2, …, `seconds` − 1. */
  readonly events: readonly SoakEvent[];
}

/** Reproducible numbers, evenly spread from 0 up to 1 [mulberry32]. */
export class Chance {
  private state: number;

  constructor(...seeds: readonly number[]) {
    this.state = seeds.reduce((hash, seed) => Math.imul(hash ^ seed, 0x9e3779b1) + 0x7f4a7c15, 0x2545f491);
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  of<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.next() * choices.length)]!;
  }
}

export function planSegment(seed: number, index: number): Segment {
  const chance = new Chance(seed, index);
  const seconds = Math.floor(chance.between(STAY_SECONDS.min, STAY_SECONDS.max + 1));
  return {
    index,
    shape: chance.of(SHAPES),
    seconds,
    startsInProgramme: chance.between(0, PROGRAMME_SECONDS - 1),
    events: Array.from({ length: seconds - 1 }, () => drawEvent(chance)),
  };
}

function drawEvent(chance: Chance): SoakEvent {
  let at = chance.next() * EVENT_KINDS.reduce((sum, kind) => sum + WEIGHTS[kind], 0);
  const kind = EVENT_KINDS.find((each) => (at -= WEIGHTS[each]) < 0)!;
  const set = chance.of(LIVE_SETS);
  const filters = Math.floor(chance.between(0, SETS_PER_SHAPE));
  switch (kind) {
    case 'swap':
      return { kind, set, filters, gainDb: chance.between(-15, 3) };
    case 'switch':
      return { kind, set };
    case 'seek':
      return { kind, toSeconds: chance.between(0, PROGRAMME_SECONDS - 1) };
    case 'bad set':
      return { kind, set, filters, flaw: chance.of(Object.keys(FLAWS) as Flaw[]) };
    case 'bad samples':
      return { kind, value: chance.of([NaN, Infinity, -Infinity, 3e38, 1e8, 1e-40]) };
    case 'upmix':
      return { kind, upmix: chance.of(UPMIXES) };
    case 'volume':
      return { kind, volumeDb: chance.of([-Infinity, -40, -12, -6, -3, 0, 0]) };
  }
}
