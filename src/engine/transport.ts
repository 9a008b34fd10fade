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
  /** The source has run out. */
  isOver: boolean;
}

export interface TransportOptions {
  readonly context: IAudioContext;
  /** From the source to the ear: the chain's latency and the output's. */
  readonly delaySeconds: () => number;
  /** The last sample has been heard. */
  readonly onEnded: () => void;
}

/** Plays one buffer: each stretch between two gestures is a source node behind a gate of its own. */
export class Transport {
  private buffer: IAudioBuffer | null = null;
  private voice: Voice | null = null;
  /** Plays along, for another destination, until it takes the place of `voice`. */
  private heir: Voice | null = null;
  private destination: IAudioNode<IAudioContext> | null = null;
  /** What was heard last, while nothing plays; its tail may still be on its way through the chain. */
  private rest: Stretch = { offsetSeconds: 0, startsAt: 0, stopsAt: 0 };
  private endTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: TransportOptions) {}

  /** What begins from now on goes there. */
  moveTo(destination: IAudioNode<IAudioContext>): void {
    this.destination = destination;
  }

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
    const { stretch } = this.voice;
    const stopsAt = this.silence(this.voice);
    this.voice = null;
    this.rest = { ...stretch, stopsAt };
  }

  /**
   * What plays, played at another place as well, where it is later on its way to the listener: so much ahead in the track
   * that both arrive together.
   * @param laterSeconds by which the way from there is longer; negative where it is shorter
   * @returns when that begins; null where nothing plays
   */
  handOver(destination: IAudioNode<IAudioContext>, laterSeconds: number): number | null {
    if (this.voice === null) return null;
    const { context } = this.options;
    const { offsetSeconds, startsAt } = this.voice.stretch;
    const { sampleRate } = context;
    // Whole samples after the other began, so that both fall on the same.
    const elapsed = Math.ceil((context.currentTime + leadSeconds(context) - startsAt) * sampleRate);
    const offset = offsetSeconds + elapsed / sampleRate + laterSeconds;
    // Before its first sample a track has nothing to begin with.
    const wait = Math.max(0, -offset);
    const begins = startsAt + elapsed / sampleRate + wait;
    this.heir = this.sound(destination, begins, offset + wait);
    return begins;
  }

  /** What was handed over is what plays; at the place before it falls silent. */
  adopt(): void {
    const { heir, voice } = this;
    this.heir = null;
    if (heir === null) return;
    if (voice === null) return void this.silence(heir);
    clearTimeout(this.endTimer);
    this.silence(voice);
    this.voice = heir;
    if (heir.isOver) this.finish(heir);
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
    if (this.destination === null) return;
    const { context } = this.options;
    this.voice = this.sound(this.destination, context.currentTime + leadSeconds(context), offsetSeconds);
  }

  /** Times are brought to whole samples: between them a browser interpolates, and what is heard is no longer the track. */
  private sound(destination: IAudioNode<IAudioContext>, atSeconds: number, fromSeconds: number): Voice {
    const { context } = this.options;
    const startsAt = Math.ceil(atSeconds * context.sampleRate - 1e-3) / context.sampleRate;
    const offsetSeconds = Math.round(fromSeconds * context.sampleRate) / context.sampleRate;
    const source = new AudioBufferSourceNode(context, { buffer: this.buffer });
    // The very beginning of a track is left as it was made.
    const isFadedIn = offsetSeconds > 0;
    // Shut from the outset: a browser may round the two times to samples apart, and the one between them would click.
    const gate = new GainNode(context, {
      channelCount: 2,
      channelCountMode: 'explicit',
      gain: isFadedIn ? 0 : 1,
    });
    if (isFadedIn) {
      gate.gain.setValueAtTime(0, startsAt);
      gate.gain.linearRampToValueAtTime(1, startsAt + FADE_SECONDS);
    }
    source.connect(gate).connect(destination);
    const voice = { source, gate, stretch: { offsetSeconds, startsAt }, isOver: false };
    source.onended = () => {
      gate.disconnect();
      voice.isOver = true;
      if (this.voice === voice) this.finish(voice);
    };
    source.start(startsAt, offsetSeconds);
    return voice;
  }

  /** @returns when its fade begins */
  private silence({ source, gate, stretch }: Voice): number {
    const stopsAt = Math.max(
      this.options.context.currentTime + leadSeconds(this.options.context),
      stretch.startsAt + FADE_SECONDS,
    );
    gate.gain.setValueAtTime(1, stopsAt);
    gate.gain.linearRampToValueAtTime(0, stopsAt + FADE_SECONDS);
    source.stop(stopsAt + FADE_SECONDS);
    return stopsAt;
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
