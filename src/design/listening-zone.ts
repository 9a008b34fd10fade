import { DeviceTable } from '../acoustics/device-table.ts';
import { earDirections } from '../acoustics/head.ts';
import { SphereTable } from '../acoustics/sphere-table.ts';
import type { ComplexMatrices, Device, Listener, Vec3 } from '../acoustics/types.ts';
import { directionOf, dot, FRONT, length, subtract } from '../acoustics/vectors.ts';

/** Places of the head's centre, at the listener's height. */
export interface ZoneGrid {
  readonly frontM: Float64Array;
  readonly leftM: Float64Array;
}

/** Separation over head positions. */
export interface ZoneMap {
  readonly frontM: Float64Array;
  readonly leftM: Float64Array;
  /** Position (front i, left j) at `i * leftM.length + j`; NaN where the head does not fit beside the device. */
  readonly separationDb: Float32Array;
  /** Area of the grid's cells at or above the threshold. */
  readonly areaM2: number;
  readonly thresholdDb: number;
}

export interface ZoneOptions {
  readonly thresholdDb: number;
  /** Called after every row with the fraction that is done. */
  readonly onProgress?: (fraction: number) => void;
  /** Asked before every row; the map is given up when it answers true. */
  readonly isCancelled?: () => boolean;
}

/** Where a separation is averaged: log-spaced over the band in which the far ear can be reached. */
export function zoneFrequenciesHz(count = 48, lowHz = 300, highHz = 8000): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => lowHz * (highHz / lowHz) ** (i / (count - 1)));
}

/** Keeps a level finite where an ear hears nothing at all. */
const SILENCE = 1e-30;

/** Distances from a place in the grid to a point, over the places where the head fits. */
function distanceRange(places: readonly Vec3[], pointsM: readonly Vec3[]) {
  let minDistanceM = Infinity;
  let maxDistanceM = 0;
  for (const place of places) {
    for (const pointM of pointsM) {
      const distanceM = length(subtract(place, pointM));
      minDistanceM = Math.min(minDistanceM, distanceM);
      maxDistanceM = Math.max(maxDistanceM, distanceM);
    }
  }
  return { minDistanceM, maxDistanceM };
}

/** Whether the head touches neither driver nor baffle; nobody sits in or behind an infinite plane. */
function headFits({ baffle, drivers }: Device, { headRadiusM }: Listener, centreM: Vec3): boolean {
  if (baffle.kind === 'rigid-sphere' && length(centreM) < baffle.radiusM + headRadiusM) return false;
  if (baffle.kind === 'infinite-plane' && centreM[0] < headRadiusM) return false;
  return drivers.every(
    ({ positionM, radiusM }) => length(subtract(centreM, positionM)) >= headRadiusM + radiusM,
  );
}

/** Fast evaluation of what the filters give at the ears of a head anywhere in the grid. */
class ZoneField {
  private readonly device: DeviceTable;
  private readonly head: SphereTable;
  private readonly width: number;
  private readonly base: Float64Array;
  private readonly ears: readonly [left: Float64Array, right: Float64Array];
  /** Pressure of input i at ear e at [2i + e], real and imaginary parts in turn. */
  private readonly pressures: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  /** Filters of (driver, input L or R), real and imaginary parts in turn. */
  private readonly filters: readonly (readonly [left: Float64Array, right: Float64Array])[];

  constructor(
    private readonly deviceModel: Device,
    private readonly listener: Listener,
    speedOfSoundMps: number,
    columns: ComplexMatrices,
    frequenciesHz: Float64Array,
    places: readonly Vec3[],
  ) {
    const positions = deviceModel.drivers.map(({ positionM }) => positionM);
    const fromCentre = distanceRange(places, [[0, 0, 0]]);
    const fromDrivers = distanceRange(places, positions);
    this.device = new DeviceTable(deviceModel, frequenciesHz, speedOfSoundMps, fromCentre);
    this.head = new SphereTable(listener.headRadiusM, frequenciesHz, speedOfSoundMps, fromDrivers);
    const plane = () => new Float64Array(2 * frequenciesHz.length);
    this.width = 2 * frequenciesHz.length;
    this.base = plane();
    this.ears = [plane(), plane()];
    this.pressures = [plane(), plane(), plane(), plane()];
    this.filters = positions.map((_, driver) => {
      const column = (input: number) => {
        const out = plane();
        for (let bin = 0; bin < frequenciesHz.length; bin++) {
          const at = (bin * columns.rows + driver) * columns.columns + input;
          out[2 * bin] = columns.re[at]!;
          out[2 * bin + 1] = columns.im[at]!;
        }
        return out;
      };
      return [column(0), column(1)] as const;
    });
  }

  /** Mean of both channels' separations over the frequencies, dB. */
  separationDb(centreM: Vec3): number {
    for (const pressure of this.pressures) pressure.fill(0);
    const [leftEar, rightEar] = earDirections(centreM, this.listener.earAzimuthDeg);
    this.deviceModel.drivers.forEach(({ positionM }, driver) => {
      const towards = subtract(positionM, centreM);
      const direction = directionOf(towards, FRONT);
      const distanceM = length(towards);
      this.device.evaluate(driver, centreM, this.base);
      this.head.evaluate(distanceM, dot(direction, leftEar), this.ears[0]);
      this.head.evaluate(distanceM, dot(direction, rightEar), this.ears[1]);
      this.accumulate(driver);
    });
    return this.meanDb();
  }

