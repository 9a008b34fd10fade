import type { Design } from '../design/designer.ts';
import { MAP_AZIMUTHS_DEG, MAP_FREQUENCIES_HZ } from '../design/map-axes.ts';
import type { FilterSet } from '../design/filter-set.ts';
import type { Memo } from '../design/memo.ts';
import { polarField, polarMap, type PolarField } from '../design/polar-map.ts';
import { chainLatency } from '../kernel/chain-latency.ts';
import type { DesignView } from '../protocol/designer-protocol.ts';
import { stageBeams } from './stage-beams.ts';

const LEFT = 0;
const CENTRE = 2;

/** Where a map is computed. */
export interface MapAxes {
  readonly azimuthsDeg: readonly number[];
  readonly frequenciesHz: Float64Array;
}

export const WHOLE_MAP: MapAxes = { azimuthsDeg: MAP_AZIMUTHS_DEG, frequenciesHz: MAP_FREQUENCIES_HZ };

/** A sixth of it: what can be drawn while a hand moves. */
export const DRAFT_MAP: MapAxes = {
  azimuthsDeg: MAP_AZIMUTHS_DEG.filter((_, i) => i % 3 === 0),
  frequenciesHz: MAP_FREQUENCIES_HZ.filter((_, i) => i % 2 === 0),
};

/**
 * What is shown of a design.
 * @param memo keeps the transfers from one design to the next
 * @param longestTaps of all filters that play in turn with these: they are late by as much as those
 */
export function viewOf(
  { document, spatial, original, cancellation, metrics, stepsMs }: Design,
  memo: Memo,
  axes: MapAxes = WHOLE_MAP,
  longestTaps = document.filterTaps,
): DesignView {
  const startedAt = performance.now();
  const fieldOf = (set: FilterSet): PolarField =>
    polarField(document, set, axes.azimuthsDeg, axes.frequenciesHz, memo);
  const field = fieldOf(spatial.drivers);
  const hasSideNulls = document.sides.cancellation?.sideNulls !== undefined;
  const centreMap = polarMap(field, CENTRE);
  const sideMap = hasSideNulls ? polarMap(fieldOf(cancellation), LEFT) : null;
  const beams = stageBeams(field);
  const { taps, latencySamples: late } = original.drivers;
  const originalBeams = memo(
    'original beams',
    [document.device, document.listener, document.speedOfSoundMps, taps, late, axes.azimuthsDeg.length],
    () => stageBeams(fieldOf(original.drivers)),
  );
  const { sampleRateHz } = document;
  const latencySamples = {
    music: chainLatency('music', longestTaps, sampleRateHz),
    video: chainLatency('video', longestTaps, sampleRateHz),
  };
  const view = performance.now() - startedAt;
  return {
    document,
    metrics,
    centreMap,
    sideMap,
    beams,
    originalBeams,
    latencySamples,
    stepsMs: { ...stepsMs, view },
  };
}
