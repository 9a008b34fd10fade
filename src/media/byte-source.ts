/** Read at once: a call for every small piece takes the browser longer. */
const WINDOW_BYTES = 1 << 18;
/** What lies shortly before is often asked for next. */
const BEHIND_BYTES = 1 << 15;

/** A file's bytes, by place. */
export class ByteSource {
  readonly size: number;
  private windowAt = 0;
  private window = new Uint8Array(0);

  constructor(private readonly blob: Blob) {
    this.size = blob.size;
  }

  /** @returns what is there of them, not to be changed; fewer at the end */
  async read(from: number, count: number): Promise<Uint8Array<ArrayBuffer>> {
    const to = Math.min(from + count, this.size);
    if (from >= to) return new Uint8Array(0);
    if (from < this.windowAt || to > this.windowAt + this.window.length) {
      const start = Math.max(0, from - BEHIND_BYTES);
      const end = Math.max(to, start + WINDOW_BYTES);
      this.window = new Uint8Array(await this.blob.slice(start, end).arrayBuffer());
      this.windowAt = start;
    }
    return this.window.subarray(from - this.windowAt, to - this.windowAt);
  }

  async view(from: number, count: number): Promise<DataView> {
    return viewOf(await this.read(from, count));
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes as characters, one each. */
export function latin1(bytes: Uint8Array, from = 0, count = bytes.length - from): string {
  return String.fromCharCode(...bytes.subarray(from, from + count));
}
