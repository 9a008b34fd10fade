import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { wavHeader } from '../export/wav-file.ts';
import { fileError } from './command-error.ts';

/** A WAV file of 32-bit floats of known length, written from its first frame to its last. */
export class WavWriter {
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

  /** Appends whole frames, their channels side by side. */
  async write(frames: Float32Array): Promise<void> {
    await this.#write(Buffer.from(frames.buffer, frames.byteOffset, frames.byteLength));
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

  async close(): Promise<void> {
    await this.file.close();
  }
}
