import {
  AudioBufferSourceNode,
  GainNode,
  type IAudioBufferSourceNode,
  type IMinimalAudioContext,
  type IAudioNode,
  type IGainNode,
} from 'standardized-audio-context';
import { FADE_SECONDS } from '../fader.ts';
import { isStillToCome, soonestFrame } from './clock.ts';
import type { Course, Step } from './course.ts';
import type { Playable } from './playable.ts';
import type { Segment } from './playhead.ts';

/** So much is told to the audio thread ahead: a page may be frozen for a while, or its thread be busy. */
const AHEAD_SECONDS = 20;
const LOOK_MS = 500;
/** So often a beginning is told anew that the page's thread was held up in, on a busy machine; then it is left late. */
const MOST_TRIES = 4;
/**
 * By so much of a frame a stretch within a buffer is told shorter: offset and length in seconds may sum to a little more
 * than the frame that they mean, and its last frame's successor would sound together with what follows.
 */
const SHORTENING = 0.25;
/** What was played longer ago is not asked for any more. */
const KEPT_SECONDS = 10;

export interface VoiceOptions {
  readonly context: IMinimalAudioContext;
  /** Asked when the first piece is there. */
  readonly destination: () => IAudioNode<IMinimalAudioContext>;
  readonly course: Course;
  /** Frame of the context's clock on which it begins, or later if its first piece comes later. */
  readonly startsAt: number;
  /** What was to be heard before it. */
  readonly before: readonly Segment<Playable>[];
  /** The source has run out, and nothing follows for now. */
  readonly onOver: (voice: Voice) => void;
  /** More of it is on the clock. */
  readonly onPlaced: () => void;
}

/** Sources one after the other behind one gate. */
interface Strand {
  readonly gate: IGainNode<IMinimalAudioContext>;
  readonly startsAt: number;
  /** From here on its gain is one. */
  readonly fullAt: number;
  /** From here on it fades, should nothing follow in time. */
  fadesAt: number;
  sounding: number;
}

/**
 * Plays a course: its pieces are source nodes that follow each other on the clock to the sample. Where the next piece is
 * late, what plays fades out before it ends, and in again once there is more.
 */
