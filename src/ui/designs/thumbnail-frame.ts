import type { DesignDocument } from '../../store/index.ts';

/** The part of the plane that a thumbnail shows, metres: the audience's left on the left, the front downwards. */
export interface ThumbnailFrame {
  readonly leftM: number;
  readonly topM: number;
  readonly widthM: number;
  readonly heightM: number;
  /** Drivers smaller than this would not be seen. */
  readonly leastRadiusM: number;
}

const WIDTH_TO_HEIGHT = 1.5;
/** A hand's breadth: no device is shown larger than this would be. */
const LEAST_WIDTH_M = 0.12;
const MARGIN = 1.12;

/** Takes in the baffle and every driver, centred. */
export function thumbnailFrame({ device }: DesignDocument): ThumbnailFrame {
  const sphereM = device.baffle.kind === 'rigid-sphere' ? device.baffle.radiusM : 0;
  const reach = (axis: 0 | 1): readonly [number, number] => [
    Math.min(-sphereM, ...device.drivers.map(({ positionM, radiusM }) => positionM[axis] - radiusM)),
    Math.max(sphereM, ...device.drivers.map(({ positionM, radiusM }) => positionM[axis] + radiusM)),
  ];
  const [back, front] = reach(0);
  const [right, left] = reach(1);
  const widthM = Math.max(LEAST_WIDTH_M, MARGIN * (left - right), MARGIN * (front - back) * WIDTH_TO_HEIGHT);
  const heightM = widthM / WIDTH_TO_HEIGHT;
  return {
    leftM: -(left + right) / 2 - widthM / 2,
    topM: (front + back) / 2 - heightM / 2,
    widthM,
    heightM,
    leastRadiusM: widthM / 40,
  };
}
