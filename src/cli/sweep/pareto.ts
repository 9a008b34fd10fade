/**
 * Indices of the points that none betters in one value without being worse in the other, in the order of x. It stands by
 * itself, because the page of a sweep carries it as text.
 * @param points [x, y]; a point that lacks a value (NaN) is never among them
 * @param moreX whether more x is better, and `moreY` y
 */
export function paretoFront(
  points: readonly (readonly [x: number, y: number])[],
  moreX: boolean,
  moreY: boolean,
): number[] {
  const worth = (index: number, axis: 0 | 1): number =>
    points[index]![axis] * ((axis === 0 ? moreX : moreY) ? 1 : -1);
  const order = points
    .map((_, index) => index)
    .filter((index) => points[index]!.every((value) => Number.isFinite(value)));
  order.sort((a, b) => worth(b, 0) - worth(a, 0) || worth(b, 1) - worth(a, 1));
  const front: number[] = [];
  for (const index of order) {
    const last = front.at(-1);
    const isTwin =
      last !== undefined && worth(index, 0) === worth(last, 0) && worth(index, 1) === worth(last, 1);
    if (last === undefined || isTwin || worth(index, 1) > worth(last, 1)) front.push(index);
  }
  return front.sort((a, b) => points[a]![0] - points[b]![0]);
}
