import {
  AnalyserNode,
  MediaStreamAudioSourceNode,
  type IAnalyserNode,
  type IMinimalAudioContext,
  type IAudioNode,
} from 'standardized-audio-context';
import type { TrackSamples } from '../../protocol/loudness-protocol.ts';
import { Fader } from '../fader.ts';
import { HowlDetector } from './howl-detector.ts';
import { createLiveEar, type LiveEar } from './live-ear.ts';

/** 43 ms at 48 kHz: a new one about every reading. */
const ANALYSED_FRAMES = 2048;
const READING_MS = 40;
/** A fade has ended by then for certain. */
const AFTER_FADE_MS = 100;

export interface LiveSourceSetup {
  readonly context: IMinimalAudioContext;
  readonly stream: MediaStream;
  readonly destination: IAudioNode<IMinimalAudioContext>;
  /** Whether it is listened to for feedback. */
  readonly isGuarded: boolean;
  /** It fed back, and has been closed. */
  readonly onHowl: () => void;
  /** More of it is remembered. @param seconds in all, silence apart */
  readonly onHeard: (seconds: number) => void;
}

/** A way to one place, by which the sound comes and goes without a click. */
interface Way {
  readonly destination: IAudioNode<IMinimalAudioContext>;
  readonly fader: Fader;
}

/** A stream that plays through the chain, from when it is opened, and into two chains while one takes over from the other. */
export class LiveSource {
  private readonly input: IAudioNode<IMinimalAudioContext>;
  private way: Way;
  private heir: Way | null = null;
  private readonly analyser: IAnalyserNode<IMinimalAudioContext> | null = null;
  private readonly detector: HowlDetector;
  private readonly levelsDb = new Float32Array(ANALYSED_FRAMES / 2);
  private timer: ReturnType<typeof setInterval> | undefined;
  private open = false;
  /** Null until it is there, and where it cannot be: then nothing is known of how loud it is. */
  private ear: LiveEar | null = null;
  private isEnded = false;

  constructor(private readonly setup: LiveSourceSetup) {
    const { context, stream, destination } = setup;
    this.input = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
    this.detector = new HowlDetector(context.sampleRate / ANALYSED_FRAMES);
    this.way = this.wayTo(destination);
    void createLiveEar(context, setup).then(
      (ear) => this.attach(ear),
      () => undefined,
    );
    if (!setup.isGuarded) return;
    this.analyser = new AnalyserNode(context, { fftSize: ANALYSED_FRAMES, smoothingTimeConstant: 0 });
    this.input.connect(this.analyser);
  }

  get isOpen(): boolean {
    return this.open;
  }

  /** The last of it, copied; null where nothing is remembered. */
  heard(): TrackSamples | null {
    return this.ear?.heard() ?? null;
  }

  /** Fades in. */
  play(): void {
    if (this.open) return;
    this.open = true;
    this.way.fader.turn(true);
    this.ear?.listenTo(this.input);
    this.detector.reset();
    if (this.analyser) this.timer = setInterval(() => this.listen(), READING_MS);
  }

  /** Fades out; the stream goes on unheard. */
  rest(): void {
    this.open = false;
    clearInterval(this.timer);
    this.ear?.rest();
    this.way.fader.turn(false);
    this.heir?.fader.turn(false);
  }

  /** From now on; what sounds there begins with a fade. */
  moveTo(destination: IAudioNode<IMinimalAudioContext>): void {
    if (this.way.destination === destination) return;
    const before = this.way;
    this.way = this.wayTo(destination);
    if (this.open) this.way.fader.turn(true);
    this.leave(before);
  }

  /** Plays there as well. @returns when that begins; null where nothing sounds */
  handOver(destination: IAudioNode<IMinimalAudioContext>): number | null {
    if (!this.open) return null;
    this.heir = this.wayTo(destination);
    return this.heir.fader.turn(true);
  }

  /** Where it was handed over to is where it plays. */
  adopt(): void {
    const { heir, way } = this;
    if (heir === null) return;
    this.heir = null;
    this.way = heir;
    this.leave(way);
  }

  /** Fades out and lets the stream go. */
  end(): void {
    this.isEnded = true;
    this.rest();
    this.ear?.end();
    for (const track of this.setup.stream.getTracks()) track.onended = null;
    setTimeout(() => {
      for (const track of this.setup.stream.getTracks()) track.stop();
      this.input.disconnect();
      this.way.fader.node.disconnect();
      this.heir?.fader.node.disconnect();
    }, AFTER_FADE_MS);
  }

  private attach(ear: LiveEar): void {
    if (this.isEnded) return ear.end();
    this.ear = ear;
    if (this.open) ear.listenTo(this.input);
  }

  private wayTo(destination: IAudioNode<IMinimalAudioContext>): Way {
    const fader = new Fader({ context: this.setup.context, isOpen: false, channels: 2 });
    this.input.connect(fader.node).connect(destination);
    return { destination, fader };
  }

  private leave({ fader }: Way): void {
    fader.turn(false);
    setTimeout(() => {
      fader.node.disconnect();
      this.input.disconnect(fader.node);
    }, AFTER_FADE_MS);
  }

  private listen(): void {
    if (this.analyser === null) return;
    this.analyser.getFloatFrequencyData(this.levelsDb);
    if (!this.detector.hear(this.levelsDb, this.setup.context.currentTime)) return;
    this.rest();
    this.ear?.forgetHowl();
    this.setup.onHowl();
  }
}
