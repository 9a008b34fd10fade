import { meanPowers, type PolarField } from '../design/polar-map.ts';
import type { StageBeams } from '../protocol/designer-protocol.ts';
import { STAGE_BANDS_HZ, STAGE_EDGES_HZ } from '../protocol/stage-bands.ts';

const INPUTS = [0, 1, 2] as const;

/**
 * What a set of driver filters radiates: broadband for each input, mean power over the bands on a log scale relative to the
 * loudest, and band by band.
 * @param field of a set with the inputs L, R, C, at frequencies of which every band has one
 */
export function stageBeams(field: PolarField): StageBeams {
  const { azimuthsDeg, frequenciesHz } = field;
  /** First frequency of each band, and the end of the last. */
  const edges = STAGE_EDGES_HZ.map((edgeHz) => {
    const at = frequenciesHz.findIndex((frequencyHz) => frequencyHz >= edgeHz);
    return at < 0 ? frequenciesHz.length : at;
  });
  const azimuths = azimuthsDeg.length;
  const bandPowers = new Float32Array(INPUTS.length * STAGE_BANDS_HZ.length * azimuths);
  INPUTS.forEach((input) => {
    STAGE_BANDS_HZ.forEach((_, b) => {
      const powers = meanPowers(field, input, edges[b]!, edges[b + 1]!);
      bandPowers.set(powers, (input * STAGE_BANDS_HZ.length + b) * azimuths);
    });
  });
  const levels = INPUTS.flatMap((input) =>
    Array.from(meanPowers(field, input, edges[0]!, edges.at(-1)!), (power) => 10 * Math.log10(power)),
  );
  const loudestDb = Math.max(...levels);
  return {
    azimuthDeg: Float64Array.from(azimuthsDeg),
    levelDb: Float32Array.from(levels, (level) => level - loudestDb),
    bandPowers,
  };
}
