import { earTransfers } from '../acoustics/transfers.ts';
import type { ComplexMatrices, Device } from '../acoustics/types.ts';
import { plainMatrixSet } from './comparisons.ts';
import type { DesignDocument, Room } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import { multiply } from './matrices.ts';
import { metricFrequencies } from './metrics.ts';
import { formDb } from './metrics-centre.ts';
import type { Memo } from './memo.ts';
import { radiatedPower } from './radiated-power.ts';
import { columnWeights } from './sound-source.ts';
import { spectrumColumns } from './spectrum.ts';

/** How much of a column's sound goes to the listener. */
export interface ColumnDepth {
  /** Directivity factor Q towards the listener's ears, mean over a third of an octave around each frequency. */
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

/** What the depth of one column is at the listener, in a room. */
export interface HeardDepth {
  readonly indexDb: number;
  readonly criticalM: number;
  readonly ratioDb: number;
  readonly clarityDb: number;
}

export function heardDepth({ broadQ }: ColumnDepth, room: Room, distanceM: number): HeardDepth {
  const criticalM = criticalDistanceM(broadQ, room);
  const ratioDb = directToReverberantDb(criticalM, distanceM);
  return {
    indexDb: 10 * Math.log10(broadQ),
    criticalM,
    ratioDb,
    clarityDb: clarityDb(ratioDb, room),
  };
}

/**
 * Directivity factors of each column's realised filters and of the plain matrix, as the ears hear them:
 *   Q = Σ|p_e|² / (Σ|m_e|² · P),
 * p_e the column's pressure at an ear, m_e that of a monopole in the device's place, of the strength that gives 1 at 1 m without a
 * head; P the mean of |p|²r² over the whole sphere (`radiatedPower`). A side is heard by its own ear, the centre by both. So Q is 1
 * for a monopole whatever the head; without a head it is the textbook's |p|²r²/P. At the place of the head's centre alone, what a
 * cancellation plays has no meaning: it is made for the ears.
 * Weakness: the ears are the model's, in free field, also where they were measured in place.
 * @param drivers L, R, C → drivers
 */
export function depthFigures(document: DesignDocument, drivers: FilterSet, memo: Memo): DepthFigures {
  const { device, listener, speedOfSoundMps } = document;
  const frequencyHz = metricFrequencies();
  const radiated = memo('radiated', [device, speedOfSoundMps], () =>
    radiatedPower(device, frequencyHz, speedOfSoundMps),
  );
  const [ears, monopole] = memo('depth-ears', [device, listener, speedOfSoundMps], () =>
    [device, MONOPOLE].map((one) => earTransfers(one, listener, frequencyHz, speedOfSoundMps)),
  ) as [ComplexMatrices, ComplexMatrices];
  const columns = (set: FilterSet): DepthFigures['design'] => {
    const heard = multiply(ears, spectrumColumns(set, frequencyHz));
    const of = (input: number) => {
      const weights = columnWeights(set, input, frequencyHz);
      const direct = relativePowers(heard, input, monopole, EARS_OF_INPUT[input]!);
      const whole = direct.map((_, bin) => 10 ** (formDb(radiated, weights, bin) / 10));
      return columnDepth(frequencyHz, direct, whole);
    };
    return [of(0), of(1), of(2)];
  };
  return {
    frequencyHz,
    design: columns(drivers),
    matrix: columns(plainMatrixSet(document, drivers.latencySamples)),
  };
}

/** In the middle of the device. */
const MONOPOLE: Device = {
  baffle: { kind: 'none' },
  drivers: [{ id: 'monopole', positionM: [0, 0, 0], radiusM: 0.01 }],
};
/** Left and right ear of L, R and C. */
const EARS_OF_INPUT = [[0], [1], [0, 1]] as const;

/** Power at some ears over that of a monopole, per frequency. @param heard (bins, 2 ears, inputs) */
function relativePowers(
  heard: ComplexMatrices,
  input: number,
  monopole: ComplexMatrices,
  ears: readonly number[],
): Float64Array {
  const power = ({ re, im, rows, columns }: ComplexMatrices, bin: number, column: number): number =>
    ears.reduce((sum, ear) => {
      const at = (bin * rows + ear) * columns + column;
      return sum + re[at]! ** 2 + im[at]! ** 2;
    }, 0);
  return Float64Array.from(
    { length: heard.bins },
    (_, bin) => power(heard, bin, input) / power(monopole, bin, 0),
  );
}

/** @param direct towards the listener @param whole mean over all directions; both per frequency */
function columnDepth(frequenciesHz: Float64Array, direct: Float64Array, whole: Float64Array): ColumnDepth {
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
