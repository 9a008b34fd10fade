import { MediaError } from './media-error.ts';
import type { Packet, PacketSource } from './packets.ts';

/** Given to the decoder ahead: it works beside this thread. */
const MOST_QUEUED = 12;

/** Decoded sound from a place on. */
export interface DecodedBlock {
  readonly at: number;
  readonly rateHz: number;
  /** One for each channel. */
  readonly planes: readonly Float32Array[];
}

/**
 * Packets through the browser's decoder, from one place on to the end. Decoders begin in different ways: some give nothing
 * for the first packet (Vorbis), some leave out the codec's delay (Opus); where a block lies is told from that.
 */
export class FrameDecoder {
  private readonly packets: AsyncGenerator<Packet, void, undefined>;
  private readonly decoder: AudioDecoder;
  private readonly blocks: DecodedBlock[] = [];
  private failure: string | null = null;
  private state: 'feeding' | 'flushing' | 'done' = 'feeding';
  /** The first two that were given. */
  private readonly first: Packet[] = [];
  /** Where the next block begins; null before the first. */
  private next: number | null = null;
  private wake: () => void = () => undefined;

  constructor(
    private readonly source: PacketSource,
    fromFrame: number,
  ) {
    this.packets = source.from(fromFrame);
    this.decoder = new AudioDecoder({
      output: (data) => {
        this.take(data);
        this.wake();
      },
      error: (error) => {
        this.failure = error.message;
        this.wake();
      },
    });
    this.decoder.ondequeue = () => this.wake();
    this.decoder.configure(source.config);
  }

  /** @returns null behind the last @throws MediaError */
  async read(): Promise<DecodedBlock | null> {
    for (;;) {
      const block = this.blocks.shift();
      if (block) return block;
      if (this.failure !== null) throw new MediaError('undecodable', this.failure);
      if (this.state === 'done') return null;
      if (this.state === 'feeding' && this.decoder.decodeQueueSize < MOST_QUEUED) await this.feed();
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  close(): void {
    this.failure ??= 'closed';
    this.wake();
    if (this.decoder.state !== 'closed') this.decoder.close();
    void this.packets.return();
  }

  private async feed(): Promise<void> {
    const { value: packet } = await this.packets.next();
    if (this.decoder.state === 'closed') return;
    if (packet) {
      if (this.first.length < 2) this.first.push(packet);
      const { data, at } = packet;
      const timestamp = Math.round((1e6 * at) / this.source.config.sampleRate);
      this.decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp, data }));
      return;
    }
    this.state = 'flushing';
    // What went wrong is told to the decoder's `error`.
    void this.decoder
      .flush()
      .catch(() => undefined)
      .then(() => {
        this.state = 'done';
        this.wake();
      });
  }

  private take(data: AudioData): void {
    const { numberOfFrames, numberOfChannels, sampleRate } = data;
    const planes = Array.from({ length: numberOfChannels }, (_, planeIndex) => {
      const plane = new Float32Array(numberOfFrames);
      data.copyTo(plane, { planeIndex, format: 'f32-planar' });
      return plane;
    });
    data.close();
    if (numberOfFrames === 0) return;
    // Some decoders count at twice the rate that the file says (spectral band replication).
    const scale = sampleRate / this.source.config.sampleRate;
    this.next ??= scale * this.startsAt(numberOfFrames / scale);
    this.blocks.push({ at: this.next, rateHz: sampleRate, planes });
    this.next += numberOfFrames;
  }

  /** @param frames of the first block */
  private startsAt(frames: number): number {
    const [first, second] = this.first;
    if (this.source.config.codec === 'vorbis') return second?.at ?? first!.at;
    return first!.at + (this.source.config.codec === 'opus' ? Math.max(0, first!.frames - frames) : 0);
  }
}
