import { describe, expect, it } from 'vitest';
import { binFramesOf, peakBins, WaveformPyramid } from './waveform-pyramid.ts';

/** Half a step of the integers that hold the waveform. */
const STEP = 0.5 / 32_767;

function noise(frames: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length: frames }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** Looked up sample by sample, over whole bins. */
function slowly(left: Float32Array, right: Float32Array, from: number, to: number): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let n = Math.max(0, from); n < Math.min(left.length, to); n++) {
    low = Math.min(low, left[n]!, right[n]!);
    high = Math.max(high, left[n]!, right[n]!);
  }
  return [low, high];
}

function whole(left: Float32Array, right: Float32Array): WaveformPyramid {
  const pyramid = new WaveformPyramid(left.length);
  pyramid.write(
    0,
    peakBins(left, right, (bin) => bin * pyramid.binFrames),
  );
  return pyramid;
}

describe('WaveformPyramid', () => {
  const frames = 256 * 1000 + 77;
  const left = noise(frames);
  const right = noise(frames).reverse();

  it.each([1, 2, 8, 64, 500])('holds the extremes of both channels in each of %i columns', (columns) => {
    const width = 512 * Math.floor(1000 / columns / 2);
    const peaks = whole(left, right).peaks(0, width * columns, columns);
    for (let column = 0; column < columns; column++) {
      const [low, high] = slowly(left, right, column * width, (column + 1) * width);
      // A column that does not end with a bin of its level has that bin's whole: never less than its own.
      expect(peaks[2 * column]).toBeLessThanOrEqual(low + STEP);
      expect(peaks[2 * column + 1]).toBeGreaterThanOrEqual(high - STEP);
    }
  });

  it('is exact where columns are bins', () => {
    const peaks = whole(left, right).peaks(256 * 40, 256 * 60, 20);
    for (let column = 0; column < 20; column++) {
      const [low, high] = slowly(left, right, 256 * (40 + column), 256 * (41 + column));
      expect(Math.abs(peaks[2 * column]! - low)).toBeLessThanOrEqual(STEP);
      expect(Math.abs(peaks[2 * column + 1]! - high)).toBeLessThanOrEqual(STEP);
    }
  });

  it('has the whole track in one column', () => {
    const [low, high] = slowly(left, right, 0, frames);
    const peaks = whole(left, right).peaks(0, frames, 1);
    expect(peaks[0]).toBeCloseTo(low, 4);
    expect(peaks[1]).toBeCloseTo(high, 4);
  });

  it('grows piece by piece into the same', () => {
    const pyramid = new WaveformPyramid(frames);
    for (const bin of [600, 0, 300, 900]) {
      const part = [bin * 256, (bin + 300) * 256] as const;
      pyramid.write(
        bin,
        peakBins(left.subarray(...part), right.subarray(...part), (n) => 256 * n),
      );
    }
    expect(pyramid.peaks(0, frames, 117)).toEqual(whole(left, right).peaks(0, frames, 117));
  });

  it('is flat where nothing is known, and shows what is known of a coarse column', () => {
    const pyramid = new WaveformPyramid(frames);
    expect(pyramid.peaks(0, frames, 3)).toEqual(new Float32Array(6));
    pyramid.write(500, Int16Array.of(-16_384, 8192));
    const peaks = pyramid.peaks(0, frames, 3);
    expect([...peaks.slice(0, 2), ...peaks.slice(4)]).toEqual([0, 0, 0, 0]);
    expect(peaks[2]).toBeCloseTo(-0.5, 4);
    expect(peaks[3]).toBeCloseTo(0.25, 4);
  });

  it('takes what is outside of the track for unknown', () => {
    const peaks = whole(left, right).peaks(-frames, 2 * frames, 3);
    expect([...peaks.slice(0, 2), ...peaks.slice(4)]).toEqual([0, 0, 0, 0]);
    expect(peaks[3]).toBeGreaterThan(0.9);
  });

  it('keeps a day of sound within some megabytes', () => {
    expect((24 * 3600 * 48_000) / binFramesOf(24 * 3600 * 48_000)).toBeLessThanOrEqual(2 ** 21);
    expect(binFramesOf(3 * 60 * 48_000)).toBe(256);
  });
});
