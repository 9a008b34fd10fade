import {
  AudioBufferSourceNode,
  GainNode,
  type IAudioBufferSourceNode,
  type IAudioContext,
  type IAudioNode,
  type IGainNode,
  type IAudioBuffer,
} from 'standardized-audio-context';
import { heardPosition, type Stretch } from './playhead.ts';

/** Fade at every start and stop inside the track: short enough to feel immediate, long enough not to click. */
const FADE_SECONDS = 0.01;
/** What the page's thread may take between reading the clock and having said what is to happen. */
const MARGIN_SECONDS = 0.005;
const LEAST_LEAD_SECONDS = 0.01;

/**
 * Ahead of the clock, so that a start and its fade fall on the same sample and never into the past. A browser renders as
 * much at once as its output takes at once: the clock may move on by that at any moment.
 */
export function leadSeconds({ baseLatency }: { readonly baseLatency: number }): number {
  return Math.max(LEAST_LEAD_SECONDS, baseLatency + MARGIN_SECONDS);
}

interface Voice {
  readonly source: IAudioBufferSourceNode<IAudioContext>;
  readonly gate: IGainNode<IAudioContext>;
  readonly stretch: Stretch;
}

export interface TransportOptions {
  readonly context: IAudioContext;
  readonly destination: IAudioNode<IAudioContext>;
  /** From the source to the ear: the chain's latency and the output's. */
  readonly delaySeconds: () => number;
  /** The last sample has been heard. */
  readonly onEnded: () => void;
}

/** Plays one buffer: each stretch between two gestures is a source node behind a gate of its own. */
export class Transport {
  private buffer: IAudioBuffer | null = null;
  private voice: Voice | null = null;
  /** What was heard last, while nothing plays; its tail may still be on its way through the chain. */
  private rest: Stretch = { offsetSeconds: 0, startsAt: 0, stopsAt: 0 };
  private endTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: TransportOptions) {}

  get playing(): boolean {
    return this.voice !== null;
  }

  /**
   * Goes on playing, from the beginning, when it was playing.
   * @returns when the last of the track before leaves its source
   */
  setBuffer(buffer: IAudioBuffer): number {
    const { playing } = this;
    this.stop();
    const { stopsAt = 0 } = this.rest;
    this.buffer = buffer;
    this.restAt(0);
    if (playing) this.play();
    return stopsAt + FADE_SECONDS;
  }

  play(): void {
    if (this.playing || this.buffer === null) return;
    const { offsetSeconds, startsAt, stopsAt = startsAt } = this.rest;
    const resumeAt = offsetSeconds + Math.max(0, stopsAt - startsAt);
    this.begin(resumeAt < this.buffer.duration ? resumeAt : 0);
  }

  stop(): void {
    clearTimeout(this.endTimer);
    if (this.voice === null) return;
    const { source, gate, stretch } = this.voice;
    this.voice = null;
    const stopsAt = Math.max(
      this.options.context.currentTime + leadSeconds(this.options.context),
      stretch.startsAt + FADE_SECONDS,
    );
    gate.gain.setValueAtTime(1, stopsAt);
    gate.gain.linearRampToValueAtTime(0, stopsAt + FADE_SECONDS);
    source.stop(stopsAt + FADE_SECONDS);
    this.rest = { ...stretch, stopsAt };
  }

  seek(seconds: number): void {
    const { playing } = this;
    this.stop();
    if (playing) this.begin(seconds);
    else this.restAt(seconds);
  }

  positionSeconds(): number {
    return heardPosition(
      this.voice?.stretch ?? this.rest,
      this.options.context.currentTime,
      this.options.delaySeconds(),
      this.buffer?.duration ?? 0,
    );
  }

  private restAt(offsetSeconds: number): void {
    this.rest = { offsetSeconds, startsAt: 0, stopsAt: 0 };
  }

  private begin(offsetSeconds: number): void {
    const { context, destination } = this.options;
    const startsAt = context.currentTime + leadSeconds(context);
    const source = new AudioBufferSourceNode(context, { buffer: this.buffer });
    const gate = new GainNode(context, { channelCount: 2, channelCountMode: 'explicit' });
    // The very beginning of a track is left as it was made.
    if (offsetSeconds > 0) {
      gate.gain.setValueAtTime(0, startsAt);
      gate.gain.linearRampToValueAtTime(1, startsAt + FADE_SECONDS);
    }
    source.connect(gate).connect(destination);
    const voice = { source, gate, stretch: { offsetSeconds, startsAt } };
    source.onended = () => {
      gate.disconnect();
      if (this.voice === voice) this.finish(voice);
    };
    source.start(startsAt, offsetSeconds);
    this.voice = voice;
  }

  /** The source has run out; what is in the chain is still to be heard. */
  private finish(voice: Voice): void {
    const tailMs = 1000 * this.options.delaySeconds();
    this.endTimer = setTimeout(() => {
      if (this.voice !== voice) return;
      this.voice = null;
      this.restAt(0);
      this.options.onEnded();
    }, tailMs);
  }
}
