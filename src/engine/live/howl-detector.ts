/** Below it rooms and machines hum. */
const LOWEST_HZ = 80;
/** A howl is one tone: it holds so much more than all the rest, dB. */
const DOMINANCE_DB = 10;
/** Bins beside the largest that belong to it: the main lobe of an analyser's Blackman window. */
const LOBE_BINS = 3;
/** A sine's lobe holds so much less than the square of its amplitude: half the amplitude in power, and the window's mean square. */
const LOBE_DB = -10 * Math.log10(0.3046 / 4);
/** What is softer than this does no harm yet, dB of full scale. */
const FAINT_DB = -55;
/** It grows with each pass through the room: this much in all, in so many readings that do not fall. */
const GROWTH_DB = 6;
const RISING_READINGS = 3;
const RISE_DB = 0.5;
const FALL_DB = 1;
/** One that has come to where something limits it stays there. */
const LOUD_DB = -12;
const LOUD_SECONDS = 1;

interface Run {
  readonly bin: number;
  readonly startsAt: number;
  readonly startDb: number;
  lastDb: number;
  rises: number;
}

/**
 * Tells feedback from music and speech by how it grows: one tone that outweighs all else and rises with every pass, or stays
 * loud. A note is there within two readings and then falls or stands; a whistle that swells is taken for a howl.
 */
export class HowlDetector {
  private run: Run | null = null;

  /** @param binHz from one level to the next */
  constructor(private readonly binHz: number) {}

  reset(): void {
    this.run = null;
  }

  /**
   * @param levelsDb of each bin, dB of full scale, some 25 readings a second
   * @returns whether it feeds back
   */
  hear(levelsDb: Float32Array, atSeconds: number): boolean {
    const { bin, levelDb, restDb } = largestOf(levelsDb, Math.ceil(LOWEST_HZ / this.binHz));
    if (levelDb < FAINT_DB || levelDb - restDb < DOMINANCE_DB) {
      this.run = null;
      return false;
    }
    const { run } = this;
    if (run === null || Math.abs(run.bin - bin) > 1 || levelDb < run.lastDb - FALL_DB) {
      this.run = { bin, startsAt: atSeconds, startDb: levelDb, lastDb: levelDb, rises: 0 };
      return false;
    }
    if (levelDb > run.lastDb + RISE_DB) run.rises += 1;
    run.lastDb = levelDb;
    const hasGrown = run.rises >= RISING_READINGS && levelDb - run.startDb >= GROWTH_DB;
    return hasGrown || (levelDb > LOUD_DB && atSeconds - run.startsAt >= LOUD_SECONDS);
  }
}

function largestOf(levelsDb: Float32Array, from: number) {
  let bin = from;
  let all = 0;
  for (let k = from; k < levelsDb.length; k++) {
    if (levelsDb[k]! > levelsDb[bin]!) bin = k;
    all += powerOf(levelsDb[k]!);
  }
  let lobe = 0;
  for (let k = Math.max(from, bin - LOBE_BINS); k <= Math.min(levelsDb.length - 1, bin + LOBE_BINS); k++)
    lobe += powerOf(levelsDb[k]!);
  // What rounding leaves of nothing is nothing.
  const rest = Math.max(1e-20, all - lobe);
  return { bin, levelDb: LOBE_DB + 10 * Math.log10(lobe), restDb: LOBE_DB + 10 * Math.log10(rest) };
}

function powerOf(levelDb: number): number {
  return 10 ** (levelDb / 10);
}
