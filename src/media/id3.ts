import { latin1, type ByteSource } from './byte-source.ts';

/** @returns where what follows the ID3v2 tags at a file's beginning is */
export async function skipId3(source: ByteSource): Promise<number> {
  for (let at = 0; ;) {
    const head = await source.read(at, 10);
    if (head.length < 10 || latin1(head, 0, 3) !== 'ID3') return at;
    // Seven bits of each byte.
    const size = head.subarray(6, 10).reduce((sum, byte) => (sum << 7) | (byte & 0x7f), 0);
    const hasFooter = (head[5]! & 0x10) !== 0;
    at += 10 + size + (hasFooter ? 10 : 0);
  }
}
