/** The main lobe around the axis: degrees from it to where the level first falls, to either side. */
export interface LobeEdges {
  readonly leftDeg: number;
  readonly rightDeg: number;
}

/** What a beam's width is taken at. */
const EDGE_DB = -6;

/**
 * Where the level around a circle first falls 6 dB below that on the axis, between steps by a straight line.
 * @param levelDb (n,) from −180° in n equal steps, n even; the element n/2 is the axis, positive azimuths follow it
 * @returns `null` where there is no such edge all around
 */
export function lobeEdges(levelDb: ArrayLike<number>): LobeEdges | null {
  const steps = levelDb.length;
  const axis = steps / 2;
  const edgeDb = levelDb[axis]! + EDGE_DB;
  const at = (turn: number): number => levelDb[(axis + turn + steps) % steps]!;
  const from = (direction: 1 | -1): number | null => {
    let step = 1;
    while (step < axis && at(direction * step) >= edgeDb) step++;
    if (step === axis && at(axis) >= edgeDb) return null;
    const inside = at(direction * (step - 1));
    const outside = at(direction * step);
    return (360 / steps) * (step - 1 + (inside - edgeDb) / (inside - outside));
  };
  const leftDeg = from(1);
  const rightDeg = from(-1);
  return leftDeg === null || rightDeg === null ? null : { leftDeg, rightDeg };
}

/** Width of the main lobe between its −6 dB points; 360 where it has none. @param levelDb as `lobeEdges` */
export function beamwidth(levelDb: ArrayLike<number>): number {
  const edges = lobeEdges(levelDb);
  return edges ? edges.leftDeg + edges.rightDeg : 360;
}
