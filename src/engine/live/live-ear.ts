import type { IAudioNode, IMinimalAudioContext } from 'standardized-audio-context';
import liveTapUrl from '../../../worklets/live-tap.worklet.ts?worker&url';
import {
  LIVE_TAP_PROCESSOR_NAME,
  type LiveTapCommand,
  type LiveTapProcessorOptions,
  type LiveTapReport,
} from '../../protocol/live-tap-protocol.ts';
import type { TrackSamples } from '../../protocol/loudness-protocol.ts';
import { nativeOf } from '../native-context.ts';
import { createProcessorNode, type ProcessorNode } from '../processor-node.ts';
import { LiveMemory } from './live-memory.ts';

/** Some third of a second up to 48 kHz: two or three messages a second, whole quanta. */
const BLOCK_FRAMES = 16_384;

export interface LiveEarSetup {
  readonly isGuarded: boolean;
  /** More of it is remembered. @param seconds in all, silence apart */
  readonly onHeard: (seconds: number) => void;
}

/** Listens to what is live, beside its way to the listener, and remembers the last of it. */
export async function createLiveEar(context: IMinimalAudioContext, setup: LiveEarSetup): Promise<LiveEar> {
  await nativeOf(context).audioWorklet.addModule(liveTapUrl);
  return new LiveEar(context, setup);
}

export class LiveEar {
  private readonly memory: LiveMemory;
  private readonly part: ProcessorNode<IMinimalAudioContext, LiveTapCommand>;
  private from: IAudioNode<IMinimalAudioContext> | null = null;
  private isEnded = false;

  constructor(
    context: IMinimalAudioContext,
    private readonly setup: LiveEarSetup,
  ) {
    const { isGuarded } = setup;
    const { sampleRate: sampleRateHz } = context;
    this.memory = new LiveMemory({ sampleRateHz, blockFrames: BLOCK_FRAMES, isGuarded });
    this.part = createProcessorNode<IMinimalAudioContext, LiveTapCommand, LiveTapReport>(context, {
      name: LIVE_TAP_PROCESSOR_NAME,
      inputChannels: 2,
      outputChannels: 1,
      options: { blockFrames: BLOCK_FRAMES } satisfies LiveTapProcessorOptions,
      onReport: ({ block }) => this.take(block),
      // It remembers no more; what plays does not know of it.
      onDeath: () => undefined,
    });
    this.part.node.connect(context.destination);
  }

  listenTo(input: IAudioNode<IMinimalAudioContext>): void {
    if (this.from !== null) return;
    this.from = input;
    input.connect(this.part.node);
  }

  rest(): void {
    this.from?.disconnect(this.part.node);
    this.from = null;
  }

  /** The last of it was feedback. */
  forgetHowl(): void {
    this.memory.forgetDoubtful();
  }

  heard(): TrackSamples | null {
    return this.memory.samples();
  }

  end(): void {
    this.isEnded = true;
    this.rest();
    this.part.node.disconnect();
    this.part.send({ type: 'end' });
  }

  private take(block: Float32Array<ArrayBuffer>): void {
    if (this.isEnded) return;
    if (this.memory.take(block)) this.setup.onHeard(this.memory.seconds);
    this.part.send({ type: 'take', block }, [block.buffer]);
  }
}
