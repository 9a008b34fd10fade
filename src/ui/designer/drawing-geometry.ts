import type { DesignDocument } from '../../store/index.ts';

type Position = readonly number[];

/** A view of the device at one scale: across is the audience's left to the left, upwards is `vertical`. */
export interface DrawingFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pxPerM: number;
  /** What runs vertically: 2 up (upwards), 0 front (downwards, towards the audience below). */
  readonly vertical: 0 | 2;
  /** Spacing of the grid, and its lines on either side of the centre. */
  readonly gridStepM: number;
  readonly gridM: readonly number[];
  /** Screen position of a place. */
  at(position: Position): readonly [x: number, y: number];
}

const MARGIN_PX = { side: 28, top: 28, bottom: 26 };
const LEAST_HEIGHT_PX = 110;
const MOST_HEIGHT_PX = 210;
/** No device is drawn larger than this: a small one stays small. */
const MOST_PX_PER_M = 900;
const GRID_STEPS_M = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
const LEAST_GRID_PX = 36;

/** Fits both views of a device into a width at one scale. */
export function drawingFrame(document: DesignDocument, vertical: 0 | 2, widthPx: number): DrawingFrame {
  const halfAcrossM = halfExtentM(document, 1);
  const halfAlongM = Math.max(halfExtentM(document, 0), halfExtentM(document, 2));
  const freePx = widthPx - 2 * MARGIN_PX.side;
  const mostAlongPx = MOST_HEIGHT_PX - MARGIN_PX.top - MARGIN_PX.bottom;
  const pxPerM = Math.min(MOST_PX_PER_M, freePx / (2 * halfAcrossM), mostAlongPx / (2 * halfAlongM));
  const alongPx = 2 * halfExtentM(document, vertical) * pxPerM;
  const heightPx = Math.max(LEAST_HEIGHT_PX, Math.ceil(alongPx + MARGIN_PX.top + MARGIN_PX.bottom));
  const middle = { x: widthPx / 2, y: (heightPx + MARGIN_PX.top - MARGIN_PX.bottom) / 2 };
  const sign = vertical === 0 ? 1 : -1;
  const gridStepM = GRID_STEPS_M.find((step) => step * pxPerM >= LEAST_GRID_PX) ?? 1;
  const lines = Math.ceil(Math.max(widthPx, heightPx) / 2 / (gridStepM * pxPerM));
  return {
    widthPx,
    heightPx,
    pxPerM,
    vertical,
    gridStepM,
    gridM: Array.from({ length: 2 * lines + 1 }, (_, index) => (index - lines) * gridStepM),
    at: (position) => [middle.x - position[1] * pxPerM, middle.y + sign * position[vertical] * pxPerM],
  };
}

/** Which channel a driver mainly serves, by the side it is on. */
export function signalOf(position: Position): 'left' | 'right' | 'centre' {
  const onAxisM = 1e-3;
  if (Math.abs(position[1]) < onAxisM) return 'centre';
  return position[1] > 0 ? 'left' : 'right';
}

function halfExtentM({ device }: DesignDocument, axis: 0 | 1 | 2): number {
  const baffleM = device.baffle.kind === 'rigid-sphere' ? device.baffle.radiusM : 0;
  const reachM = device.drivers.map(
    ({ positionM, radiusM }) => Math.abs(positionM[axis]) + Math.abs(radiusM),
  );
  return Math.max(0.02, baffleM, ...reachM);
}
