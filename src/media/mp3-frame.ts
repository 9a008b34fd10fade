/** A frame of MPEG audio, layer III. */
export interface Mp3Frame {
  readonly bytes: number;
  readonly frames: number;
  readonly rateHz: number;
  readonly channels: number;
  /** Where a Xing or Info tag would stand. */
  readonly tagAt: number;
}

const RATES_HZ = [44_100, 48_000, 32_000];
/** kbit/s, MPEG 1 and MPEG 2. */
const BIT_RATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];

/** @returns null where the bytes are no header of a frame whose length is known */
export function readMp3Frame(bytes: Uint8Array, at: number): Mp3Frame | null {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xe0) !== 0xe0) return null;
  const version = (bytes[at + 1]! >> 3) & 3;
  const layer = (bytes[at + 1]! >> 1) & 3;
  const rateCode = (bytes[at + 2]! >> 2) & 3;
  const isFirst = version === 3;
  const kbits = BIT_RATES[isFirst ? 0 : 1]![bytes[at + 2]! >> 4] ?? 0;
  if (version === 1 || layer !== 1 || rateCode === 3 || kbits === 0) return null;
  const rateHz = RATES_HZ[rateCode]! / (isFirst ? 1 : version === 2 ? 2 : 4);
  const frames = isFirst ? 1152 : 576;
  const padding = (bytes[at + 2]! >> 1) & 1;
  const isMono = bytes[at + 3]! >> 6 === 3;
  return {
    bytes: Math.floor((frames * kbits * 125) / rateHz) + padding,
    frames,
    rateHz,
    channels: isMono ? 1 : 2,
    tagAt: 4 + (isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17),
  };
}

/**
 * The first of two frames one behind the other: one alone may be chance.
 * @param length of all that there is from the first byte on; a frame at its very end needs none behind it
 */
export function findMp3Start(
  bytes: Uint8Array,
  length: number,
): { readonly at: number; readonly frame: Mp3Frame } | null {
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const frame = readMp3Frame(bytes, at);
    if (frame === null) continue;
    const next = readMp3Frame(bytes, at + frame.bytes);
    if (next?.rateHz === frame.rateHz || at + frame.bytes === length) return { at, frame };
  }
  return null;
}
