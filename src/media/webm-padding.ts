import { ByteSource, viewOf } from './byte-source.ts';

/** The last cluster begins within so many bytes of the end. */
const SEARCHED_BYTES = 1 << 22;
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75] as const;
const BLOCK_GROUP = 0xa0;
const DISCARD_PADDING = 0x75a2;
/** Behind the last cluster. */
const TOP_LEVEL = new Set([0x1c53bb6b, 0x1254c367, 0x1043a770, 0x1941a469, 0x114d9b74]);

interface Element {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/**
 * What of the end of a WebM or Matroska file's sound is padding: the `DiscardPadding` of the last group of blocks
 * (RFC 9559, section 5.1.3.5.7), which the library that takes the file apart leaves out.
 * @returns seconds; 0 where the file says nothing
 */
export async function endPaddingSeconds(blob: Blob): Promise<number> {
  const from = Math.max(0, blob.size - SEARCHED_BYTES);
  const bytes = await new ByteSource(blob).read(from, SEARCHED_BYTES);
  for (let at = bytes.lastIndexOf(CLUSTER[0]); at >= 0; at = bytes.lastIndexOf(CLUSTER[0], at - 1)) {
    if (!CLUSTER.every((byte, n) => bytes[at + n] === byte)) continue;
    const nanoseconds = paddingIn(bytes, at);
    if (nanoseconds !== null) return nanoseconds / 1e9;
    if (at === 0) break;
  }
  return 0;
}

/** @returns null where no cluster begins there */
function paddingIn(bytes: Uint8Array, clusterAt: number): number | null {
  const cluster = elementAt(bytes, clusterAt);
  if (cluster === null) return null;
  const groups: Element[] = [];
  for (let at = cluster.start; at < cluster.end;) {
    const child = elementAt(bytes, at);
    if (child === null) return null;
    if (TOP_LEVEL.has(child.id)) break;
    if (child.id === BLOCK_GROUP) groups.push(child);
    at = child.end;
  }
  const last = groups.at(-1);
  return last ? discardIn(bytes, last) : 0;
}

function discardIn(bytes: Uint8Array, group: Element): number {
  for (let at = group.start; at < group.end;) {
    const child = elementAt(bytes, at);
    if (child === null) return 0;
    if (child.id === DISCARD_PADDING) return signedNumber(bytes, child);
    at = child.end;
  }
  return 0;
}

function signedNumber(bytes: Uint8Array, { start, end }: Element): number {
  if (start === end) return 0;
  const value = bytes.subarray(start + 1, end).reduce((sum, byte) => sum * 256 + byte, 0);
  return value + viewOf(bytes).getInt8(start) * 2 ** (8 * (end - start - 1));
}

/** Its first byte tells how many an id or a size has. @returns null where none fits in */
function elementAt(bytes: Uint8Array, at: number): Element | null {
  const idBytes = Math.clz32(bytes[at] ?? 0) - 23;
  const sizeAt = at + idBytes;
  const sizeBytes = Math.clz32(bytes[sizeAt] ?? 0) - 23;
  const start = sizeAt + sizeBytes;
  if (idBytes > 4 || sizeBytes > 8 || start > bytes.length) return null;
  const id = bytes.subarray(at, sizeAt).reduce((sum, byte) => sum * 256 + byte, 0);
  const first = bytes[sizeAt]! & (0xff >> sizeBytes);
  const rest = bytes.subarray(sizeAt + 1, start);
  const isUnknown = first === 0xff >> sizeBytes && rest.every((byte) => byte === 0xff);
  const size = isUnknown ? Infinity : rest.reduce((sum, byte) => sum * 256 + byte, first);
  const end = isUnknown ? bytes.length : start + size;
  return end <= bytes.length ? { id, start, end } : null;
}
