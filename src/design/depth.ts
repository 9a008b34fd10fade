import type { ComplexMatrices } from '../acoustics/types.ts';
import { plainMatrixSet } from './comparisons.ts';
import type { DesignDocument, Room } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import { metricFrequencies } from './metrics.ts';
import { formDb } from './metrics-centre.ts';
import type { Memo } from './memo.ts';
import { radiatedPower } from './radiated-power.ts';
import { columnWeights, directionalPowers } from './sound-source.ts';

/** How much of a column's sound goes to the listener. */
export interface ColumnDepth {
  /** Directivity factor Q towards the listener, mean over a third of an octave around each frequency. */
  readonly q: Float64Array;
  /** The same over `DEPTH_BAND_HZ`. */
  readonly broadQ: number;
}

/** Directivity factors of L, R and C: of a design, and of the plain matrix on the same device. */
export interface DepthFigures {
  readonly frequencyHz: Float64Array;
  readonly design: readonly [left: ColumnDepth, right: ColumnDepth, centre: ColumnDepth];
  readonly matrix: readonly [left: ColumnDepth, right: ColumnDepth, centre: ColumnDepth];
}

export const DEPTH_BAND_HZ = [300, 8000] as const;
/** Differences that can just be heard: of the direct-to-reverberant ratio near 0 dB (2 to 3 dB), and of C50. */
export const JUST_NOTICEABLE_DB = { ratio: 2.5, clarity: 1.1 } as const;

/** Bins to each side that make a third of an octave. */
const THIRD_REACH = 4;
const NOTHING = 1e-25;
/** d_c = 0.057·√(Q·V/T60), metres, from Sabine's absorption. */
const SABINE = 0.057;
/** Energy of an exponential decay falls by 60 dB in T60. */
const DECAY = 6 * Math.LN10;
const EARLY_SECONDS = 0.05;

export function volumeM3({ sizeM }: Room): number {
  return sizeM[0] * sizeM[1] * sizeM[2];
}

/** Where direct and diffuse sound are equal: d_c = 0.057·√(Q·V/T60), m. */
export function criticalDistanceM(q: number, room: Room): number {
  return SABINE * Math.sqrt((q * volumeM3(room)) / room.reverberationTimeS);
}

/** Direct over diffuse sound at a distance: DRR = 20·log₁₀(d_c/r), dB. */
export function directToReverberantDb(criticalM: number, distanceM: number): number {
  return 20 * Math.log10(criticalM / distanceM);
}

/**
 * C50 where the diffuse sound decays exponentially from its start: direct sound and the first 50 ms over what comes later, dB.
 * Weakness: early reflections of a real room are stronger than the decay's own start.
 */
export function clarityDb(ratioDb: number, { reverberationTimeS }: Room): number {
  const late = Math.exp((-DECAY * EARLY_SECONDS) / reverberationTimeS);
  return 10 * Math.log10((10 ** (ratioDb / 10) + 1 - late) / late);
}

/**
 * Directivity factors Q = |p|²r²/P of each column's realised filters and of the plain matrix: p the pressure without a head at
 * the listener's place, r its distance, P the mean of |p|²r² over the whole sphere (`radiatedPower`).
 * @param drivers L, R, C → drivers
 */
export function depthFigures(document: DesignDocument, drivers: FilterSet, memo: Memo): DepthFigures {
  const { device, speedOfSoundMps } = document;
  const frequencyHz = metricFrequencies();
  const radiated = memo('radiated', [device, speedOfSoundMps], () =>
    radiatedPower(device, frequencyHz, speedOfSoundMps),
  );
  const columns = (set: FilterSet): DepthFigures['design'] => {
    const of = (input: number) => columnDepth(document, set, input, frequencyHz, radiated);
    return [of(0), of(1), of(2)];
  };
  return {
    frequencyHz,
    design: columns(drivers),
    matrix: columns(plainMatrixSet(document, drivers.latencySamples)),
  };
}

function columnDepth(
  document: DesignDocument,
  set: FilterSet,
  input: number,
  frequenciesHz: Float64Array,
  radiated: ComplexMatrices,
): ColumnDepth {
  const weights = columnWeights(set, input, frequenciesHz);
  const { positionM } = document.listener;
  const distanceM = Math.hypot(...positionM);
  const [x, y, z] = positionM;
  const direction = [x / distanceM, y / distanceM, z / distanceM] as const;
  const direct = directionalPowers(document, weights, [direction], frequenciesHz, distanceM);
  const whole = Float64Array.from(frequenciesHz, (_, bin) => 10 ** (formDb(radiated, weights, bin) / 10));
  const ratio = (from: number, end: number): number => {
    let [towards, around] = [0, 0];
    for (let bin = Math.max(0, from); bin < Math.min(end, whole.length); bin++) {
      towards += direct[bin]!;
      around += whole[bin]!;
    }
    return around > NOTHING ? towards / around : NaN;
  };
  const [low, high] = DEPTH_BAND_HZ;
  return {
    q: whole.map((_, bin) => ratio(bin - THIRD_REACH, bin + THIRD_REACH + 1)),
    broadQ: ratio(
      frequenciesHz.findIndex((hz) => hz >= low),
      frequenciesHz.findLastIndex((hz) => hz <= high) + 1,
    ),
  };
}
