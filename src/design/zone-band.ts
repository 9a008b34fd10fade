/** A band that the figures of a listening zone are taken over. */
export type ZoneBand = readonly [lowHz: number, highHz: number];

/** Frequencies of a listening zone: as many as make comb filters of two drivers a metre apart a matter of tenths. */
const ZONE_BINS = 128;

/** Where a separation is averaged by default: the band in which the far ear can be reached. */
export const BROADBAND: ZoneBand = [300, 8000];

/** Above it ears do not follow the phase of a tone. */
export const IMAGE_HIGHEST_HZ = 1500;
/** Octaves that are to lie below it for an interaural delay to be told from its neighbours a period away. */
const LEAST_OCTAVES = 0.5;

/** Log-spaced over the band, for a mean over log frequency. */
export function zoneFrequenciesHz([lowHz, highHz]: ZoneBand): Float64Array {
  const last = ZONE_BINS - 1;
  return Float64Array.from({ length: ZONE_BINS }, (_, i) => lowHz * (highHz / lowHz) ** (i / last));
}

/** Whether a band lets an image be found. */
export function hasImage([lowHz, highHz]: ZoneBand): boolean {
  return Math.log2(Math.min(highHz, IMAGE_HIGHEST_HZ) / lowHz) >= LEAST_OCTAVES - 1e-9;
}

/**
 * Where the bands of the interaural coherence begin and end among the frequencies: at most an octave each, as in ISO 3382-1,
 * because over more the delay of one source is not the same at all frequencies.
 * @returns (bands + 1,), or a single 0 where there is no image
 */
export function coherenceEdges(band: ZoneBand, frequenciesHz: Float64Array): Int32Array {
  if (!hasImage(band)) return Int32Array.of(0);
  const low = frequenciesHz.findLastIndex((hz) => hz <= IMAGE_HIGHEST_HZ) + 1;
  const bands = Math.ceil(Math.log2(frequenciesHz[low - 1]! / frequenciesHz[0]!) - 1e-9);
  return Int32Array.from({ length: bands + 1 }, (_, i) => Math.round((i * low) / bands));
}
