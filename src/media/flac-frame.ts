/** What a stream says at its beginning (RFC 9639, section 8.2). */
export interface FlacStream {
  readonly rateHz: number;
  readonly channels: number;
  readonly bits: number;
  /** 0 where the encoder did not know. */
  readonly frames: number;
  /** The same for every frame but the last, where each is so long. */
  readonly blockFrames: number;
  readonly leastFrameBytes: number;
  /** All of the block, as decoders want it. */
  readonly bytes: Uint8Array;
}

/** @param bytes the STREAMINFO block */
export function readStreamInfo(bytes: Uint8Array): FlacStream {
  const u = (at: number, count: number) =>
    bytes.subarray(at, at + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return {
    rateHz: u(10, 3) >> 4,
    channels: ((bytes[12]! >> 1) & 7) + 1,
    bits: (((bytes[12]! & 1) << 4) | (bytes[13]! >> 4)) + 1,
    frames: (bytes[13]! & 0xf) * 2 ** 32 + u(14, 4),
    blockFrames: u(2, 2),
    leastFrameBytes: u(4, 3),
    bytes: bytes.slice(0, 34),
  };
}

export interface FlacFrame {
  /** First sample of it in the stream. */
  readonly at: number;
  readonly frames: number;
}

const SHORTEST_HEADER = 6;

/**
 * A frame's header (RFC 9639, section 9.1).
 * @returns null where there is none: the bytes are something else that looks like its beginning
 */
export function readFlacFrame(bytes: Uint8Array, start: number, stream: FlacStream): FlacFrame | null {
  if (start + SHORTEST_HEADER > bytes.length) return null;
  const isVariable = bytes[start + 1] === 0xf9;
  if (bytes[start] !== 0xff || (!isVariable && bytes[start + 1] !== 0xf8)) return null;
  const sizeCode = bytes[start + 2]! >> 4;
  const rateCode = bytes[start + 2]! & 0xf;
  const channelCode = bytes[start + 3]! >> 4;
  if (sizeCode === 0 || rateCode === 15 || channelCode > 10 || (bytes[start + 3]! & 1) !== 0) return null;
  const number = readCodedNumber(bytes, start + 4);
  if (number === null) return null;
  let at = number.end;
  let frames = blockSizeOf(sizeCode);
  if (frames === null) {
    const long = sizeCode === 7;
    frames = (long ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!) + 1;
    at += long ? 2 : 1;
  }
  at += rateCode < 12 ? 0 : rateCode === 12 ? 1 : 2;
  if (at >= bytes.length || crc8(bytes, start, at) !== bytes[at]) return null;
  return { at: isVariable ? number.value : number.value * stream.blockFrames, frames };
}

/** Null: it stands in bytes of its own. */
function blockSizeOf(code: number): number | null {
  if (code === 1) return 192;
  if (code <= 5) return 576 << (code - 2);
  return code < 8 ? null : 256 << (code - 8);
}

/** Like UTF-8, up to seven bytes. */
function readCodedNumber(bytes: Uint8Array, start: number): { value: number; end: number } | null {
  const first = bytes[start]!;
  if (first < 0x80) return { value: first, end: start + 1 };
  const more = Math.clz32(~(first << 24)) - 1;
  if (more < 1 || more > 6) return null;
  let value = first & (0x3f >> more);
  for (let n = 1; n <= more; n++) {
    const byte = bytes[start + n];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return null;
    value = value * 64 + (byte & 0x3f);
  }
  return { value, end: start + more + 1 };
}

/** With the polynomial x⁸ + x² + x + 1. */
function crc8(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0;
  for (let at = from; at < to; at++) {
    crc ^= bytes[at]!;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : crc << 1;
  }
  return crc;
}
