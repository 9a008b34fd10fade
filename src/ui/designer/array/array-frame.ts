import { isOnAxis, type Position } from '../../../store/arrays.ts';
import type { DesignDocument } from '../../../store/index.ts';

/** What runs vertically in a view: 2 up (upwards, seen from the audience), 0 front (downwards, seen from above). */
export type Vertical = 0 | 2;
/** Whether a view shows the device alone or all up to the listener. */
export type Zoom = 'device' | 'scene';

/** A view at one scale: across is the audience's left to the left. */
export interface ArrayFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pxPerM: number;
  readonly vertical: Vertical;
  /** Spacing of the grid, and its lines across and along. */
  readonly gridStepM: number;
  readonly leftsM: readonly number[];
  readonly alongsM: readonly number[];
  /** Screen position of a place. */
  at(position: Position): readonly [x: number, y: number];
  /** What a point on the screen is: how far to the left, and up or to the front. */
  placeAt(x: number, y: number): { readonly leftM: number; readonly alongM: number };
}

const MARGIN_PX = { side: 30, top: 30, bottom: 28 } as const;
const LEAST_HEIGHT_PX = 120;
const MOST_HEIGHT_PX = 330;
/** No device is drawn larger than this: a small one stays small. */
const MOST_PX_PER_M = 1200;
const LEAST_EXTENT_M = 0.02;
/** Room beside the device, into which its drivers can be dragged. */
const ROOM = 1.2;
const GRID_STEPS_M = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
const LEAST_GRID_PX = 30;
/** The head with its nose and ears, in its radii. */
const HEAD_REACH = 1.25;

/** Fits both views into the same width, at one scale and of one height. */
export function arrayFrames(
  document: DesignDocument,
  zoom: Zoom,
  widthPx: number,
): { readonly above: ArrayFrame; readonly front: ArrayFrame } {
  const halfAcrossM = Math.max(...extentM(document, zoom, 1).map(Math.abs));
  const deep = extentM(document, zoom, 0);
  const high = extentM(document, zoom, 2);
  const freePx = Math.max(1, widthPx - 2 * MARGIN_PX.side);
  const mostAlongPx = MOST_HEIGHT_PX - MARGIN_PX.top - MARGIN_PX.bottom;
  const mostAlongM = Math.max(deep[1] - deep[0], high[1] - high[0]);
  const pxPerM = Math.min(MOST_PX_PER_M, freePx / (2 * halfAcrossM), mostAlongPx / mostAlongM);
  const heightPx = Math.max(
    LEAST_HEIGHT_PX,
    Math.ceil(mostAlongM * pxPerM + MARGIN_PX.top + MARGIN_PX.bottom),
  );
  const frame = (vertical: Vertical, [low, high]: readonly [number, number]): ArrayFrame => {
    const sign = vertical === 0 ? 1 : -1;
    const originX = widthPx / 2;
    const originY = (heightPx + MARGIN_PX.top - MARGIN_PX.bottom) / 2 - sign * ((low + high) / 2) * pxPerM;
    const gridStepM = GRID_STEPS_M.find((step) => step * pxPerM >= LEAST_GRID_PX) ?? GRID_STEPS_M.at(-1)!;
    const along = [-sign * originY, sign * (heightPx - originY)]
      .map((px) => px / pxPerM)
      .sort((a, b) => a - b);
    return {
      widthPx,
      heightPx,
      pxPerM,
      vertical,
      gridStepM,
      leftsM: multiples(gridStepM, -originX / pxPerM, originX / pxPerM),
      alongsM: multiples(gridStepM, along[0], along[1]),
      at: (position) => [originX - position[1] * pxPerM, originY + sign * position[vertical] * pxPerM],
      placeAt: (x, y) => ({ leftM: (originX - x) / pxPerM, alongM: (sign * (y - originY)) / pxPerM }),
    };
  };
  return { above: frame(0, deep), front: frame(2, high) };
}

/** Which channel a driver mainly serves, by the side it is on. */
export function signalOf(positionM: Position): 'left' | 'right' | 'centre' {
  if (isOnAxis({ positionM })) return 'centre';
  return positionM[1] > 0 ? 'left' : 'right';
}

/** What is to be in sight along an axis, metres: the device centred, and up to the listener where the whole scene is shown. */
function extentM(
  { device, listener, sides }: DesignDocument,
  zoom: Zoom,
  axis: 0 | 1 | 2,
): readonly [low: number, high: number] {
  const deviceM = ROOM * Math.max(LEAST_EXTENT_M, reachM(device, axis));
  if (zoom === 'device') return [-deviceM, deviceM];
  const offsets = [0, ...(sides.cancellation?.headOffsetsM ?? []).map((offset) => offset[axis])];
  const headM = HEAD_REACH * listener.headRadiusM;
  const heads = offsets.map((offset) => listener.positionM[axis] + offset);
  return [
    Math.min(-deviceM, ...heads.map((x) => x - headM)),
    Math.max(deviceM, ...heads.map((x) => x + headM)),
  ];
}

/** How far a device reaches from its centre; the caps of a sphere are within it. */
function reachM({ baffle, drivers }: DesignDocument['device'], axis: 0 | 1 | 2): number {
  if (baffle.kind === 'rigid-sphere') return baffle.radiusM;
  return Math.max(...drivers.map(({ positionM, radiusM }) => Math.abs(positionM[axis]) + Math.abs(radiusM)));
}

function multiples(stepM: number, lowM: number, highM: number): number[] {
  const first = Math.ceil(lowM / stepM);
  const count = Math.max(0, Math.floor(highM / stepM) - first + 1);
  return Array.from({ length: count }, (_, index) => (first + index) * stepM);
}
