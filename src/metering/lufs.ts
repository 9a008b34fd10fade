/** Makes a 997 Hz full-scale sine in one channel read −3.01 LUFS [ITU-R BS.1770-4]. */
const OFFSET_DB = -0.691;

/** Loudness of a mean square of K-weighted channels, summed over channels; −∞ of none. */
export function lufs(power: number): number {
  return power > 0 ? OFFSET_DB + 10 * Math.log10(power) : -Infinity;
}

export function powerOf(loudnessLufs: number): number {
  return 10 ** ((loudnessLufs - OFFSET_DB) / 10);
}
