/** What every track is brought to before it is played. */
export interface Stereo {
  readonly left: Float32Array<ArrayBuffer>;
  readonly right: Float32Array<ArrayBuffer>;
}

const HALF_POWER = Math.SQRT1_2;

/**
 * Weights of each channel in left and right, by channel count, in the order in which browsers decode
 * (L, R · L, R, Ls, Rs · L, R, C, LFE, Ls, Rs · … with back left and right before the sides in 7.1).
 * [ITU-R BS.775-3, table 2: centre and surrounds at −3 dB, the low-frequency channel left out]
 */
const DOWNMIX: Readonly<Record<number, readonly (readonly [left: number, right: number])[]>> = {
  1: [[1, 1]],
  2: [
    [1, 0],
    [0, 1],
  ],
  3: [
    [1, 0],
    [0, 1],
    [HALF_POWER, HALF_POWER],
  ],
  4: [
    [1, 0],
    [0, 1],
    [HALF_POWER, 0],
    [0, HALF_POWER],
  ],
  5: [
    [1, 0],
    [0, 1],
    [HALF_POWER, HALF_POWER],
    [HALF_POWER, 0],
    [0, HALF_POWER],
  ],
  6: [
    [1, 0],
    [0, 1],
    [HALF_POWER, HALF_POWER],
    [0, 0],
    [HALF_POWER, 0],
    [0, HALF_POWER],
  ],
  8: [
    [1, 0],
    [0, 1],
    [HALF_POWER, HALF_POWER],
    [0, 0],
    [HALF_POWER, 0],
    [0, HALF_POWER],
    [HALF_POWER, 0],
    [0, HALF_POWER],
  ],
};

/**
 * Brings decoded channels to two. Mono goes to both, unattenuated: it is a centred source of a stereo mix. Layouts
 * without a recommendation keep their first two channels.
 */
export function toStereo(channels: readonly Float32Array<ArrayBuffer>[]): Stereo {
  if (channels.length === 2) return { left: channels[0]!, right: channels[1]! };
  const weights = DOWNMIX[channels.length] ?? DOWNMIX[2]!;
  const length = channels[0]!.length;
  const left = new Float32Array(length);
  const right = new Float32Array(length);
  for (let c = 0; c < weights.length; c++) {
    const [toLeft, toRight] = weights[c]!;
    if (toLeft !== 0) addScaled(left, channels[c]!, toLeft);
    if (toRight !== 0) addScaled(right, channels[c]!, toRight);
  }
  return { left, right };
}

function addScaled(into: Float32Array, x: Float32Array, gain: number): void {
  for (let i = 0; i < into.length; i++) into[i]! += gain * x[i]!;
}
