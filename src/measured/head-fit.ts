import type { Device, Listener } from '../acoustics/types.ts';
import { length } from '../acoustics/vectors.ts';
import { directionWeights } from './direction-weights.ts';
import { shellAt, type HeadSet } from './head-set.ts';
import { seenFrom } from './measured-head.ts';

/** How well a measured head fits a listener's place: what to know before believing its curves. */
export interface HeadFit {
  /** Distance that was measured at. */
  readonly measuredM: number;
  readonly listenerM: number;
  /** Whether they are so far apart that near-field level differences are not the same. */
  readonly isDistanceOff: boolean;
  /** Largest angle from a driver to the nearest measured direction, degrees. */
  readonly farthestDeg: number;
  /** Below it the responses, a window of their length, resolve nothing. */
  readonly lowestHz: number;
  readonly earsSwapped: boolean;
}

/** Beyond this distance a head's level differences hardly change any more. */
const FAR_FIELD_M = 1;
/** Ratio of distances that makes no difference. */
const SAME_DISTANCE = 1.15;

export function headFit(set: HeadSet, device: Device, listener: Listener): HeadFit {
  const listenerM = length(listener.positionM);
  const { distanceM: measuredM, directions } = shellAt(set, listenerM);
  const ratio = Math.max(measuredM, listenerM) / Math.min(measuredM, listenerM);
  const angles = device.drivers.map(
    ({ positionM }) => directionWeights(directions, seenFrom(listener.positionM, positionM)).nearestDeg,
  );
  return {
    measuredM,
    listenerM,
    isDistanceOff: ratio > SAME_DISTANCE && Math.min(measuredM, listenerM) < FAR_FIELD_M,
    farthestDeg: Math.max(...angles),
    lowestHz: set.sampleRateHz / set.taps,
    earsSwapped: set.earsSwapped,
  };
}
