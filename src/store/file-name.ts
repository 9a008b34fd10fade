/** A name that every file system takes, without its ending: letters and figures of any script, hyphens between. */
export function fileStem(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain || 'design';
}
