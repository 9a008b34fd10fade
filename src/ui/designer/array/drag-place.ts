import { mirroredPosition, tidied, type Device, type Position } from '../../../store/arrays.ts';
import type { Vertical } from './array-frame.ts';
import { onGrid } from './on-grid.ts';
import { dragOnSphere, gripOnSphere, hiddenAxis } from './sphere-drag.ts';

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
 * grid; on its baffle. On a sphere the view tells two of the three coordinates, and the driver stays on its half of it.
 * @param held the device as it was when the pointer took hold: on the rim a driver is on neither half
 */
export function dragPlace(device: Device, index: number, to: Pointed, snap: Snap, held = device): Placed {
  const isWall = device.baffle.kind === 'infinite-plane';
  const alongM = isWall && to.vertical === 0 ? 0 : to.alongM;
  const hidden = hiddenAxis(to.vertical);
  const isBehind = (held.drivers[index] ?? device.drivers[index]).positionM[hidden] < 0;
  const twin = snap.stepM > 0 ? mirrorNear(device, index, { ...to, alongM }, snap.pullM, isBehind) : null;
  if (twin) return { positionM: mirroredPosition(twin.positionM), hint: { ...twin, kind: 'mirror' } };
  const isNearAxis = snap.stepM > 0 && Math.abs(to.leftM) < snap.pullM;
  const hint: SnapHint | null = isNearAxis ? { kind: 'axis' } : gridHint(snap.stepM);
  const leftM = isNearAxis ? 0 : to.leftM;
  const { positionM } = device.drivers[index];
  const place =
    device.baffle.kind === 'rigid-sphere'
      ? dragOnSphere(device.baffle.radiusM, { ...to, leftM }, snap, isBehind)
      : inView(positionM, to.vertical, onGrid(leftM, snap.stepM), onGrid(alongM, snap.stepM));
  return { positionM: tidied(place), hint };
}

/** What a pointer that takes hold of a driver is at: where the driver is drawn, but near the rim of a sphere. */
export function gripOf({ baffle }: Device, positionM: Position, vertical: Vertical): Position {
  return baffle.kind === 'rigid-sphere' ? gripOnSphere(baffle.radiusM, positionM, vertical) : positionM;
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

function gridHint(stepM: number): SnapHint | null {
  return stepM > 0 ? { kind: 'grid', stepM } : null;
}

function mirrorNear(
  { baffle, drivers }: Device,
  index: number,
  { vertical, leftM, alongM }: Pointed,
  pullM: number,
  isBehind: boolean,
) {
  const isRound = baffle.kind === 'rigid-sphere';
  const near = drivers.find(({ positionM }, at) => {
    const mirrored = mirroredPosition(positionM);
    const hiddenM = mirrored[hiddenAxis(vertical)];
    // To the other half of a sphere it would be a leap.
    if (isRound && hiddenM !== 0 && hiddenM < 0 !== isBehind) return false;
    const image = isRound ? gripOnSphere(baffle.radiusM, mirrored, vertical) : mirrored;
    return (
      at !== index &&
      image[1] !== positionM[1] &&
      Math.hypot(image[1] - leftM, image[vertical] - alongM) < pullM
    );
  });
  return near ? { of: near.id, positionM: near.positionM } : null;
}

function withHidden(vertical: Vertical, leftM: number, alongM: number, hiddenM: number): Position {
  return vertical === 0 ? [alongM, leftM, hiddenM] : [hiddenM, leftM, alongM];
}

function inView(positionM: Position, vertical: Vertical, leftM: number, alongM: number): Position {
  return withHidden(vertical, leftM, alongM, positionM[hiddenAxis(vertical)]);
}
