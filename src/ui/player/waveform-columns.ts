/** Brings a waveform to as many columns as there is room for: the loudest excursion of each column's stretch.
 *  @param peaks minimum and maximum of each column, interleaved
 *  @returns (columns,) 0…1, symmetric excursion relative to the loudest of the track */
export function waveformColumns(peaks: Float32Array, columns: number): Float32Array {
  const source = Math.floor(peaks.length / 2);
  const result = new Float32Array(Math.max(0, columns));
  let loudest = 0;
  for (let column = 0; column < columns && source > 0; column += 1) {
    const from = Math.min(source - 1, Math.floor((column * source) / columns));
    const to = Math.max(from + 1, Math.floor(((column + 1) * source) / columns));
    let excursion = 0;
    for (let i = from; i < to; i += 1) {
      excursion = Math.max(excursion, -peaks[2 * i]!, peaks[2 * i + 1]!);
    }
    result[column] = excursion;
    loudest = Math.max(loudest, excursion);
  }
  return loudest > 0 ? result.map((excursion) => excursion / loudest) : result;
}