  private accumulate(driver: number): void {
    const { base, width } = this;
    const [leftEar, rightEar] = this.ears;
    for (let input = 0; input < 2; input++) {
      const filter = this.filters[driver]![input]!;
      const atLeft = this.pressures[2 * input]!;
      const atRight = this.pressures[2 * input + 1]!;
      for (let i = 0; i < width; i += 2) {
        const [bRe, bIm, wRe, wIm] = [base[i]!, base[i + 1]!, filter[i]!, filter[i + 1]!];
        const re = bRe * wRe - bIm * wIm;
        const im = bRe * wIm + bIm * wRe;
        const [lRe, lIm, rRe, rIm] = [leftEar[i]!, leftEar[i + 1]!, rightEar[i]!, rightEar[i + 1]!];
        atLeft[i]! += re * lRe - im * lIm;
        atLeft[i + 1]! += re * lIm + im * lRe;
        atRight[i]! += re * rRe - im * rIm;
        atRight[i + 1]! += re * rIm + im * rRe;
      }
    }
  }

  private meanDb(): number {
    const [leftNear, leftFar, rightFar, rightNear] = this.pressures;
    const power = (plane: Float64Array, i: number) =>
      plane[i]! * plane[i]! + plane[i + 1]! * plane[i + 1]! + SILENCE;
    let sum = 0;
    for (let i = 0; i < this.width; i += 2) {
      const left = power(leftNear, i) / power(leftFar, i);
      const right = power(rightNear, i) / power(rightFar, i);
      sum += Math.log10(left * right);
    }
    // 10 dB a decade, two channels, half as many frequencies as numbers.
    return (5 * sum) / (this.width / 2);
  }
}

/** Share of the axis that each of its points stands in the middle of. */
function cellWidths(axis: Float64Array): Float64Array {
  const last = axis.length - 1;
  return axis.map((value, i) => {
    const before = i > 0 ? value - axis[i - 1]! : 0;
    const after = i < last ? axis[i + 1]! - value : 0;
    return Math.abs(i > 0 && i < last ? (before + after) / 2 : before + after);
  });
}

function areaAbove(separationDb: Float32Array, { frontM, leftM }: ZoneGrid, thresholdDb: number): number {
  const depths = cellWidths(frontM);
  const widths = cellWidths(leftM);
  return separationDb.reduce(
    (area, value, at) =>
      value >= thresholdDb
        ? area + depths[Math.floor(at / leftM.length)]! * widths[at % leftM.length]!
        : area,
    0,
  );
}

/**
 * `separationZone` row by row: yields the fraction done after each, so that a worker can see to its messages in between.
 */
export function* separationRows(
  device: Device,
  listener: Listener,
  speedOfSoundMps: number,
  columns: ComplexMatrices,
  frequenciesHz: Float64Array,
  grid: ZoneGrid,
  thresholdDb: number,
): Generator<number, ZoneMap> {
  const { frontM, leftM } = grid;
  const place = (front: number, left: number): Vec3 => [front, left, listener.positionM[2]];
  const places = Array.from(frontM, (front) => Array.from(leftM, (left) => place(front, left)))
    .flat()
    .filter((centreM) => headFits(device, listener, centreM));
  const separationDb = new Float32Array(frontM.length * leftM.length).fill(NaN);
  if (places.length > 0) {
    const field = new ZoneField(device, listener, speedOfSoundMps, columns, frequenciesHz, places);
    for (let i = 0; i < frontM.length; i++) {
      for (let j = 0; j < leftM.length; j++) {
        const centreM = place(frontM[i]!, leftM[j]!);
        if (headFits(device, listener, centreM))
          separationDb[i * leftM.length + j] = field.separationDb(centreM);
      }
      yield (i + 1) / frontM.length;
    }
  }
  return { frontM, leftM, separationDb, areaM2: areaAbove(separationDb, grid, thresholdDb), thresholdDb };
}

/**
 * Separation over head positions: for every place the power ratio of the near to the far ear, in dB, as the mean over the
 * frequencies and over the left channel (near: left ear) and the right channel (near: right ear). The head faces the
 * device from every place. Interpolated tables stand for the sphere's sum: within 0.1 dB of the direct computation.
 * @param columns (bins, drivers, inputs L, R, …) spectra of the realised filters at `frequenciesHz`
 * @param frequenciesHz (bins,) log-spaced for a mean over log frequency, > 0
 * @returns the map, or null when cancelled
 */
export function separationZone(
  device: Device,
  listener: Listener,
  speedOfSoundMps: number,
  columns: ComplexMatrices,
  frequenciesHz: Float64Array,
  grid: ZoneGrid,
  { thresholdDb, onProgress, isCancelled }: ZoneOptions,
): ZoneMap | null {
  const rows = separationRows(device, listener, speedOfSoundMps, columns, frequenciesHz, grid, thresholdDb);
  for (;;) {
    if (isCancelled?.()) return null;
    const { done, value } = rows.next();
    if (done) return value;
    onProgress?.(value);
  }
}
