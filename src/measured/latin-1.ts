/** Text of bytes, a letter each: of numbers and plain words it is what UTF-8 says, too. */
export function textOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PART) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + PART)));
  }
  return parts.join('');
}

/** So many arguments fit into one call. */
const PART = 4096;

/** @param text of letters below 256 */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
