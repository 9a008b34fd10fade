import type { Packet } from './packets.ts';

interface Decoded {
  readonly at: number;
  readonly rateHz: number;
  readonly planes: readonly Float32Array[];
}

/**
 * Packets one behind the other through one decoder. Decoders begin in different ways: some give nothing for the first
 * packet (Vorbis), some leave out the codec's delay (Opus); where a block lies is told from that.
 */
export class DecoderRun {
  failure: DOMException | null = null;
  /** Where the last packet that was given ends; of the sound, at the file's rate. Null before the first. */
  fedTo: number | null = null;
  private readonly decoder: AudioDecoder;
  /** The first two that were given. */
  private readonly first: Packet[] = [];
  private given: Packet[] = [];
  /** Where the next block begins, at the decoder's rate; null before the first. */
  private next: number | null = null;

  /** @param onChange something has failed, or there is room for more */
  constructor(
    private readonly config: AudioDecoderConfig,
    private readonly onBlock: (block: Decoded) => void,
    onChange: () => void,
  ) {
    this.decoder = new AudioDecoder({
      output: (data) => this.take(data),
      error: (error) => {
        this.failure = error;
        onChange();
      },
    });
    this.decoder.ondequeue = onChange;
    this.decoder.configure(config);
  }

  get queued(): number {
    return this.decoder.decodeQueueSize;
  }

  /** Packets of which nothing has come out: where it fails, it fails at the first of them. */
  get unanswered(): readonly Packet[] {
    return this.given;
  }

  feed(packet: Packet): void {
    if (this.first.length < 2) this.first.push(packet);
    this.given.push(packet);
    this.fedTo = packet.at + packet.frames;
    if (this.decoder.state === 'closed') return;
    const { data, at } = packet;
    const timestamp = Math.round((1e6 * at) / this.config.sampleRate);
    this.decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp, data }));
  }

  /** What goes wrong is told as its failure. */
  async flush(): Promise<void> {
    if (this.decoder.state !== 'closed') await this.decoder.flush().catch(() => undefined);
  }

  close(): void {
    if (this.decoder.state !== 'closed') this.decoder.close();
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
    const scale = sampleRate / this.config.sampleRate;
    const at = this.next ?? scale * this.startsAt(numberOfFrames / scale);
    this.next = at + numberOfFrames;
    const isUnanswered = (packet: Packet) => scale * (packet.at + packet.frames) > this.next! + 1;
    this.given = this.given.filter(isUnanswered);
    this.onBlock({ at, rateHz: sampleRate, planes });
  }

  /** @param frames of the first block */
  private startsAt(frames: number): number {
    const [first, second] = this.first;
    if (this.config.codec === 'vorbis') return second?.at ?? first!.at;
    return first!.at + (this.config.codec === 'opus' ? Math.max(0, first!.frames - frames) : 0);
  }
}
