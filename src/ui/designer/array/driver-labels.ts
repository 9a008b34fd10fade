import type { DriverShape } from './driver-shape.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export const LETTER_PX = 5.6;
const LINE_PX = 13;
/** A number fits into a disc of this half axis. */
const LEAST_NUMBERED_PX = 9;
/** From the centre towards the rim, where the number of a driver stands that has another in its centre. */
const COVERED_SHARE = 0.68;

export function hasNumberWithin({ thinPx }: DriverShape): boolean {
  return thinPx >= LEAST_NUMBERED_PX;
}

/** Where the numbers stand: in the discs, beside those that are too small or seen on edge, off the centre where another is. */
export function numberPlaces(shapes: readonly DriverShape[]): Place[] {
  return shapes.map((shape) => {
    const { x, y, thinPx, outward } = shape;
    if (hasNumberWithin(shape)) return { x, y: y + (isCovered(shapes, shape) ? COVERED_SHARE * thinPx : 0) };
    const beyondPx = thinPx + LEAST_NUMBERED_PX;
    return { x: x + outward[0] * beyondPx, y: y + outward[1] * beyondPx };
  });
}

/**
 * Which words can be shown without one over another: of two that would be, that of the driver that is drawn over the other.
 * @param order in which the drivers are drawn
 */
export function wordsThatFit(
  places: readonly Place[],
  lengths: readonly number[],
  order: readonly number[],
): boolean[] {
  const shown: number[] = [];
  for (const index of [...order].reverse()) {
    const { x, y } = places[index];
    const isClear = shown.every(
      (other) =>
        Math.abs(places[other].y - y) >= LINE_PX ||
        Math.abs(places[other].x - x) >= ((lengths[other] + lengths[index]) / 2) * LETTER_PX + 4,
    );
    if (isClear) shown.push(index);
  }
  return places.map((_, index) => shown.includes(index));
}

/** Whether a smaller driver stands in the centre of one. */
function isCovered(shapes: readonly DriverShape[], { x, y, widePx }: DriverShape): boolean {
  return shapes.some(
    (other) => other.widePx < widePx && Math.hypot(other.x - x, other.y - y) < other.widePx + LETTER_PX,
  );
}
