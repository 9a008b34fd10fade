import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { CommandError, fileError } from './command-error.ts';
import { BYTES_PER_SAMPLE, unpackFrames } from './wav-samples.ts';
import type { SampleFormat } from './wav-samples.ts';

/** Format codes of the `fmt ` chunk. */
const INTEGERS = 1;
const FLOATS = 3;
const EXTENSIBLE = 0xfffe;
/** Read at once: many small pieces take the system longer. */
const CHUNK_BYTES = 1 << 20;
/** Size of a data chunk whose writer could not go back to fill it in: it runs to the end of the file. */
const UNKNOWN_SIZE = 0xffffffff;

export interface WavFormat {
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly sample: SampleFormat;
}

function parseFormat(path: string, chunk: Buffer): WavFormat {
  if (chunk.length < 16) throw new CommandError(`${path}: expected a WAV file, got a broken format chunk`);
  const code = chunk.readUInt16LE(0);
  const extended = code === EXTENSIBLE && chunk.length >= 26;
  const kind = extended ? chunk.readUInt16LE(24) : code;
  const channels = chunk.readUInt16LE(2);
  if (channels === 0) throw new CommandError(`${path}: expected at least one channel, got none`);
  const bits = chunk.readUInt16LE(14);
  const sample = `${kind === FLOATS ? 'float' : 'int'}${bits}` as SampleFormat;
  if ((kind !== INTEGERS && kind !== FLOATS) || !(sample in BYTES_PER_SAMPLE)) {
    const got =
      kind === INTEGERS || kind === FLOATS ? `${bits}-bit samples` : `coding 0x${kind.toString(16)}`;
    throw new CommandError(
      `${path}: expected 8, 16, 24 or 32-bit integers or 32 or 64-bit floats, got ${got}`,
    );
  }
  return { channels, sampleRateHz: chunk.readUInt32LE(4), sample };
}

/** A WAV file (RIFF or RF64) read from its first frame to its last. */
export class WavReader {
  readonly frames: number;
  readonly #stride: number;
  /** Whole frames of the file, from `#first` to `#end`. */
  readonly #bytes: Buffer;
  #first = 0;
  #end = 0;
  #next = 0;

  private constructor(
    readonly path: string,
    readonly format: WavFormat,
    private readonly file: FileHandle,
    private readonly dataStart: number,
    dataBytes: number,
    readonly blockFrames: number,
  ) {
    this.#stride = format.channels * BYTES_PER_SAMPLE[format.sample];
    this.frames = Math.floor(dataBytes / this.#stride);
    const blocks = Math.max(1, Math.floor(CHUNK_BYTES / (blockFrames * this.#stride)));
    this.#bytes = Buffer.alloc(blocks * blockFrames * this.#stride);
  }

  /**
   * @param blockFrames most frames that one `read` gives
   * @throws CommandError naming the file, when it cannot be read or is no WAV file of a kind that can be decoded
   */
  static async open(path: string, blockFrames: number): Promise<WavReader> {
    let file: FileHandle | undefined;
    try {
      file = await open(path, 'r');
      const { size } = await file.stat();
      const { format, start, bytes } = await findChunks(path, file, size);
      return new WavReader(path, format, file, start, bytes, blockFrames);
    } catch (error) {
      await file?.close();
      throw fileError(path, 'read', error);
    }
  }

  /**
   * Reads the next frames into one plane per channel.
   * @returns their count, 0 at the end
   * @throws CommandError at a sample that is not a finite number
   */
  async read(planes: readonly Float32Array[]): Promise<number> {
    const count = Math.min(this.blockFrames, this.frames - this.#next);
    if (count === 0) return 0;
    if (this.#next === this.#end) await this.#fill();
    const start = (this.#next - this.#first) * this.#stride;
    const bytes = this.#bytes.subarray(start, start + count * this.#stride);
    const faulty = unpackFrames(this.format.sample, bytes, planes);
    if (faulty >= 0) {
      throw new CommandError(
        `${this.path}: frame ${this.#next + faulty}: expected a finite number, got none`,
      );
    }
    this.#next += count;
    return count;
  }

  async #fill(): Promise<void> {
    const count = Math.min(this.#bytes.length / this.#stride, this.frames - this.#next);
    const bytes = this.#bytes.subarray(0, count * this.#stride);
    await readFully(this.path, this.file, bytes, this.dataStart + this.#next * this.#stride);
    [this.#first, this.#end] = [this.#next, this.#next + count];
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

async function readFully(path: string, file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, position + done);
    if (bytesRead === 0) throw new CommandError(`${path}: the file ended while it was read`);
    done += bytesRead;
  }
}

/** Walks the chunks to the audio: its format and where its bytes lie. */
async function findChunks(path: string, file: FileHandle, size: number) {
  const header = Buffer.alloc(12);
  if (size >= 12) await readFully(path, file, header, 0);
  const riff = header.toString('latin1', 0, 4);
  if ((riff !== 'RIFF' && riff !== 'RF64') || header.toString('latin1', 8, 12) !== 'WAVE') {
    throw new CommandError(
      `${path}: expected a WAV file, got ${size === 0 ? 'an empty file' : 'something else'}`,
    );
  }
  let format: WavFormat | undefined;
  let longSize: number | undefined;
  for (let at = 12; at + 8 <= size;) {
    const head = Buffer.alloc(8);
    await readFully(path, file, head, at);
    const name = head.toString('latin1', 0, 4);
    const declared = head.readUInt32LE(4);
    const start = at + 8;
    if (name === 'data') {
      if (!format) throw new CommandError(`${path}: expected a WAV file, got audio without a format`);
      const unknown = declared === UNKNOWN_SIZE && longSize === undefined;
      const bytes = unknown ? size - start : declared === UNKNOWN_SIZE ? longSize! : declared;
      if (bytes > size - start) {
        const got = `${size - start}: the file is cut short`;
        throw new CommandError(`${path}: expected ${bytes} bytes of audio as its header says, got ${got}`);
      }
      return { format, start, bytes };
    }
    if (name === 'fmt ' || name === 'ds64') {
      const chunk = Buffer.alloc(Math.min(declared, size - start, 64));
      await readFully(path, file, chunk, start);
      if (name === 'fmt ') format = parseFormat(path, chunk);
      else if (chunk.length >= 16) longSize = Number(chunk.readBigUInt64LE(8));
    }
    at = start + declared + (declared % 2);
  }
  throw new CommandError(`${path}: expected a WAV file with audio, got none`);
}
