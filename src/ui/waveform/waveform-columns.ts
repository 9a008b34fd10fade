/** Largest excursion of each column, 0…1. @param peaks minimum and maximum of each column, interleaved */
export function excursions(peaks: Float32Array): Float32Array {
  return Float32Array.from({ length: peaks.length / 2 }, (_, column) =>
    Math.max(0, -peaks[2 * column]!, peaks[2 * column + 1]!),
  );
}

/** As high as there is room for. @param loudest of the track; 0 for silence, which stays flat */
export function scaled(columns: Float32Array, loudest: number): Float32Array {
  return loudest > 0 ? columns.map((excursion) => Math.min(1, excursion / loudest)) : columns;
}