export class Voice {
  readonly segments: Segment<Playable>[];
  /** Something of it is on the clock. */
  isPlaced = false;
  /** The source has run out, with nothing to follow. */
  isOver = false;
  private readonly sources = new Set<IAudioBufferSourceNode<IMinimalAudioContext>>();
  private strand: Strand | null = null;
  private until: number;
  private isWaiting = false;
  /** Until its maker has it: what is at hand begins on the very frame that was asked for. */
  private isBeginning = true;
  private isStopped = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: VoiceOptions) {
    this.until = options.startsAt;
    this.segments = [...options.before];
    this.proceed();
    this.isBeginning = false;
  }

  /** Where the course goes on. */
  get course(): Course {
    return this.options.course;
  }

  /** From when on it can be silenced. */
  get fullAt(): number {
    return this.strand?.fullAt ?? 0;
  }

  /** Takes as many pieces as are wanted ahead. To be called when the plan has more than it had. */
  proceed(): void {
    clearTimeout(this.timer);
    const { context, course } = this.options;
    const ahead = AHEAD_SECONDS * context.sampleRate;
    while (!this.isStopped && !this.isWaiting && this.until < this.now() + ahead) {
      const step = course.step();
      if (step === null) return void this.end();
      if (step instanceof Promise) this.await(step);
      else this.place(step);
    }
    if (!this.isStopped && !this.isWaiting) this.timer = setTimeout(() => this.proceed(), LOOK_MS);
  }

  /** @returns the frame on which its fade begins. @param at not before it can be said */
  silence(at = soonestFrame(this.options.context)): number {
    this.isStopped = true;
    clearTimeout(this.timer);
    const { strand } = this;
    // Nothing sounds.
    if (strand === null) return at;
    // Nor will it: what has not begun is taken back whole, where a fade in and out again would be heard.
    if (at <= strand.startsAt) {
      this.stopSources(strand.startsAt);
      return at;
    }
    const from = Math.max(at, strand.fullAt);
    // It fades already: that cannot be taken back.
    if (strand.fadesAt < from) return strand.fadesAt;
    this.fade(strand, from);
    this.stopSources(from + this.fadeFrames);
    return from;
  }

  private stopSources(at: number): void {
    for (const source of this.sources) source.stop(at / this.rate);
  }

  private get rate(): number {
    return this.options.context.sampleRate;
  }

  private get fadeFrames(): number {
    return Math.ceil(FADE_SECONDS * this.rate);
  }

  private now(): number {
    return this.options.context.currentTime * this.rate;
  }

  private await(coming: Promise<Step | null>): void {
    this.isWaiting = true;
    const go = (step: Step | null): void => {
      this.isWaiting = false;
      if (this.isStopped) return;
      if (step === null) return this.end();
      this.place(step);
      this.proceed();
    };
    // A source that fails ends there; who opened it tells why.
    void coming.catch(() => null).then(go);
  }

  private place(step: Step, tries = 1): void {
    const { track, frame, piece } = step;
    const { context } = this.options;
    const { buffer, offset, frames } = piece;
    // Made before the clock is read: between that and what is told of it no time is to be lost.
    const source = new AudioBufferSourceNode(context, { buffer });
    // The very beginning of a track is left as it was made.
    const isFadedIn = frame > 0;
    const gate = this.openGate(isFadedIn);
    // Looked at anew the clock may have gone on by a little: whoever begins has looked already.
    const soonest = this.isBeginning ? 0 : soonestFrame(context);
    const { strand: before } = this;
    const isLate = this.until < soonest || (before !== null && before.fadesAt < soonest);
    const startsAt = isLate ? Math.max(this.until, soonest) : this.until;
    const isNew = before === null || isLate;
    const strand = isNew ? this.openStrand(gate, startsAt, isFadedIn) : before;
    // Times are whole samples: between them a browser interpolates, and what is heard is no longer the track.
    if (offset + frames === buffer.length) source.start(startsAt / this.rate, offset / this.rate);
    else source.start(startsAt / this.rate, offset / this.rate, (frames - SHORTENING) / this.rate);
    source.connect(strand.gate);
    // Too late it would begin in the middle of its fade. Nothing hears it yet: it is dropped and told anew.
    if (isNew && tries < MOST_TRIES && !isStillToCome(context, startsAt)) {
      source.disconnect();
      this.isBeginning = false;
      return this.place(step, tries + 1);
    }
    if (isNew) gate.connect(this.options.destination());
    this.strand = strand;
    source.onended = () => this.onSourceEnded(source, strand);
    this.sources.add(source);
    strand.sounding += 1;
    this.isOver = false;
    this.isPlaced = true;
    this.until = startsAt + frames;
    const segment = { at: startsAt, track, from: frame, frames };
    this.segments.push(segment);
    this.forget();
    this.fadeAtEnd(strand, segment);
    this.options.onPlaced();
  }

  private openGate(isFadedIn: boolean): IGainNode<IMinimalAudioContext> {
    // Shut from the outset: a browser may round the two times to samples apart, and the one between them would click.
    return new GainNode(this.options.context, {
      channelCount: 2,
      channelCountMode: 'explicit',
      gain: isFadedIn ? 0 : 1,
    });
  }

  private openStrand(gate: IGainNode<IMinimalAudioContext>, startsAt: number, isFadedIn: boolean): Strand {
    const fullAt = startsAt + this.fadeFrames;
    if (isFadedIn) {
      gate.gain.setValueAtTime(0, startsAt / this.rate);
      gate.gain.linearRampToValueAtTime(1, fullAt / this.rate);
    }
    return { gate, startsAt, fullAt, fadesAt: Infinity, sounding: 0 };
  }

  /** Should nothing follow in time, it has faded by then; what follows takes that back. */
  private fadeAtEnd(strand: Strand, last: Segment<Playable>): void {
    const from = this.until - this.fadeFrames;
    strand.gate.gain.cancelScheduledValues((strand.fullAt + 1) / this.rate);
    strand.fadesAt = Infinity;
    // The end of a track is left as it was made.
    if (from <= strand.fullAt || last.from + last.frames >= last.track.frames) return;
    this.fade(strand, from);
  }

  private fade(strand: Strand, from: number): void {
    const { gain } = strand.gate;
    // Behind its first frame: on that a fade in may end, without which the gain would jump.
    gain.cancelScheduledValues((from + 1) / this.rate);
    gain.setValueAtTime(1, from / this.rate);
    gain.linearRampToValueAtTime(0, (from + this.fadeFrames) / this.rate);
    strand.fadesAt = from;
  }

  private onSourceEnded(source: IAudioBufferSourceNode<IMinimalAudioContext>, strand: Strand): void {
    this.sources.delete(source);
    strand.sounding -= 1;
    if (strand.sounding > 0) return;
    strand.gate.disconnect();
    if (this.strand === strand) this.strand = null;
    if (!this.isStopped) this.proceed();
  }

  /** Nothing follows for now. */
  private end(): void {
    if (this.sources.size > 0 || this.isOver) return;
    this.isOver = true;
    this.options.onOver(this);
  }

  private forget(): void {
    const keptFrom = this.now() - KEPT_SECONDS * this.rate;
    while (this.segments.length > 1 && this.segments[0]!.at + this.segments[0]!.frames < keptFrom) {
      this.segments.shift();
    }
  }
}
