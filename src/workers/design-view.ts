import type { Design } from '../design/designer.ts';
import type { DesignDocument } from '../design/document.ts';
import { polarMap } from '../design/polar-map.ts';
import type { DesignView, StageBeams } from '../protocol/designer-protocol.ts';

const INPUTS = [0, 1, 2] as const;
const CENTRE = 2;

/** −180° to 180° in steps of 5°, both ends of the circle included so that a plot closes. */
const AZIMUTHS_DEG = Array.from({ length: 73 }, (_, i) => 5 * i - 180);
const MAP_HZ = octaves(40, 20_000, 12);
/** The band in which direction is heard and filters work. */
const BEAM_HZ = octaves(200, 8000, 4);

/** Frequencies from low to high in equal parts of an octave. */
function octaves(lowHz: number, highHz: number, partsPerOctave: number): Float64Array {
  const count = Math.floor(partsPerOctave * Math.log2(highHz / lowHz) + 1e-9) + 1;
  return Float64Array.from({ length: count }, (_, i) => lowHz * 2 ** (i / partsPerOctave));
}

/** What is shown of a design. */
export function viewOf(document: DesignDocument, { spatial, metrics, stepsMs }: Design): DesignView {
  const startedAt = performance.now();
  const centreMap = polarMap(document, spatial.drivers, CENTRE, AZIMUTHS_DEG, MAP_HZ);
  const beams = beamsOf(document, spatial);
  return {
    document,
    metrics,
    centreMap,
    beams,
    stepsMs: { ...stepsMs, view: performance.now() - startedAt },
  };
}

/** Mean power over the band, per column and azimuth, relative to the loudest. */
function beamsOf(document: DesignDocument, { drivers }: Design['spatial']): StageBeams {
  const count = AZIMUTHS_DEG.length;
  const levelDb = new Float32Array(INPUTS.length * count);
  for (const input of INPUTS) {
    const { absoluteDb } = polarMap(document, drivers, input, AZIMUTHS_DEG, BEAM_HZ);
    for (let a = 0; a < count; a++) {
      let power = 0;
      for (let f = 0; f < BEAM_HZ.length; f++) power += 10 ** (absoluteDb[a * BEAM_HZ.length + f]! / 10);
      levelDb[input * count + a] = 10 * Math.log10(power / BEAM_HZ.length);
    }
  }
  const loudestDb = levelDb.reduce((loudest, level) => Math.max(loudest, level));
  return { azimuthDeg: Float64Array.from(AZIMUTHS_DEG), levelDb: levelDb.map((level) => level - loudestDb) };
}
