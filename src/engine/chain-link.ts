import {
  GainNode,
  type IMinimalAudioContext,
  type IAudioNode,
  type IGainNode,
} from 'standardized-audio-context';
import { MOST_OUTPUTS, type ChainPath, type OutputRoute } from '../protocol/listening-protocol.ts';
import type { Chain } from './chain.ts';
import { OutputRouting } from './output-routing.ts';

/** Both gains sum to one all the time, so what is the same in two chains stays as loud. */
export const CROSSFADE_SECONDS = 0.02;

/** What is played, as the limiter leaves it: one place for whatever chain is heard, for meters. */
export interface Outlet {
  readonly played: IGainNode<IMinimalAudioContext>;
  /** Of the limiter, dB, one channel. */
  readonly reduction: IGainNode<IMinimalAudioContext>;
  /** Left, right and centre of the track, before the filters. */
  readonly upmixed: IGainNode<IMinimalAudioContext>;
}

/** Channels of the upmix. */
export const UPMIXED = 3;

/** @param outputs 'any' for as many as what is connected has */
export function createOutlet(context: IMinimalAudioContext, outputs: number | 'any'): Outlet {
  const gain = (channels: number | 'any') =>
    new GainNode(context, {
      channelCount: channels === 'any' ? MOST_OUTPUTS : channels,
      channelCountMode: channels === 'any' ? 'max' : 'explicit',
      channelInterpretation: 'discrete',
    });
  return { played: gain(outputs), reduction: gain(1), upmixed: gain(UPMIXED) };
}

/** A chain between a place where sources come in, gains by which it comes and goes, and the channels of the device. */
export class ChainLink {
  readonly entry: IGainNode<IMinimalAudioContext>;
  isBroken = false;
  /** What the chain said last; null until all of it has. */
  latencySamples: number | null = null;
  private readonly exit: Outlet;
  private readonly routing: OutputRouting<IMinimalAudioContext>;

  constructor(
    private readonly context: IMinimalAudioContext,
    readonly chain: Chain<IMinimalAudioContext>,
    readonly path: ChainPath,
  ) {
    this.entry = new GainNode(context, { channelCount: 2, channelCountMode: 'explicit' });
    const outputs = path.shape.maxOutputs;
    this.exit = createOutlet(context, outputs);
    this.routing = new OutputRouting(context, outputs);
    this.entry.connect(chain.input);
    chain.output.connect(this.exit.played as IAudioNode<IMinimalAudioContext>, 0, 0);
    chain.output.connect(this.exit.reduction as IAudioNode<IMinimalAudioContext>, 1, 0);
    chain.upmixed.connect(this.exit.upmixed as IAudioNode<IMinimalAudioContext>);
  }

  get latencySeconds(): number {
    return this.chain.latencySamples() / this.context.sampleRate;
  }

  /** Where its outputs come out, from the next sample on. */
  route(routes: readonly OutputRoute[]): void {
    this.routing.set(routes);
  }

  /**
   * @param outlet what the outputs are measured at
   * @param destination what is heard
   * @param gain 1, or 0 until it is faded in
   */
  connect(outlet: Outlet, destination: IAudioNode<IMinimalAudioContext>, gain: 0 | 1): void {
    this.set(gain);
    this.routing.output.connect(destination);
    this.exit.played.connect(this.routing.input);
    this.exit.played.connect(outlet.played);
    this.exit.reduction.connect(outlet.reduction);
    this.exit.upmixed.connect(outlet.upmixed);
  }

  /** At once: while nothing sounds. */
  set(gain: 0 | 1): void {
    for (const { gain: param } of Object.values(this.exit)) {
      param.cancelScheduledValues(0);
      param.value = gain;
    }
  }

  /** @param atSeconds of the context's time, when the fade begins; in the place of one that was to come */
  fade(from: 0 | 1, to: 0 | 1, atSeconds: number): void {
    for (const { gain } of Object.values(this.exit)) {
      gain.cancelScheduledValues(this.context.currentTime);
      gain.setValueAtTime(from, atSeconds);
      gain.linearRampToValueAtTime(to, atSeconds + CROSSFADE_SECONDS);
    }
  }

  /** It may be connected again. */
  disconnect(): void {
    this.routing.output.disconnect();
    this.exit.played.disconnect();
    this.exit.reduction.disconnect();
    this.exit.upmixed.disconnect();
  }

  dispose(): void {
    this.disconnect();
    this.entry.disconnect();
    this.chain.dispose();
  }
}
