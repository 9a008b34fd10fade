import { DRIVER_LOOKUP, EarPaths } from '../acoustics/ear-paths.ts';
import type { ResponseTable } from '../acoustics/surface-table.ts';
import type { ComplexMatrices, Vec3 } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import { ImageAngles, LAG_SECONDS, LAGS } from './image-angle.ts';
import type { Memo } from './memo.ts';
import { spectrumColumns } from './spectrum.ts';
import { coherenceEdges, hasImage, zoneFrequenciesHz, type ZoneBand } from './zone-band.ts';

/** What is read at a place of the head, in this order. */
export const ZONE_QUANTITIES = [
  'separation',
  'separationLeft',
  'separationRight',
  'azimuthLeft',
  'azimuthCentre',
  'azimuthRight',
  'width',
  'presence',
  'levelLeft',
  'levelCentre',
  'levelRight',
  'balance',
] as const;
export type ZoneQuantity = (typeof ZONE_QUANTITIES)[number];

/** W_L and W_R of the cancellation, then L, R and C as they play. */
export const MIXED_COLUMNS = 5;
/** What a mixer answers for a place. */
export const MIXED = {
  /** Mean log₂ of near over far ear power, of W_L and W_R. */
  separation: 0,
  /** Mean powers at the left and right ear, of L, R and C. */
  powers: 2,
  /** Lags of the highest interaural correlation in steps, of L, R and C. */
  lags: 8,
  /** Interaural coherence of C. */
  coherence: 11,
  count: 12,
} as const;

/** What a mixer is given once. */
export interface ZoneMix {
  readonly head: ResponseTable;
  readonly drivers: ResponseTable | null;
  /** (frequencies,) turns of phase per metre. */
  readonly turnsPerM: Float32Array;
  /** (frequencies, drivers, MIXED_COLUMNS) */
  readonly filters: ComplexMatrices;
  /** Cosines and sines of the lags at the frequencies of the image: (frequencies, 2, LAGS). */
  readonly waves: Float32Array;
  /** (bands + 1,) frequencies at which the bands of the coherence begin and end. */
  readonly edges: Int32Array;
}

/** Whoever does the arithmetic at very many places: a compiled kernel, or plain code. */
export interface ZoneMixer {
  /** Makes ready for up to `places` at once; `lookups` and `results` are then new. */
  load(mix: ZoneMix, places: number): void;
  /** (places, drivers, DRIVER_LOOKUP), to be filled from `EarPaths` */
  readonly lookups: Float32Array;
  /** (places, MIXED.count) */
  readonly results: Float32Array;
  run(places: number): void;
}

/** Places that are mixed at once. */
const BATCH = 32;
const DB_PER_OCTAVE = 10 * Math.log10(2);
const SILENCE = 1e-30;

/**
 * What the realised filters of a design give at the ears of a head anywhere at the listener's height that faces the device:
 *  - separation: near over far ear power of the cancellation stage's L and R, mean of the dB over log frequency;
 *  - azimuths: interaural delay of a column by cross-correlation below 1.5 kHz, as the azimuth of a source that gives it;
 *  - width: azimuth of L less that of R; presence: interaural coherence of C (ISO 3382-1, in bands of up to an octave);
 *  - levels: mean power of both ears relative to that at the listener's own place, dB; balance: left over right ear of C, dB.
 * Azimuths, width and presence are NaN in a band that has no half octave below 1.5 kHz.
 */
export class ZoneField {
  /** Figures at the listener's own place, in the order of `ZONE_QUANTITIES`. */
  readonly seat = new Float32Array(ZONE_QUANTITIES.length);
  readonly #paths: EarPaths;
  readonly #image: ImageAngles | null;
  readonly #upM: number;
  readonly #drivers: number;
  readonly #mixer: ZoneMixer;
  /** Mean power at both ears of L, C and R at the seat. */
  readonly #seatPowers: readonly number[];

