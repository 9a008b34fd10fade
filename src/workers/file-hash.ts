/** SHA-256 of a file's bytes, hexadecimal: the same content is the same file, whatever it is called. */
export async function fileHash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
