import { DecoderRun } from './decoder-run.ts';
import { MediaError } from './media-error.ts';
import type { Packet, PacketSource } from './packets.ts';

/** Given to the decoder ahead: it works beside this thread. */
const MOST_QUEUED = 12;
/** Containers round their times; a packet that begins so much later than the one before it ended follows a gap. */
const GAP_SECONDS = 0.005;
/** Left out at once of what cannot be decoded: at first one packet, then twice as many each time. */
const MOST_LEFT_OUT = 32;
/** So often in a row without a sound: there is none. */
const MOST_FAILURES = 200;

/** Decoded sound from a place on. */
export interface DecodedBlock {
  readonly at: number;
  readonly rateHz: number;
  /** One for each channel. */
  readonly planes: readonly Float32Array[];
  /** Whether what is missing before it could not be read. */
  readonly isBehindDamage: boolean;
}

/**
 * Packets through the browser's decoder, from one place on to the end. A decoder that fails is followed by another one
 * behind the packet that it failed at; what lies behind a gap is given to one of its own, because decoders only count.
 */
export class FrameDecoder {
  private readonly packets: AsyncGenerator<Packet, void, undefined>;
  private run: DecoderRun | null = null;
  /** Taken from the source and not given to the decoder that runs. */
  private waiting: Packet[] = [];
  private readonly blocks: DecodedBlock[] = [];
  private state: 'feeding' | 'flushing' | 'done' = 'feeding';
  private isClosed = false;
  /** What was decoded last ends there; the next decoder goes on behind damage. */
  private isBehindDamage = false;
  private failures = 0;
  private toLeaveOut = 0;
  private wake: () => void = () => undefined;

  constructor(
    private readonly source: PacketSource,
    fromFrame: number,
  ) {
    this.packets = source.from(fromFrame);
  }

  /** @returns null behind the last @throws MediaError */
  async read(): Promise<DecodedBlock | null> {
    for (;;) {
      const block = this.blocks.shift();
      if (block) return block;
      if (this.isClosed) throw new MediaError('undecodable', 'closed');
      if (this.run?.failure) this.recover(this.run, this.run.failure);
      if (this.state === 'done') return null;
      const isIdle = (this.run?.queued ?? 0) < MOST_QUEUED;
      if (this.state === 'feeding' && isIdle) await this.feed();
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  close(): void {
    this.isClosed = true;
    this.wake();
    this.run?.close();
    void this.packets.return();
  }

  private async feed(): Promise<void> {
    const packet = await this.nextPacket();
    if (this.isClosed) return;
    if (packet === null) return this.finish('done');
    const gap = packet.at - (this.run?.fedTo ?? packet.at);
    if (gap > GAP_SECONDS * this.source.config.sampleRate) {
      this.waiting.unshift(packet);
      return this.finish('feeding');
    }
    this.run ??= this.begin(packet);
    this.run.feed(packet);
  }

  private async nextPacket(): Promise<Packet | null> {
    for (;;) {
      const packet = this.waiting.shift() ?? (await this.packets.next()).value ?? null;
      if (packet === null || this.toLeaveOut === 0) return packet;
      this.toLeaveOut -= 1;
    }
  }

  private begin(first: Packet): DecoderRun {
    let isBehindDamage = this.isBehindDamage || first.isBehindDamage === true;
    this.isBehindDamage = false;
    return new DecoderRun(
      this.source.config,
      (block) => {
        this.blocks.push({ ...block, isBehindDamage });
        isBehindDamage = false;
        this.failures = 0;
        this.wake();
      },
      () => this.wake(),
    );
  }

  /** Waits for what the decoder still has. */
  private finish(then: 'feeding' | 'done'): void {
    const { run } = this;
    this.state = 'flushing';
    const go = () => {
      this.run?.close();
      this.run = null;
      this.state = then;
      this.wake();
    };
    if (run === null) return go();
    // What goes wrong there is a failure of the decoder's.
    void run.flush().then(() => {
      if (run.failure === null && run === this.run) go();
    });
  }

  /** Goes on behind what could not be decoded. @throws MediaError where that is of no use */
  private recover(run: DecoderRun, { name, message }: DOMException): void {
    this.failures += 1;
    // A browser that has too many of them takes a decoder away: the next one may do.
    const wasTaken = name === 'QuotaExceededError';
    const isDamage = name === 'EncodingError' || name === 'DataError';
    if (!(wasTaken || isDamage) || this.failures > MOST_FAILURES) {
      throw new MediaError('undecodable', message);
    }
    this.waiting = [...run.unanswered, ...this.waiting];
    if (isDamage) this.toLeaveOut = Math.min(MOST_LEFT_OUT, 2 ** (this.failures - 1));
    this.isBehindDamage ||= isDamage || run.unanswered.some((packet) => packet.isBehindDamage);
    this.run = null;
    this.state = 'feeding';
  }
}