  /**
   * @param drivers L, R, C → drivers
   * @param cancellation its stage alone, L, R → drivers
   * @param memo keeps the tables, which do not depend on the filters
   */
  constructor(
    document: DesignDocument,
    drivers: FilterSet,
    cancellation: FilterSet,
    band: ZoneBand,
    mixer: ZoneMixer,
    memo: Memo,
  ) {
    const { device, listener, speedOfSoundMps } = document;
    const frequenciesHz = zoneFrequenciesHz(band);
    this.#upM = listener.positionM[2];
    this.#drivers = device.drivers.length;
    this.#mixer = mixer;
    this.#paths = new EarPaths(device, listener, frequenciesHz, speedOfSoundMps, memo);
    const edges = coherenceEdges(band, frequenciesHz);
    const imageHz = frequenciesHz.slice(0, edges.at(-1));
    this.#image = hasImage(band)
      ? memo('zone angles', [listener, speedOfSoundMps, band], () => {
          return new ImageAngles(listener, imageHz, speedOfSoundMps);
        })
      : null;
    const columns = [cancellation, drivers].map((set) => spectrumColumns(set, frequenciesHz));
    const turnsPerM = Float32Array.from(frequenciesHz, (hz) => hz / speedOfSoundMps);
    const { head, drivers: own } = this.#paths;
    const filters = joinColumns(columns[0]!, columns[1]!);
    mixer.load({ head, drivers: own, turnsPerM, filters, waves: lagWaves(imageHz), edges }, BATCH);
    this.#seatPowers = [1, 1, 1];
    this.evaluate([listener.positionM], this.seat, 0);
    this.#seatPowers = [0, 2, 1].map((column) => this.#power(0, column));
    this.evaluate([listener.positionM], this.seat, 0);
  }

  /** Writes the figures of heads at places, which touch nothing (`headFits`): (places, quantities) from `at`. */
  evaluate(places: readonly Vec3[], out: Float32Array, at: number): void {
    for (let first = 0; first < places.length; first += BATCH) {
      const count = Math.min(BATCH, places.length - first);
      for (let i = 0; i < count; i++) {
        const [front, left] = places[first + i]!;
        this.#locate([front, left, this.#upM], i);
      }
      this.#mixer.run(count);
      for (let i = 0; i < count; i++) this.#figures(i, out, at + (first + i) * ZONE_QUANTITIES.length);
    }
  }

  #locate(centreM: Vec3, slot: number): void {
    const at = slot * this.#drivers * DRIVER_LOOKUP;
    this.#paths.locate(centreM, Math.hypot(...centreM), this.#mixer.lookups, at);
  }

  #power(slot: number, column: number): number {
    const at = slot * MIXED.count + MIXED.powers + 2 * column;
    return (this.#mixer.results[at]! + this.#mixer.results[at + 1]!) / 2;
  }

  #figures(slot: number, out: Float32Array, at: number): void {
    const { results } = this.#mixer;
    const from = slot * MIXED.count;
    const left = DB_PER_OCTAVE * results[from + MIXED.separation]!;
    const right = DB_PER_OCTAVE * results[from + MIXED.separation + 1]!;
    const angle = (column: number): number =>
      this.#image?.azimuthDeg(results[from + MIXED.lags + column]! * LAG_SECONDS) ?? NaN;
    const level = (column: number, seat: number): number =>
      decibels((this.#power(slot, column) + SILENCE) / (this.#seatPowers[seat]! + SILENCE));
    const centre = from + MIXED.powers + 4;
    const [azimuthLeft, azimuthRight, azimuthCentre] = [angle(0), angle(1), angle(2)];
    out[at] = (left + right) / 2;
    out[at + 1] = left;
    out[at + 2] = right;
    out[at + 3] = azimuthLeft;
    out[at + 4] = azimuthCentre;
    out[at + 5] = azimuthRight;
    out[at + 6] = azimuthLeft - azimuthRight;
    out[at + 7] = this.#image ? results[from + MIXED.coherence]! : NaN;
    out[at + 8] = level(0, 0);
    out[at + 9] = level(2, 1);
    out[at + 10] = level(1, 2);
    out[at + 11] = decibels((results[centre]! + SILENCE) / (results[centre + 1]! + SILENCE));
  }
}

function decibels(ratio: number): number {
  return 10 * Math.log10(ratio);
}

/** The cancellation's two columns and the three that play, in one. */
function joinColumns(cancellation: ComplexMatrices, played: ComplexMatrices): ComplexMatrices {
  const { bins, rows } = played;
  const plane = (of: 're' | 'im') =>
    Float64Array.from({ length: bins * rows * MIXED_COLUMNS }, (_, i) => {
      const column = i % MIXED_COLUMNS;
      const row = Math.floor(i / MIXED_COLUMNS);
      return column < 2 ? cancellation[of][2 * row + column]! : played[of][3 * row + column - 2]!;
    });
  return { bins, rows, columns: MIXED_COLUMNS, re: plane('re'), im: plane('im') };
}

function lagWaves(frequenciesHz: Float64Array): Float32Array {
  return Float32Array.from({ length: frequenciesHz.length * 2 * LAGS }, (_, i) => {
    const angle = 2 * Math.PI * frequenciesHz[Math.floor(i / (2 * LAGS))]! * (i % LAGS) * LAG_SECONDS;
    return i % (2 * LAGS) < LAGS ? Math.cos(angle) : Math.sin(angle);
  });
}
