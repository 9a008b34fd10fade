/** What every track is brought to before it is played. */
export interface Stereo {
  readonly left: Float32Array<ArrayBuffer>;
  readonly right: Float32Array<ArrayBuffer>;
}

/** Of one channel in left and right. */
export type SideWeights = readonly [left: number, right: number];

const HALF_POWER = Math.SQRT1_2;

/**
 * By the bits of the extensible WAV format, lowest first: front left and right, centre, low frequencies, back left and
 * right, left and right of centre, back centre, side left and right, above, front and back above.
 * [ITU-R BS.775-3, table 2: centre and surrounds at −3 dB, one surround alone at −6 dB, low frequencies left out; what it
 * does not know, above and beside the centre, is taken for a surround of its side]
 */
const SPEAKERS: readonly SideWeights[] = [
  [1, 0],
  [0, 1],
  [HALF_POWER, HALF_POWER],
  [0, 0],
  [HALF_POWER, 0],
  [0, HALF_POWER],
  [HALF_POWER, 0],
  [0, HALF_POWER],
  [0.5, 0.5],
  [HALF_POWER, 0],
  [0, HALF_POWER],
  [0.5, 0.5],
  [HALF_POWER, 0],
  [0.5, 0.5],
  [0, HALF_POWER],
  [HALF_POWER, 0],
  [0.5, 0.5],
  [0, HALF_POWER],
];

/** What files without a mask mean, by channel count, in the order in which browsers decode. */
const USUAL_MASKS: Readonly<Record<number, number>> = {
  2: 0b11,
  3: 0b111,
  4: 0b110011,
  5: 0b110111,
  6: 0b111111,
  7: 0b111_0000_1111,
  8: 0b110_0011_1111,
};

/**
 * Mono goes to both, unattenuated: it is a centred source of a stereo mix. Of layouts that nothing is known of, the first
 * two channels are kept.
 * @param mask of the speakers; null for what is usual
 * @returns one for each channel
 */
export function downmixWeights(channels: number, mask: number | null): SideWeights[] {
  if (channels === 1) return [[1, 1]];
  const named = speakersOf(mask ?? 0);
  const speakers = named.length >= channels ? named : speakersOf(USUAL_MASKS[channels] ?? 0b11);
  return Array.from({ length: channels }, (_, c) => speakers[c] ?? [0, 0]);
}

function speakersOf(mask: number): SideWeights[] {
  return SPEAKERS.filter((_, bit) => (mask & (1 << bit)) !== 0);
}

/** @param channels one plane each, of one length; not changed, but two that are stereo already are what is returned */
export function toStereo(channels: readonly Float32Array[], mask: number | null = null): Stereo {
  const weights = downmixWeights(channels.length, mask);
  const isStereo = weights.length === 2 && weights[0]![0] === 1 && weights[1]![1] === 1;
  if (isStereo) return { left: channels[0], right: channels[1] } as Stereo;
  const length = channels[0]!.length;
  const left = new Float32Array(length);
  const right = new Float32Array(length);
  channels.forEach((channel, c) => {
    const [toLeft, toRight] = weights[c]!;
    if (toLeft !== 0) addScaled(left, channel, toLeft);
    if (toRight !== 0) addScaled(right, channel, toRight);
  });
  return { left, right };
}

function addScaled(into: Float32Array, x: Float32Array, gain: number): void {
  for (let i = 0; i < into.length; i++) into[i]! += gain * x[i]!;
}
