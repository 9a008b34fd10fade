import { createMeterReading, type EnginePort, type MeterReading } from '../store/index.ts';
import { LevelMotion } from './level-motion.ts';

/** After a pause the needles are given time to fall; the engine has rested by then. */
const SETTLE_SECONDS = 2.5;
/** Where less motion is asked for. */
const CALM_INTERVAL_SECONDS = 0.1;
/** A frame that comes later than this was not waited for: the page was hidden. */
const LONGEST_ELAPSED_SECONDS = 0.1;
const REDUCTION_FALL_DB_PER_SECOND = 12;

/** What is shown in one animation frame. The same object every time. */
export interface MeterFrame {
  readonly reading: MeterReading;
  /** Of the outputs' peaks. */
  readonly levels: LevelMotion;
  /** The limiter's, up at once and slowly down, dB. */
  reductionDb: number;
  elapsedSeconds: number;
  /** Nothing plays, and all has fallen: no frame follows until something changes. */
  resting: boolean;
  /** Less motion is asked for: nothing that trails behind. */
  calm: boolean;
}

export type MeterListener = (frame: MeterFrame) => void;

/** The browser's frames; a test has its own. */
export interface FrameClock {
  request(callback: (nowMs: number) => void): number;
  cancel(request: number): void;
  /** Whether less motion is asked for. */
  calm(): boolean;
}

/**
 * One reading of the meters for every animation frame, for all that shows it. Runs while something plays, and a little
 * longer, and only while someone looks.
 */
export class MeterLoop {
  private readonly frame: MeterFrame;
  private readonly listeners = new Set<MeterListener>();
  private playing = false;
  private request: number | null = null;
  private lastMs: number | null = null;
  private settlingSeconds = 0;

  constructor(
    private readonly engine: Pick<EnginePort, 'readMeters'>,
    private readonly clock: FrameClock,
  ) {
    const reading = createMeterReading();
    const levels = new LevelMotion(reading.peakDb.length);
    this.frame = { reading, levels, reductionDb: 0, elapsedSeconds: 0, resting: true, calm: false };
  }

  setPlaying(playing: boolean): void {
    if (playing === this.playing) return;
    this.playing = playing;
    this.settlingSeconds = playing ? 0 : SETTLE_SECONDS;
    this.refresh();
  }

  /** Shows what has changed although nothing plays. */
  refresh(): void {
    if (this.listeners.size === 0) return;
    this.request ??= this.clock.request((nowMs) => this.onFrame(nowMs));
  }

  /** @returns ends it */
  subscribe(listener: MeterListener): () => void {
    this.listeners.add(listener);
    this.refresh();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0 || this.request === null) return;
      this.clock.cancel(this.request);
      this.request = null;
      this.lastMs = null;
    };
  }

  private onFrame(nowMs: number): void {
    this.request = null;
    const elapsedSeconds = (nowMs - (this.lastMs ?? nowMs)) / 1000;
    const calm = this.clock.calm();
    if (!calm || this.lastMs === null || elapsedSeconds >= CALM_INTERVAL_SECONDS) {
      this.lastMs = nowMs;
      this.show(Math.min(elapsedSeconds, LONGEST_ELAPSED_SECONDS), calm);
    }
    if (this.frame.resting) this.lastMs = null;
    else this.refresh();
  }

  private show(elapsedSeconds: number, calm: boolean): void {
    const { frame } = this;
    const { reading, levels } = frame;
    this.settlingSeconds = Math.max(0, this.settlingSeconds - elapsedSeconds);
    this.engine.readMeters(reading);
    levels.move(reading.peakDb, elapsedSeconds);
    const fallenDb = frame.reductionDb - REDUCTION_FALL_DB_PER_SECOND * elapsedSeconds;
    frame.reductionDb = Math.max(reading.reductionDb, fallenDb, 0);
    frame.elapsedSeconds = elapsedSeconds;
    frame.calm = calm;
    frame.resting = !this.playing && this.settlingSeconds === 0;
    if (frame.resting) {
      levels.rest();
      frame.reductionDb = 0;
    }
    for (const listener of this.listeners) listener(frame);
  }
}

/** The browser's animation frames, at the pace its user asks for. */
export function browserClock(): FrameClock {
  const reduced = window.matchMedia('(prefers-reduced-motion: reduce)');
  return {
    request: (callback) => requestAnimationFrame(callback),
    cancel: (request) => cancelAnimationFrame(request),
    calm: () => reduced.matches,
  };
}
