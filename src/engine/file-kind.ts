/** Names what a file is by its first bytes, where browsers are known not to decode it. */
export function undecodableKind(bytes: Uint8Array): string | null {
  const ascii = (start: number, length: number) =>
    String.fromCharCode(...bytes.subarray(start, start + length));
  const head = ascii(0, 4);
  if (head === 'FORM' && ascii(8, 3) === 'AIF') return 'AIFF audio';
  if (bytes[0] === 0x0b && bytes[1] === 0x77) return 'Dolby Digital (AC-3) audio';
  if (ascii(4, 4) === 'ftyp') return contains(bytes, 'alac') ? 'Apple Lossless (ALAC) audio' : null;
  if (head === 'MThd') return 'a MIDI file: notes, not sound';
  if (head === '%PDF') return 'a PDF document';
  if (head.startsWith('PK\x03')) return 'a ZIP archive';
  if (head === '\x89PNG' || head.startsWith('\xff\xd8\xff')) return 'a picture';
  if (head === 'MAC ') return "Monkey's Audio";
  if (head === 'wvpk') return 'WavPack audio';
  if (head === 'DSD ') return 'DSD audio';
  return looksLikeText(bytes) ? 'text, not sound' : null;
}

/** The codec of an MP4 stands in its `moov` box, at the start or at the end of the file. */
function contains(bytes: Uint8Array, word: string): boolean {
  const reach = 1 << 20;
  return [bytes.subarray(0, reach), bytes.subarray(Math.max(0, bytes.length - reach))].some((part) =>
    new TextDecoder('latin1').decode(part).includes(word),
  );
}

/** Printable all through: no audio format begins with 256 such bytes. */
function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 256);
  return head.length > 0 && head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
