import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LoudnessMeasurer } from '../../workers/loudness-measurer.ts';
import { noiseTrack, passing, RATE } from '../../workers/testing/passing.ts';
import { LiveMemory } from './live-memory.ts';

const BLOCK_FRAMES = 16_384;
const BLOCK_SECONDS = BLOCK_FRAMES / RATE;

const memoryOf = (isGuarded = false) =>
  new LiveMemory({ sampleRateHz: RATE, blockFrames: BLOCK_FRAMES, isGuarded });

/** A block that can be told by its value, right the opposite of left. */
const block = (value: number) =>
  new Float32Array(2 * BLOCK_FRAMES).map((_, n) => (n < BLOCK_FRAMES ? value : -value));

const valuesOf = (memory: LiveMemory) => {
  const { left, right } = memory.samples()!;
  expect(right[0]).toBe(-left[0]!);
  return Array.from({ length: left.length / BLOCK_FRAMES }, (_, b) => left[b * BLOCK_FRAMES]);
};

describe('LiveMemory', () => {
  it('knows nothing at first, then the last twenty seconds, the oldest first', () => {
    const memory = memoryOf();
    expect(memory.samples()).toBeNull();
    for (let b = 1; b <= 100; b++) memory.take(block(b / 256));
    const kept = Math.ceil(20 / BLOCK_SECONDS);
    expect(valuesOf(memory)).toEqual(Array.from({ length: kept }, (_, b) => (101 - kept + b) / 256));
    expect(memory.seconds).toBeCloseTo(100 * BLOCK_SECONDS, 10);
  });

  it('leaves out silence and what is no sound', () => {
    const memory = memoryOf();
    memory.take(block(0.5));
    for (const value of [0, 1e-5, NaN, Infinity]) expect(memory.take(block(value))).toBe(false);
    memory.take(block(0.25));
    expect(valuesOf(memory)).toEqual([0.5, 0.25]);
  });

  it('keeps the largest sample in mind after it has left', () => {
    const memory = memoryOf();
    memory.take(block(0.75));
    for (let b = 0; b < 100; b++) memory.take(block(0.125));
    expect(memory.samples()!.peak).toBe(0.75);
  });

  it('takes of an input that may howl only what was not followed by that', () => {
    const memory = memoryOf(true);
    const doubtful = Math.ceil(1.5 / BLOCK_SECONDS);
    for (let b = 0; b < doubtful; b++) memory.take(block(0.25));
    expect(memory.samples()).toBeNull();
    expect(memory.seconds).toBe(0);
    for (let b = 0; b < doubtful; b++) memory.take(block(0.9375));
    expect(valuesOf(memory)).toEqual(Array.from({ length: doubtful }, () => 0.25));
    memory.forgetDoubtful();
    for (let b = 0; b < doubtful + 1; b++) memory.take(block(0.5));
    expect(valuesOf(memory)).toEqual([...Array.from({ length: doubtful }, () => 0.25), 0.5]);
    expect(memory.samples()!.peak).toBe(0.5);
  });

  it('is measured as the track that it is a part of, which peaks as high as it ever did', async () => {
    const kernel = new WebAssembly.Module(readFileSync('build/kernel.wasm'));
    const track = noiseTrack(8);
    const memory = memoryOf();
    memory.take(block(0.75));
    const whole = Math.floor(track.left.length / BLOCK_FRAMES) * BLOCK_FRAMES;
    for (let at = 0; at < whole; at += BLOCK_FRAMES) {
      const taken = new Float32Array(2 * BLOCK_FRAMES);
      taken.set(track.left.subarray(at, at + BLOCK_FRAMES));
      taken.set(track.right.subarray(at, at + BLOCK_FRAMES), BLOCK_FRAMES);
      memory.take(taken);
    }
    const measure = async (samples: typeof track) => {
      const measurer = new LoudnessMeasurer(kernel);
      measurer.setTrack(samples);
      const sets = { A: { outputs: passing(1), ears: passing(0.5) } };
      return (await measurer.measure({ upmix: 'off', sets }))!;
    };
    const { left, right, sampleRateHz, peak } = memory.samples()!;
    const cut = (x: Float32Array) => x.subarray(BLOCK_FRAMES);
    const found = await measure({ sampleRateHz, left: cut(left), right: cut(right), peak: peak! });
    const expected = await measure({
      sampleRateHz,
      left: track.left.subarray(0, whole),
      right: track.right.subarray(0, whole),
    });
    // The same samples: the same numbers.
    expect(found.sets.A!.earsLufs).toBe(expected.sets.A!.earsLufs);
    expect(found.trackLufs).toBe(expected.trackLufs);
    // The upmix left off and a set that passes what comes: Float32 of what went in.
    expect(found.sets.A!.outputPeak).toBeCloseTo(0.75, 5);
  });
});
