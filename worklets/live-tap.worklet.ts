import { LIVE_TAP_PROCESSOR_NAME } from '../src/protocol/live-tap-protocol.ts';
import type {
  LiveTapCommand,
  LiveTapProcessorOptions,
  LiveTapReport,
} from '../src/protocol/live-tap-protocol.ts';

/** Collects what it hears into blocks. Its output stays silent; whatever happens to it, the sound goes on as it was. */
class LiveTapProcessor extends AudioWorkletProcessor {
  readonly #frames: number;
  /** One is filled while another is read: it has a block's time to come back in. */
  #filling: Float32Array<ArrayBuffer> | undefined;
  #spare: Float32Array<ArrayBuffer> | undefined;
  #at = 0;
  #ended = false;

  constructor({ processorOptions: { blockFrames } }: { processorOptions: LiveTapProcessorOptions }) {
    super();
    this.#frames = blockFrames;
    this.#filling = new Float32Array(2 * blockFrames);
    this.#spare = new Float32Array(2 * blockFrames);
    this.port.onmessage = ({ data }: MessageEvent<LiveTapCommand>): void => this.#obey(data);
  }

  process([input]: Float32Array[][]): boolean {
    const block = this.#filling;
    if (block === undefined || input.length === 0) this.#at = 0;
    else this.#fill(block, input[0], input.length > 1 ? input[1] : input[0]);
    return !this.#ended;
  }

  #fill(block: Float32Array<ArrayBuffer>, left: Float32Array, right: Float32Array): void {
    // Blocks are whole quanta long; of a longer quantum, should a browser have one, what reaches beyond is left out.
    const frames = Math.min(left.length, this.#frames - this.#at);
    for (let n = 0; n < frames; n++) {
      block[this.#at + n] = left[n];
      block[this.#frames + this.#at + n] = right[n];
    }
    this.#at += frames;
    if (this.#at < this.#frames) return;
    this.#at = 0;
    this.#filling = this.#spare;
    this.#spare = undefined;
    this.port.postMessage({ type: 'block', block } satisfies LiveTapReport, [block.buffer]);
  }

  #obey(command: LiveTapCommand): void {
    if (command.type === 'end') {
      this.#ended = true;
      this.port.close();
    } else if (this.#filling === undefined) this.#filling = command.block;
    else this.#spare = command.block;
  }
}

registerProcessor(LIVE_TAP_PROCESSOR_NAME, LiveTapProcessor);
