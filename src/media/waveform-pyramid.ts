/** Base bins of a track, at most: four bytes each. */
const MOST_BINS = 2 ** 21;
const LEAST_BIN_FRAMES = 256;
/** A bin holds so many of the level below. */
const FAN = 8;
const FULL_SCALE = 32_767;

/** What was found of a stretch: minimum and maximum of each base bin, interleaved, −32767…32767. */
export type PeakBins = Int16Array<ArrayBuffer>;

/** Frames in a base bin: more in a track so long that its bins would not fit. */
export function binFramesOf(frames: number): number {
  let binFrames = LEAST_BIN_FRAMES;
  while (frames / binFrames > MOST_BINS) binFrames *= 2;
  return binFrames;
}

/**
 * Minimum and maximum of both channels in each bin; the last one may be shorter.
 * @param startOf where a bin begins, frames
 */
export function peakBins(
  left: Float32Array,
  right: Float32Array,
  startOf: (bin: number) => number,
): PeakBins {
  const bins: number[] = [];
  for (let bin = 0; startOf(bin) < left.length; bin++) {
    const end = Math.min(left.length, startOf(bin + 1));
    let [low, high] = [Infinity, -Infinity];
    for (let n = startOf(bin); n < end; n++) {
      const [l, r] = [left[n]!, right[n]!];
      low = Math.min(low, l, r);
      high = Math.max(high, l, r);
    }
    bins.push(toInteger(low), toInteger(high));
  }
  return Int16Array.from(bins);
}

const toInteger = (x: number): number => Math.round(FULL_SCALE * Math.min(1, Math.max(-1, x)));

/**
 * A track's waveform at every zoom: minima and maxima over bins of some 5 ms, and over eight times as much at each level
 * above. What is not known yet shows as a flat line; a bin of which a part is known shows that.
 */
export class WaveformPyramid {
  readonly binFrames: number;
  /** From the finest to one bin; minimum above maximum where nothing is known. */
  private readonly levels: Int16Array[] = [];

  /** @param frames the track's length */
  constructor(private readonly frames: number) {
    this.binFrames = binFramesOf(frames);
    let bins = Math.ceil(frames / this.binFrames);
    do {
      const level = new Int16Array(2 * bins);
      for (let at = 0; at < level.length; at += 2) {
        level[at] = FULL_SCALE;
        level[at + 1] = -FULL_SCALE;
      }
      this.levels.push(level);
      bins = Math.ceil(bins / FAN);
    } while (this.levels.at(-1)!.length > 2);
  }

  /** Of the finest level. */
  get bins(): number {
    return this.levels[0]!.length / 2;
  }

  /** @param firstBin which of the finest level the first is */
  write(firstBin: number, bins: PeakBins): void {
    const [finest] = this.levels;
    const room = finest!.subarray(2 * firstBin);
    room.set(bins.subarray(0, room.length));
    let [from, to] = [firstBin, firstBin + Math.min(bins.length, room.length) / 2];
    for (let level = 1; level < this.levels.length && to > from; level++) {
      [from, to] = [Math.floor(from / FAN), Math.ceil(to / FAN)];
      const [below, above] = [this.levels[level - 1]!, this.levels[level]!];
      for (let bin = from; bin < to; bin++) {
        [above[2 * bin], above[2 * bin + 1]] = extremes(below, bin * FAN, (bin + 1) * FAN);
      }
    }
  }

  /**
   * @param from first frame @param to behind the last
   * @returns (2 · columns,) minimum and maximum of each column, interleaved, −1…1; zeros where nothing is known
   */
  peaks(from: number, to: number, columns: number): Float32Array {
    const width = Math.max(1, (to - from) / columns);
    let [level, binFrames] = [0, this.binFrames];
    while (level + 1 < this.levels.length && binFrames * FAN <= width) {
      level += 1;
      binFrames *= FAN;
    }
    const bins = this.levels[level]!;
    const result = new Float32Array(2 * columns);
    for (let column = 0; column < columns; column++) {
      const begins = from + ((to - from) * column) / columns;
      const ends = from + ((to - from) * (column + 1)) / columns;
      if (ends <= 0 || begins >= this.frames) continue;
      const first = Math.max(0, Math.floor(begins / binFrames));
      const [low, high] = extremes(bins, first, Math.max(first + 1, Math.ceil(ends / binFrames)));
      if (low > high) continue;
      result[2 * column] = low / FULL_SCALE;
      result[2 * column + 1] = high / FULL_SCALE;
    }
    return result;
  }
}

function extremes(bins: Int16Array, from: number, to: number): [low: number, high: number] {
  let [low, high] = [FULL_SCALE, -FULL_SCALE];
  for (let at = 2 * from; at < Math.min(2 * to, bins.length); at += 2) {
    low = Math.min(low, bins[at]!);
    high = Math.max(high, bins[at + 1]!);
  }
  return [low, high];
}
