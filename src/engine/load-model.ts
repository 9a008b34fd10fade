import { planCost } from '../kernel/partition-plan.ts';
import { shapeFor } from '../protocol/listening-protocol.ts';
import type { DesignSize, MeasuredLoad } from '../store/ports.ts';

/**
 * What an output takes behind the matrix, in limiter and volume, in products of four bins per quantum. It only decides where
 * a size lies between measured ones; what those cost, the limiter included, is measured.
 */
const OUTPUT_COST = 1500;

/** Work that grows with the size, per render quantum, in products of four bins. */
export function workOf(size: DesignSize): number {
  const shape = shapeFor(size);
  return planCost(shape, size.taps) + shape.maxOutputs * OUTPUT_COST;
}

/**
 * Share of real time, of one core, that the whole chain takes: straight lines over the work from one measured size to the
 * next. Not one line for all: what no longer fits into a cache costs more, how much more is the machine's affair. Below the
 * smallest it stays the same, above the largest it grows with the work. It never falls with the work: a smaller size that
 * took longer was held up, and the larger one could be.
 * @param measured at least one size
 */
export function loadOf(measured: readonly MeasuredLoad[], size: DesignSize): number {
  const points = measured
    .map((load) => ({ work: workOf(load.size), share: load.share }))
    .sort((a, b) => a.work - b.work);
  for (let i = 1; i < points.length; i++) points[i]!.share = Math.max(points[i]!.share, points[i - 1]!.share);
  const work = workOf(size);
  const next = points.findIndex((point) => point.work >= work);
  if (next === 0) return points[0]!.share;
  if (next < 0) {
    const last = points.at(-1)!;
    return (last.share * work) / last.work;
  }
  const [low, high] = [points[next - 1]!, points[next]!];
  return low.share + ((high.share - low.share) * (work - low.work)) / (high.work - low.work);
}
