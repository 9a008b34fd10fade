import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { wavHeader } from '../export/wav-file.ts';
import { fileError } from './command-error.ts';

/** What is written at once: many small pieces take the system twice as long. */
const CHUNK_FLOATS = 1 << 20;

/** A WAV file of 32-bit floats of known length, written from its first frame to its last. */
export class WavWriter {
  #frames = new Float32Array(CHUNK_FLOATS);
  /** Floats that wait to be written. */
  #filled = 0;

  private constructor(
    /** The name that errors speak of: where the file will be when it is complete. */
    readonly path: string,
    private readonly file: FileHandle,
  ) {}

  /** @throws CommandError when the file cannot be written */
  static async create(
    path: string,
    beside: string,
    channels: number,
    sampleRateHz: number,
    frames: number,
  ): Promise<WavWriter> {
    try {
      const file = await open(beside, 'w');
      const writer = new WavWriter(path, file);
      await writer.#write(Buffer.from(wavHeader(channels, sampleRateHz, frames).buffer));
      return writer;
    } catch (error) {
      throw fileError(path, 'write', error);
    }
  }

  /** Appends whole frames, their channels side by side. `finish` follows the last. */
  async write(frames: Float32Array): Promise<void> {
    if (this.#filled + frames.length > this.#frames.length) await this.#flush();
    if (frames.length > this.#frames.length) this.#frames = new Float32Array(frames.length);
    this.#frames.set(frames, this.#filled);
    this.#filled += frames.length;
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#frames.buffer, 0, 4 * this.#filled);
    this.#filled = 0;
    await this.#write(bytes);
  }

  async #write(bytes: Buffer): Promise<void> {
    try {
      for (let done = 0; done < bytes.length;) {
        done += (await this.file.write(bytes, done, bytes.length - done)).bytesWritten;
      }
    } catch (error) {
      throw fileError(this.path, 'write', error);
    }
  }

  /** Writes what waits. */
  async finish(): Promise<void> {
    await this.#flush();
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}
