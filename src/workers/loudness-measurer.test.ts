import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FilterSet } from '../design/filter-set.ts';
import { integratedLoudness } from '../design/loudness.ts';
import { convolveMatrix } from '../kernel/convolve-matrix.ts';
import { upmixSignal } from '../kernel/upmix.ts';
import type { LoudnessRequest, MeasuredFilters, TrackSamples } from '../protocol/loudness-protocol.ts';
import { LoudnessMeasurer, representative } from './loudness-measurer.ts';
import { noiseTrack, passing, RATE } from './testing/passing.ts';

/** The upmix and both convolutions in Float32: 1e-5 of full scale. */
const MEASURED_LU = 0.001;

let kernel: WebAssembly.Module;
beforeAll(() => {
  kernel = new WebAssembly.Module(readFileSync('build/kernel.wasm'));
});

const side = (outputs: FilterSet, ears = outputs): MeasuredFilters => ({ outputs, ears });

function measurerFor(samples: TrackSamples): LoudnessMeasurer {
  const measurer = new LoudnessMeasurer(kernel);
  measurer.setTrack(samples);
  return measurer;
}

/** A set's signals made in one piece. */
function through(samples: TrackSamples, upmix: LoudnessRequest['upmix'], set: FilterSet): Float32Array[] {
  const split = upmixSignal(kernel, { sampleRateHz: RATE, kind: upmix }, samples.left, samples.right);
  const signals = convolveMatrix(kernel, set, [split.left, split.right, split.centre]);
  return signals.map((signal) => signal.subarray(0, samples.left.length));
}

describe('LoudnessMeasurer', () => {
  it('finds the loudness and the peak that each set has, measured in one piece', async () => {
    const samples = noiseTrack(4);
    const sets = {
      A: side(passing(1), passing(0.5)),
      B: side(passing(0.3, 0.25), passing(0.4, -0.3)),
      C: side(passing(0.7, 0.1)),
    };
    const result = await measurerFor(samples).measure({ upmix: 'adaptive', sets });
    expect(result!.measuredSeconds).toBe(4);
    expect(result!.trackLufs).toBe(integratedLoudness([samples.left, samples.right], RATE));
    for (const [name, { outputs, ears }] of Object.entries(sets)) {
      const found = result!.sets[name as keyof typeof sets]!;
      const played = through(samples, 'adaptive', outputs);
      const peak = Math.max(...played.map((x) => x.reduce((most, y) => Math.max(most, Math.abs(y)), 0)));
      expect(Math.abs(found.outputLufs - integratedLoudness(played, RATE))).toBeLessThan(MEASURED_LU);
      const atEars = integratedLoudness(through(samples, 'adaptive', ears), RATE);
      expect(Math.abs(found.earsLufs - atEars)).toBeLessThan(MEASURED_LU);
      expect(found.outputPeak).toBeCloseTo(peak, 5);
    }
  });

  it('measures again what has changed, in any order', async () => {
    const measurer = measurerFor(noiseTrack(2));
    const ask = async (gain: number) => {
      const sets = { A: side(passing(1)), B: side(passing(gain)) };
      return (await measurer.measure({ upmix: 'off', sets }))!.sets;
    };
    const first = await ask(1);
    const second = await ask(0.5);
    const third = await ask(1);
    expect(first.B!.earsLufs - second.B!.earsLufs).toBeCloseTo(6.02, 2);
    expect(third.B).toEqual(first.B);
    // The very result of before: it was not measured again.
    expect(second.A).toBe(first.A);
  });

  it('gives up what nobody waits for any more', async () => {
    const measurer = measurerFor(noiseTrack(60));
    let asked = 0;
    const sets = { A: side(passing(1)) };
    const result = await measurer.measure({ upmix: 'adaptive', sets }, () => (asked += 1) > 2);
    expect(result).toBeNull();
    expect(asked).toBe(3);
  });

  it('hears silence', async () => {
    const result = await measurerFor(noiseTrack(1, 0)).measure({
      upmix: 'off',
      sets: { A: side(passing(1)) },
    });
    expect(result!.sets.A).toEqual({ earsLufs: -Infinity, outputLufs: -Infinity, outputPeak: 0 });
  });
});

describe('representative', () => {
  it('leaves ten minutes whole and takes ten of a longer track, from its start to its end', () => {
    const ramp = (length: number) => new Float32Array(length).map((_, i) => i);
    const short = { sampleRateHz: 100, left: ramp(60_000), right: ramp(60_000) };
    expect(representative(short)).toEqual(short);
    const long = { sampleRateHz: 100, left: ramp(600_000), right: ramp(600_000) };
    const { left } = representative(long);
    expect([left.length, left[0], left.at(-1)]).toEqual([60_000, 0, 599_999]);
  });
});
