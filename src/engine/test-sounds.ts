import {
  AudioBuffer,
  AudioBufferSourceNode,
  ChannelMergerNode,
  GainNode,
  type IAudioBufferSourceNode,
  type IMinimalAudioContext,
  type IAudioNode,
  type IGainNode,
} from 'standardized-audio-context';
import type { TestSound } from '../store/ports.ts';
import { GAIN_TIME_SECONDS } from './move-gain.ts';

/** After so long nothing is left of what fades (−130 dB). */
const LEAVING_SECONDS = 15 * GAIN_TIME_SECONDS;

/** Where in the chain that is heard sounds can come in. */
export interface TestPlaces {
  /** Left and right, as a track does. */
  readonly entry: IAudioNode<IMinimalAudioContext>;
  /** Past upmix and filters, a channel for each output; volume and limiter follow. */
  readonly direct: IAudioNode<IMinimalAudioContext>;
  readonly outputs: number;
}

interface Voice {
  readonly source: IAudioBufferSourceNode<IMinimalAudioContext>;
  readonly gain: IGainNode<IMinimalAudioContext>;
  readonly merger: IAudioNode<IMinimalAudioContext>;
}

/** Sounds of their own, to find out what plays where: through the real chain, one at a time, each faded in and out. */
export class TestSounds {
  private sound: TestSound | null = null;
  private voice: Voice | null = null;

  constructor(
    private readonly context: IMinimalAudioContext,
    /** Null before there is a chain. */
    private readonly places: () => TestPlaces | null,
    private readonly onEnded: () => void,
  ) {}

  get isPlaying(): boolean {
    return this.sound !== null;
  }

  /** In the place of the one before. */
  play(sound: TestSound): void {
    this.leave();
    this.sound = sound;
    this.voice = this.begin(sound);
  }

  /** Another chain is heard: what sounds goes on through that. */
  move(): void {
    if (this.sound !== null) this.play(this.sound);
  }

  stop(): void {
    if (this.sound === null) return;
    this.leave();
    this.sound = null;
    this.onEnded();
  }

  private begin({ samples, into }: TestSound): Voice | null {
    const places = this.places();
    if (places === null) return null;
    const { context } = this;
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: context.sampleRate });
    buffer.copyToChannel(samples, 0);
    const source = new AudioBufferSourceNode(context, { buffer, loop: true });
    const gain = new GainNode(context, { channelCount: 1, channelCountMode: 'explicit', gain: 0 });
    const isDirect = into.kind === 'outputs';
    const channels = isDirect ? places.outputs : 2;
    const merger = new ChannelMergerNode(context, { numberOfInputs: channels });
    source.connect(gain);
    for (const channel of into.channels) if (channel < channels) gain.connect(merger, 0, channel);
    merger.connect(isDirect ? places.direct : places.entry);
    gain.gain.setTargetAtTime(1, context.currentTime, GAIN_TIME_SECONDS);
    source.start();
    return { source, gain, merger };
  }

  private leave(): void {
    const { voice, context } = this;
    if (voice === null) return;
    this.voice = null;
    const { source, gain, merger } = voice;
    const now = context.currentTime;
    gain.gain.setTargetAtTime(0, now, GAIN_TIME_SECONDS);
    source.onended = () => {
      gain.disconnect();
      merger.disconnect();
    };
    source.stop(now + LEAVING_SECONDS);
  }
}
