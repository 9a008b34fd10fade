import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { CommandError, fileError } from './command-error.ts';

const HEADER_BYTES = 58;
/** A RIFF file counts its bytes in 32 bits. */
const MAX_BYTES = 0xffffffff - HEADER_BYTES;

/** Header of a file of 32-bit floats: `fmt ` with its empty extension, `fact`, `data`. */
function header(channels: number, sampleRateHz: number, frames: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  const dataBytes = 4 * channels * frames;
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(18, 16);
  bytes.writeUInt16LE(3, 20);
  bytes.writeUInt16LE(channels, 22);
  bytes.writeUInt32LE(sampleRateHz, 24);
  bytes.writeUInt32LE(4 * channels * sampleRateHz, 28);
  bytes.writeUInt16LE(4 * channels, 32);
  bytes.writeUInt16LE(32, 34);
  bytes.write('fact', 38, 'latin1');
  bytes.writeUInt32LE(4, 42);
  bytes.writeUInt32LE(frames, 46);
  bytes.write('data', 50, 'latin1');
  bytes.writeUInt32LE(dataBytes, 54);
  return bytes;
}

/** A WAV file of 32-bit floats of known length, written from its first frame to its last. */
export class WavWriter {
  #frames = new Float32Array(0);

  private constructor(
    /** The name that errors speak of: where the file will be when it is complete. */
    readonly path: string,
    private readonly channels: number,
    private readonly file: FileHandle,
  ) {}

  /** @throws CommandError when the file cannot be written or would pass the format's 4 GiB */
  static async create(
    path: string,
    beside: string,
    channels: number,
    sampleRateHz: number,
    frames: number,
  ): Promise<WavWriter> {
    if (4 * channels * frames > MAX_BYTES) {
      throw new CommandError(
        `${path}: expected at most 4 GiB of audio, got ${channels} channels of ${frames} frames`,
      );
    }
    try {
      const file = await open(beside, 'w');
      const writer = new WavWriter(path, channels, file);
      await writer.#write(header(channels, sampleRateHz, frames));
      return writer;
    } catch (error) {
      throw fileError(path, 'write', error);
    }
  }

  /** Appends `count` frames of one plane per channel, from frame `from` of each. */
  async write(planes: readonly Float32Array[], from: number, count: number): Promise<void> {
    const { channels } = this;
    const size = count * channels;
    if (this.#frames.length < size) this.#frames = new Float32Array(size);
    const frames = this.#frames;
    planes.forEach((plane, channel) => {
      for (let frame = 0, at = channel; frame < count; frame++, at += channels) {
        frames[at] = plane[from + frame]!;
      }
    });
    await this.#write(Buffer.from(frames.buffer, 0, 4 * size));
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
