import { mirroredPosition, tidied, type Device, type Position } from '../../../store/arrays.ts';
import type { Vertical } from './array-frame.ts';

/** How near on the screen the axis or a mirror image draws what is dragged to it. */
export const PULL_PX = 7;

/** What a dragged place was drawn to. */
export type SnapHint =
  | { readonly kind: 'axis' }
  | { readonly kind: 'mirror'; readonly of: string; readonly positionM: Position }
  | { readonly kind: 'grid'; readonly stepM: number };

export interface Placed {
  readonly positionM: Position;
  readonly hint: SnapHint | null;
}

export interface Snap {
  /** Spacing of the grid, metres; 0 for no snapping at all. */
  readonly stepM: number;
  /** How near the axis, or another driver's mirror image, draws a place to it, metres. */
  readonly pullM: number;
}

/** Where the pointer is in a view. */
export interface Pointed {
  readonly vertical: Vertical;
  readonly leftM: number;
  readonly alongM: number;
}

/**
 * Where a driver goes that is dragged in a view: to the mirror image of another one or to the axis where it is near, else to the
 * grid; on its baffle. On a sphere the view tells two of the three coordinates, and the driver stays on its half of it; what
 * is outside goes to the rim.
 */
export function dragPlace(device: Device, index: number, to: Pointed, snap: Snap): Placed {
  const isWall = device.baffle.kind === 'infinite-plane';
  const alongM = isWall && to.vertical === 0 ? 0 : to.alongM;
  const twin = snap.stepM > 0 ? mirrorNear(device, index, { ...to, alongM }, snap.pullM) : null;
  if (twin) return { positionM: mirroredPosition(twin.positionM), hint: { ...twin, kind: 'mirror' } };
  const isNearAxis = snap.stepM > 0 && Math.abs(to.leftM) < snap.pullM;
  const hint: SnapHint | null = isNearAxis ? { kind: 'axis' } : gridHint(snap.stepM);
  const leftM = isNearAxis ? 0 : to.leftM;
  const { positionM } = device.drivers[index];
  const place =
    device.baffle.kind === 'rigid-sphere'
      ? onSphere(device.baffle.radiusM, positionM, { ...to, leftM }, snap)
      : inView(positionM, to.vertical, onGrid(leftM, snap.stepM), onGrid(alongM, snap.stepM));
  return { positionM: tidied(place), hint };
}

/** Where something that stands free goes, such as a head: to the axis where it is near, else to the grid. */
export function freePlace(positionM: Position, to: Pointed, snap: Snap): Placed {
  const isNearAxis = snap.stepM > 0 && Math.abs(to.leftM) < snap.pullM;
  const leftM = isNearAxis ? 0 : onGrid(to.leftM, snap.stepM);
  return {
    positionM: tidied(inView(positionM, to.vertical, leftM, onGrid(to.alongM, snap.stepM))),
    hint: isNearAxis ? { kind: 'axis' } : gridHint(snap.stepM),
  };
}

export function onGrid(valueM: number, stepM: number): number {
  return stepM > 0 ? Math.round(valueM / stepM) * stepM : valueM;
}

function gridHint(stepM: number): SnapHint | null {
  return stepM > 0 ? { kind: 'grid', stepM } : null;
}

function mirrorNear(device: Device, index: number, { vertical, leftM, alongM }: Pointed, pullM: number) {
  const near = device.drivers.find(({ positionM }, at) => {
    const image = mirroredPosition(positionM);
    return (
      at !== index &&
      image[1] !== positionM[1] &&
      Math.hypot(image[1] - leftM, image[vertical] - alongM) < pullM
    );
  });
  return near ? { of: near.id, positionM: near.positionM } : null;
}

function onSphere(
  radiusM: number,
  from: Position,
  { vertical, leftM, alongM }: Pointed,
  snap: Snap,
): Position {
  const hidden = vertical === 0 ? 2 : 0;
  const rimM = snap.stepM > 0 ? radiusM - snap.pullM : radiusM;
  const outM = Math.hypot(leftM, alongM);
  if (outM >= rimM) {
    const [left, along] = onRim(radiusM, [leftM / outM, alongM / outM], snap.stepM);
    return withHidden(vertical, left, along, 0);
  }
  const [left, along] = [onGrid(leftM, snap.stepM), onGrid(alongM, snap.stepM)];
  const depthM = Math.sqrt(Math.max(0, radiusM ** 2 - left ** 2 - along ** 2));
  return withHidden(vertical, left, along, from[hidden] < 0 ? -depthM : depthM);
}

/** On the rim one coordinate follows from the other: the one that says more of the place is on the grid. */
function onRim(radiusM: number, [x, y]: readonly [number, number], stepM: number): readonly [number, number] {
  if (stepM === 0) return [radiusM * x, radiusM * y];
  const [small, large] = Math.abs(x) < Math.abs(y) ? [x, y] : [y, x];
  const snapped = onGrid(radiusM * small, stepM);
  const other = Math.sign(large) * Math.sqrt(Math.max(0, radiusM ** 2 - snapped ** 2));
  return Math.abs(x) < Math.abs(y) ? [snapped, other] : [other, snapped];
}

function withHidden(vertical: Vertical, leftM: number, alongM: number, hiddenM: number): Position {
  return vertical === 0 ? [alongM, leftM, hiddenM] : [hiddenM, leftM, alongM];
}

function inView(positionM: Position, vertical: Vertical, leftM: number, alongM: number): Position {
  return withHidden(vertical, leftM, alongM, positionM[vertical === 0 ? 2 : 0]);
}
