import type { IMinimalAudioContext, IAudioNode } from 'standardized-audio-context';
import { FADE_SECONDS } from '../fader.ts';
import { soonestFrame } from './clock.ts';
import { Course, type Plan } from './course.ts';
import type { LoopRange } from './loop-seam.ts';
import type { Playable } from './playable.ts';
import { cutAt, placeAt, type Place, type Segment } from './playhead.ts';
import { Voice } from './voice.ts';

export interface TransportOptions {
  readonly context: IMinimalAudioContext;
  /** From the source to the ear: the chain's latency and the output's. */
  readonly delaySeconds: () => number;
  /** The last sample has been heard. */
  readonly onEnded: () => void;
  /** The first sample of the track that was prepared is heard; it is the current one now. */
  readonly onAdvanced: () => void;
}

/** What was on the clock when playing stopped; its tail may still be on its way through the chain. */
interface Rest {
  readonly segments: readonly Segment<Playable>[];
  readonly stopsAt: number;
}

/**
 * Plays one track and the one after it: each stretch between two gestures is a voice with a gate of its own. Places are
 * frames at the context's rate.
 */
export class Transport {
  private current: Playable | null = null;
  private following: Playable | null = null;
  private loop: LoopRange | null = null;
  private voice: Voice | null = null;
  /** Plays along, for another destination, until it takes the place of `voice`. */
  private heir: Voice | null = null;
  private destination: IAudioNode<IMinimalAudioContext> | null = null;
  private rest: Rest = { segments: [], stopsAt: 0 };
  private endTimer: ReturnType<typeof setTimeout> | undefined;
  private advanceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: TransportOptions) {}

  /** What begins from now on goes there. */
  moveTo(destination: IAudioNode<IMinimalAudioContext>): void {
    this.destination = destination;
  }

  get playing(): boolean {
    return this.voice !== null;
  }

  /**
   * Goes on playing, from the beginning, when it was playing. What was prepared and looped before is no more.
   * @returns when the last of the track before leaves its source, in seconds of the context's time
   */
  setTrack(track: Playable): number {
    const { playing } = this;
    this.stop();
    const leavesAt = this.rest.stopsAt / this.rate + FADE_SECONDS;
    this.current?.dispose();
    this.following?.dispose();
    this.current = track;
    this.following = null;
    this.loop = null;
    this.restAt(track, 0);
    if (playing) this.play();
    return leavesAt;
  }

  /** What follows the current track to the sample; null for nothing. */
  prepare(track: Playable | null): void {
    const { following: before, voice } = this;
    if (before === track) return;
    this.following = track;
    // What it would have played next may be on the clock already.
    const isPlaced = before !== null && voice?.segments.some((segment) => segment.track === before);
    const { current, rest } = this;
    if (before !== null && current !== null && placeAt(rest.segments, rest.stopsAt)?.track === before) {
      this.restAt(current, current.frames);
    }
    if (isPlaced) this.followPlan();
    else voice?.proceed();
    before?.dispose();
  }

  /** Of the current track; one that is past its end goes to its beginning at once. */
  setLoop(loop: LoopRange | null): void {
    this.loop = loop;
    if (this.voice === null) return;
    const place = placeAt(this.voice.segments, soonestFrame(this.options.context));
    if (loop !== null && place?.track === this.current && place.frame >= loop.to) this.seek(loop.from);
    else this.followPlan();
  }

  play(): void {
    const { current } = this;
    if (this.playing || current === null) return;
    const { segments, stopsAt } = this.rest;
    const { track, frame } = placeAt(segments, stopsAt) ?? { track: current, frame: 0 };
    const isAtEnd = track === current && frame >= current.frames && this.following === null;
    this.begin(isAtEnd ? { track: current, frame: 0 } : { track, frame });
  }

  stop(): void {
    clearTimeout(this.endTimer);
    const { voice } = this;
    if (voice === null) return;
    const stopsAt = voice.silence();
    this.voice = null;
    if (voice.segments.length > 0) this.rest = { segments: voice.segments, stopsAt };
    else this.restAt(voice.course.next.track, voice.course.next.frame);
  }

  /**
   * What plays, played at another place as well, where it is later on its way to the listener: so much ahead in the track
   * that both arrive together.
   * @param laterSeconds by which the way from there is longer; negative where it is shorter
   * @returns when that begins; null where nothing sounds
   */
  handOver(destination: IAudioNode<IMinimalAudioContext>, laterSeconds: number): number | null {
    const { voice } = this;
    if (!voice?.isPlaced) return null;
    const later = Math.round(laterSeconds * this.rate);
    const [first] = voice.segments;
    // Before the first frame of all there is nothing to begin with.
    const startsAt = Math.max(soonestFrame(this.options.context), first!.at - later);
    const start = placeAt(voice.segments, startsAt + later)!;
    this.heir = this.sound(() => destination, startsAt, start, []);
    return startsAt / this.rate;
  }

  /** What was handed over is what plays; at the place before it falls silent. */
  adopt(): void {
    const { heir, voice } = this;
    this.heir = null;
    if (heir === null) return;
    if (voice === null) return void heir.silence();
    voice.silence();
    this.take(heir);
  }

  /** @param frame of the current track */
  seek(frame: number): void {
    const { playing, current } = this;
    if (current === null) return;
    this.stop();
    if (playing) this.begin({ track: current, frame });
    else this.restAt(current, frame);
  }

  /** What is heard now, in frames of the current track. */
  position(): number {
    const place = this.heardPlace();
    if (place === null || this.current === null) return 0;
    // The one that follows is not the current one yet.
    if (place.track !== this.current) return this.current.frames;
    return Math.min(place.frame, this.current.frames);
  }

  private get rate(): number {
    return this.options.context.sampleRate;
  }

  /** On the clock. */
  private heardFrame(): number {
    const { context, delaySeconds } = this.options;
    return (context.currentTime - delaySeconds()) * this.rate;
  }

  private heardPlace(): Place<Playable> | null {
    const { voice, rest } = this;
    if (voice !== null) return placeAt(voice.segments, this.heardFrame()) ?? voice.course.next;
    return placeAt(rest.segments, Math.min(this.heardFrame(), rest.stopsAt));
  }

  private restAt(track: Playable, frame: number): void {
    this.rest = { segments: [{ at: 0, track, from: frame, frames: 0 }], stopsAt: 0 };
  }

  private begin(place: Place<Playable>): void {
    if (this.destination === null) return;
    // Where its first piece comes late, another chain may be heard by then.
    this.take(this.sound(() => this.destination!, soonestFrame(this.options.context), place, []));
  }

  private take(voice: Voice): void {
    clearTimeout(this.endTimer);
    this.voice = voice;
    this.awaitAdvance();
    if (voice.isOver) this.finish(voice);
  }

  /** What is on the clock, told anew as the plan is now: the same goes over into the same, to the sample. */
  private followPlan(): void {
    const { voice } = this;
    if (voice === null || this.destination === null) return;
    const { destination } = this;
    if (!voice.isPlaced) return void this.begin(this.withdraw(voice));
    const startsAt = Math.max(soonestFrame(this.options.context), voice.fullAt);
    const start = placeAt(voice.segments, startsAt)!;
    voice.silence(startsAt);
    this.take(this.sound(() => destination, startsAt, start, cutAt(voice.segments, startsAt)));
  }

  /** One of which nothing sounds yet. @returns where it would have begun */
  private withdraw(voice: Voice): Place<Playable> {
    voice.silence();
    return voice.course.next;
  }

  private sound(
    destination: () => IAudioNode<IMinimalAudioContext>,
    startsAt: number,
    start: Place<Playable>,
    before: readonly Segment<Playable>[],
  ): Voice {
    return new Voice({
      context: this.options.context,
      destination,
      course: new Course(start, () => this.plan(), this.rate),
      startsAt,
      before,
      onOver: (over) => {
        if (this.voice === over) this.finish(over);
      },
      onPlaced: () => this.awaitAdvance(),
    });
  }

  private plan(): Plan {
    const { current, loop, following } = this;
    if (current === null) throw new Error('Nothing plays without a track.');
    return { current, loop, following };
  }

  /** Tells, when it is heard, that the track which was prepared has begun. */
  private awaitAdvance(): void {
    clearTimeout(this.advanceTimer);
    const { following } = this;
    if (following === null) return;
    const segments = this.voice?.segments ?? this.rest.segments;
    const first = segments.find((segment) => segment.track === following);
    if (!first || (this.voice === null && first.at >= this.rest.stopsAt)) return;
    const waits = (first.at - this.heardFrame()) / this.rate;
    if (waits > 0) {
      this.advanceTimer = setTimeout(() => this.awaitAdvance(), Math.min(1000 * waits + 1, 1000));
      return;
    }
    const { current } = this;
    this.current = following;
    this.following = null;
    this.loop = null;
    current?.dispose();
    this.options.onAdvanced();
  }

  /** The source has run out; what is in the chain is still to be heard. */
  private finish(voice: Voice): void {
    clearTimeout(this.endTimer);
    const tailMs = 1000 * this.options.delaySeconds();
    this.endTimer = setTimeout(() => {
      if (this.voice !== voice || !voice.isOver) return;
      this.voice = null;
      if (this.current !== null) this.restAt(this.current, 0);
      this.options.onEnded();
    }, tailMs);
  }
}
