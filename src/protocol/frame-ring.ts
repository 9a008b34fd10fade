/**
 * Frames of numbers from one thread to another through shared memory: the newest counts, none is waited for, and none is
 * read torn. Both sides of the boundary use this one file.
 *
 * Layout: Int32 [0] how many frames were published, Int32 [1] the value of [0] when the reader took its last; from byte 8
 * SLOTS frames of Float32, frame number n in slot n mod SLOTS.
 *
 * The writer fills the slot after the published one, then counts. The reader copies the published one and looks at the
 * count again: while it has grown by less than SLOTS − 1, the writer has not come round to that slot. (A count around a
 * single slot would need fences that JavaScript does not have; here a write must be three frames early to be seen.)
 */
const SLOTS = 4;
const HEADER_BYTES = 8;
const PUBLISHED = 0;
const TAKEN = 1;
/** A writer that laps the reader this often in a row leaves it with what it had. */
const ATTEMPTS = 4;

export class FrameRing {
  readonly #counts: Int32Array;
  readonly #slots: readonly Float32Array[];

  /** @param buffer of `FrameRing.bytes(length)` bytes, zeros at first */
  constructor(buffer: SharedArrayBuffer, length: number) {
    this.#counts = new Int32Array(buffer, 0, 2);
    this.#slots = Array.from(
      { length: SLOTS },
      (_, s) => new Float32Array(buffer, HEADER_BYTES + 4 * s * length, length),
    );
  }

  static bytes(length: number): number {
    return HEADER_BYTES + 4 * SLOTS * length;
  }

  /** For the writer: publishes a copy. */
  write(frame: Float32Array): void {
    const count = this.#counts[PUBLISHED];
    this.#slots[count & (SLOTS - 1)].set(frame);
    Atomics.store(this.#counts, PUBLISHED, count + 1);
  }

  /** For the writer: whether the reader has taken the newest. */
  get taken(): boolean {
    return Atomics.load(this.#counts, TAKEN) === this.#counts[PUBLISHED];
  }

  /** For the reader: copies the newest frame. @returns false where there is none that was not taken before */
  read(into: Float32Array): boolean {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const count = Atomics.load(this.#counts, PUBLISHED);
      if (count === this.#counts[TAKEN]) return false;
      into.set(this.#slots[(count - 1) & (SLOTS - 1)]);
      if (((Atomics.load(this.#counts, PUBLISHED) - count) | 0) >= SLOTS - 1) continue;
      Atomics.store(this.#counts, TAKEN, count);
      return true;
    }
    return false;
  }
}
