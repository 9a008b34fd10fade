import { pointSourceToEars } from '../acoustics/transfers.ts';
import type { Driver } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import { bandShares } from './driver-bands.ts';
import type { FilterSet } from './filter-set.ts';
import { createGrid, fullDelay, passbandAt } from './grid.ts';
import { propagationSeconds, referencePressure } from './level.ts';
import { createMatrices, delayAt, scaleBins } from './matrices.ts';
import { realiseFilters } from './realise.ts';
import { virtualSpeakerPosition } from './virtual-pair.ts';

/** Gains of one driver for L′, R′ and C. */
type Gains = readonly [left: number, right: number, centre: number];

/** A driver this near to the middle is on the axis. */
const ON_AXIS_M = 1e-6;

/** Azimuth of the two loudspeakers of the reference pair. */
const REFERENCE_AZIMUTH_DEG = 30;

/**
 * The original on this device: a driver to the left of the axis plays L′+C, to the right R′+C, on it half of each. Pure
 * delays of the common latency at gain 1, so a centred mono signal comes out of every driver exactly as it went in, and at
 * the level the design has on axis (`referencePressure`). Drivers with bands share it, each in its own (`bandShares`).
 */
export function originalSet(document: DesignDocument, latencySamples?: number): FilterSet {
  return delaySet(
    document,
    latencySamples,
    document.device.drivers.map((driver): Gains => {
      const side = sideOf(driver);
      return [(1 + side) / 2, (1 - side) / 2, 1];
    }),
    document.device.drivers.map(() => 0),
  );
}

/**
 * The plain matrix: M = (L+R)/2 from the drivers on the axis, S = (L−R)/2 from those to the left, −S from those to the
 * right, no filters. Without a driver on the axis the innermost ones play M; where they are all there are, M and ±S both.
 * M has the level of the original, and each side group as much gain as the middle one; drivers with bands share what
 * their group plays.
 */
export function plainMatrixSet(document: DesignDocument, latencySamples?: number): FilterSet {
  const { drivers } = document.device;
  const inner = Math.min(...drivers.map(({ positionM }) => Math.abs(positionM[1])));
  const isMiddle = (driver: Driver): boolean => Math.abs(driver.positionM[1]) <= inner + ON_AXIS_M;
  const hasOthers = drivers.some((driver) => !isMiddle(driver));
  const middleGain = drivers.length / drivers.filter(isMiddle).length;
  const sideCount = (side: number): number =>
    drivers.filter((driver) => sideOf(driver) === side && !(hasOthers && isMiddle(driver))).length;
  return delaySet(
    document,
    latencySamples,
    drivers.map((driver): Gains => {
      const side = sideOf(driver);
      const middle = isMiddle(driver) ? middleGain : 0;
      const sides =
        side !== 0 && !(hasOthers && isMiddle(driver)) ? (side * drivers.length) / (2 * sideCount(side)) : 0;
      const difference = hasOthers ? sides : side * middle;
      return [(middle + difference) / 2, (middle - difference) / 2, middle];
    }),
    drivers.map((driver) => (isMiddle(driver) ? 0 : sideOf(driver))),
  );
}

/**
 * A real pair of loudspeakers at ±30° from the listener's nose, as far away as the device, at the listener's ears: two
 * monopoles that each give half the design's reference pressure at the head. For headphones, where it can be heard.
 */
export function referencePairEars(document: DesignDocument, latencySamples?: number): FilterSet {
  const { listener, speedOfSoundMps } = document;
  const grid = createGrid(document, latencySamples);
  const { frequenciesHz } = grid;
  const gain = (referencePressure(document) / 2) * Math.hypot(...listener.positionM);
  const seconds = propagationSeconds(document);
  const pair = [REFERENCE_AZIMUTH_DEG, -REFERENCE_AZIMUTH_DEG].map((azimuthDeg) => {
    const source = virtualSpeakerPosition(listener, azimuthDeg);
    const ears = pointSourceToEars(source, listener, frequenciesHz, speedOfSoundMps);
    scaleBins(ears, (bin) => {
      const { re, im } = delayAt(frequenciesHz[bin]!, -seconds);
      const level = gain * passbandAt(frequenciesHz[bin]!, document.sampleRateHz);
      return { re: level * re, im: level * im };
    });
    return ears;
  });
  const centre = createMatrices(frequenciesHz.length, 2, 1);
  for (const ears of pair) {
    ears.re.forEach((x, i) => (centre.re[i]! += x));
    ears.im.forEach((y, i) => (centre.im[i]! += y));
  }
  return realiseFilters([...pair, centre], grid);
}

/** 1 to the left of the axis, −1 to the right, 0 on it. */
function sideOf({ positionM }: Driver): number {
  return Math.abs(positionM[1]) <= ON_AXIS_M ? 0 : Math.sign(positionM[1]);
}

/** Gains behind the common latency, each driver in its band; pure delays where no driver has one. @param groups see `bandShares` */
function delaySet(
  document: DesignDocument,
  latency: number | undefined,
  gains: readonly Gains[],
  groups: readonly number[],
): FilterSet {
  const { filterTaps: taps, sampleRateHz, device } = document;
  const latencySamples = latency ?? fullDelay(taps);
  const outputs = gains.length;
  const grid = createGrid(document, latencySamples);
  const shares = bandShares(device, groups, grid.frequenciesHz);
  if (shares) {
    const columns = [0, 1, 2].map((input) => {
      const column = createMatrices(grid.frequenciesHz.length, outputs, 1);
      shares.forEach((share, at) => (column.re[at] = share * gains[at % outputs]![input]!));
      return column;
    });
    return realiseFilters(columns, grid);
  }
  const firs = new Float32Array(3 * outputs * taps);
  gains.forEach((driver, output) => {
    driver.forEach((gain, input) => {
      firs[(input * outputs + output) * taps + latencySamples] = gain;
    });
  });
  return { inputs: 3, outputs, taps, sampleRateHz, latencySamples, firs };
}
