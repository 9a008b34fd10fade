import type { Design } from '../design/designer.ts';
import type { DesignDocument } from '../design/document.ts';
import type { Memo } from '../design/memo.ts';
import { meanPowers, polarField, polarMap, type PolarField } from '../design/polar-map.ts';
import { chainLatency } from '../kernel/chain-latency.ts';
import type { DesignView, StageBeams } from '../protocol/designer-protocol.ts';

const CENTRE = 2;

/** −180° to 180°, both ends of the circle included so that a plot closes; fine enough for the lobes of a long array. */
const AZIMUTHS_DEG = Array.from({ length: 145 }, (_, i) => 2.5 * i - 180);
const FREQUENCIES_HZ = octaves(20, 20_000, 12);
/** The band in which direction is heard and filters work. */
const BEAM_HZ = [200, 8000] as const;

/** Frequencies from low to high in equal parts of an octave. */
function octaves(lowHz: number, highHz: number, partsPerOctave: number): Float64Array {
  const count = Math.floor(partsPerOctave * Math.log2(highHz / lowHz) + 1e-9) + 1;
  return Float64Array.from({ length: count }, (_, i) => lowHz * 2 ** (i / partsPerOctave));
}

/**
 * What is shown of a design.
 * @param memo keeps the transfers from one design to the next
 */
export function viewOf(
  document: DesignDocument,
  { spatial, metrics, stepsMs }: Design,
  memo: Memo,
): DesignView {
  const startedAt = performance.now();
  const field = polarField(document, spatial.drivers, AZIMUTHS_DEG, FREQUENCIES_HZ, memo);
  const centreMap = polarMap(field, CENTRE);
  const beams = beamsOf(field);
  const { filterTaps, sampleRateHz } = document;
  const latencySamples = {
    music: chainLatency('music', filterTaps, sampleRateHz),
    video: chainLatency('video', filterTaps, sampleRateHz),
  };
  const view = performance.now() - startedAt;
  return { document, metrics, centreMap, beams, latencySamples, stepsMs: { ...stepsMs, view } };
}

/** Mean power over the band on a log scale, per input and azimuth, relative to the loudest. */
function beamsOf(field: PolarField): StageBeams {
  const first = FREQUENCIES_HZ.findIndex((frequencyHz) => frequencyHz >= BEAM_HZ[0]);
  const end = FREQUENCIES_HZ.findIndex((frequencyHz) => frequencyHz > BEAM_HZ[1]);
  const levels = [0, 1, CENTRE].flatMap((input) =>
    Array.from(meanPowers(field, input, first, end), (power) => 10 * Math.log10(power)),
  );
  const loudestDb = Math.max(...levels);
  return {
    azimuthDeg: Float64Array.from(AZIMUTHS_DEG),
    levelDb: Float32Array.from(levels, (level) => level - loudestDb),
  };
}
