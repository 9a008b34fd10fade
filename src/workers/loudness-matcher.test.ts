import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FilterSet } from '../design/filter-set.ts';
import { integratedLoudness } from '../design/loudness.ts';
import { convolveMatrix } from '../kernel/convolve-matrix.ts';
import { upmixSignal } from '../kernel/upmix.ts';
import type { LoudnessRequest, TrackSamples } from '../protocol/loudness-protocol.ts';
import { LoudnessMatcher, representative } from './loudness-matcher.ts';

const RATE = 48000;
const TAPS = 256;

let kernel: WebAssembly.Module;
beforeAll(() => {
  kernel = new WebAssembly.Module(readFileSync('build/kernel.wasm'));
});

/** L′ + C and R′ + C to two outputs at a gain; a later tap makes the sets differ in spectrum. */
function passing(gain: number, echo = 0): FilterSet {
  const firs = new Float32Array(3 * 2 * TAPS);
  for (const [input, output] of [
    [0, 0],
    [1, 1],
    [2, 0],
    [2, 1],
  ] as const) {
    firs[(input * 2 + output) * TAPS + 100] = gain;
    firs[(input * 2 + output) * TAPS + 130] = echo;
  }
  return { inputs: 3, outputs: 2, taps: TAPS, sampleRateHz: RATE, latencySamples: 100, firs };
}

/** Noise with a slow swell, different left and right; the same in every run. */
function track(seconds: number, level = 0.1): TrackSamples {
  let state = 1;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647 - 0.5;
  const channel = () =>
    new Float32Array(seconds * RATE).map((_, i) => level * random() * (1 + Math.sin(i / RATE)));
  return { sampleRateHz: RATE, left: channel(), right: channel() };
}

const side = (outputs: FilterSet, ears = outputs) => ({ outputs, ears });

function matcherFor(samples: TrackSamples): LoudnessMatcher {
  const matcher = new LoudnessMatcher(kernel);
  matcher.setTrack(samples);
  return matcher;
}

describe('LoudnessMatcher', () => {
  it('finds gains that make both sides equal within 0.1 LU at the ears', () => {
    const samples = track(4);
    const request: LoudnessRequest = {
      upmix: 'adaptive',
      original: side(passing(1), passing(0.5)),
      spatial: side(passing(0.3, 0.25), passing(0.4, -0.3)),
    };
    const match = matcherFor(samples).match(request);
    const { left, right, centre } = upmixSignal(
      kernel,
      { sampleRateHz: RATE, kind: 'adaptive' },
      samples.left,
      samples.right,
    );
    const heard = ({ ears }: LoudnessRequest['spatial'], gainDb: number) =>
      integratedLoudness(convolveMatrix(kernel, ears, [left, right, centre]), RATE) + gainDb;
    const difference =
      heard(request.original, match.originalGainDb) - heard(request.spatial, match.spatialGainDb);
    expect(Math.abs(difference)).toBeLessThan(0.1);
    expect(match.originalGainDb).toBeCloseTo(0, 2);
  });

  it('gives equal sets equal gains', () => {
    const match = matcherFor(track(2)).match({
      upmix: 'off',
      original: side(passing(1)),
      spatial: side(passing(1)),
    });
    expect(match.spatialGainDb).toBe(match.originalGainDb);
    expect(match.measuredSeconds).toBe(2);
  });

  it('turns both down where one would reach the limiter', () => {
    const match = matcherFor(track(2, 0.9)).match({
      upmix: 'off',
      original: side(passing(1)),
      spatial: side(passing(4), passing(1)),
    });
    expect(match.spatialGainDb).toBeLessThan(-6);
    // At the ears both are alike, so their gains are.
    expect(match.originalGainDb).toBeCloseTo(match.spatialGainDb, 6);
  });

  it('measures again what has changed, in any order', () => {
    const matcher = matcherFor(track(2));
    const ask = (gain: number) =>
      matcher.match({ upmix: 'off', original: side(passing(1)), spatial: side(passing(gain)) }).spatialLufs;
    const [loud, quiet, again] = [ask(1), ask(0.5), ask(1)];
    expect(loud - quiet).toBeCloseTo(6.02, 2);
    expect(again).toBe(loud);
  });

  it('has nothing to do for silence', () => {
    const match = matcherFor(track(1, 0)).match({
      upmix: 'off',
      original: side(passing(1)),
      spatial: side(passing(2)),
    });
    expect([match.originalGainDb, match.spatialGainDb]).toEqual([0, 0]);
  });
});

describe('representative', () => {
  it('leaves a short track whole and takes 75 s of a long one, from its start to its end', () => {
    const ramp = (length: number) => new Float32Array(length).map((_, i) => i);
    const short = { sampleRateHz: 100, left: ramp(7500), right: ramp(7500) };
    expect(representative(short)).toEqual(short);
    const long = { sampleRateHz: 100, left: ramp(60_000), right: ramp(60_000) };
    const { left } = representative(long);
    expect([left.length, left[0], left.at(-1)]).toEqual([7500, 0, 59_999]);
  });
});
