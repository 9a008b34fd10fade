import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { levelThrough } from '../design/programme-spectrum.ts';
import { PRESETS } from '../design/presets.ts';
import type { LoudnessRequest } from '../protocol/loudness-protocol.ts';
import { DesignRunner } from './design-runner.ts';
import { LoudnessEstimator } from './loudness-estimator.ts';
import { LoudnessMeasurer } from './loudness-measurer.ts';
import { noiseTrack, passing, RATE } from './testing/passing.ts';

/** Gates see the course of time, spectra do not. */
const FIRST_LU = 0.5;
/** What is left once a set has been measured: how differently two designs weigh loud and quiet moments. */
const LEARNT_LU = 0.1;

let kernel: WebAssembly.Module;
beforeAll(() => {
  kernel = new WebAssembly.Module(readFileSync('build/kernel.wasm'));
});

/** The laptop's design with a target that much higher, on the listener's own pair. */
function designed(plusDb: number): LoudnessRequest {
  const { sides } = PRESETS.laptop;
  const { targetGainDb } = sides.cancellation!;
  const curve = targetGainDb.map(([hz, db]) => [hz, db + plusDb] as const);
  const document = {
    ...PRESETS.laptop,
    sides: { ...sides, cancellation: { ...sides.cancellation!, targetGainDb: curve } },
  };
  const listening = { kind: 'loudspeakers', spacingM: 0.24, distanceM: 0.55 } as const;
  const reply = new DesignRunner(kernel).run({ document, listening, sampleRateHz: RATE });
  if (!reply.ok) throw new Error(String(reply.failure.said));
  const { original, spatial } = reply.outcome;
  return { upmix: 'adaptive', sets: { A: original, B: spatial } };
}

describe('LoudnessEstimator', () => {
  it('is near the measurement at first, and within a tenth for designs after one that was measured', async () => {
    const measurer = new LoudnessMeasurer(kernel);
    measurer.setTrack(noiseTrack(8));
    const estimator = new LoudnessEstimator(measurer.programme('adaptive'));
    const first = designed(0);
    const measured = (await measurer.measure(first))!;
    const estimated = estimator.estimate(first);
    for (const name of ['A', 'B'] as const) {
      const error = estimated.sets[name]!.earsLufs - measured.sets[name]!.earsLufs;
      expect(Math.abs(error)).toBeLessThan(FIRST_LU);
    }
    estimator.learn(first, measured);
    for (const plusDb of [-6, 4]) {
      const next = designed(plusDb);
      const truth = (await measurer.measure(next))!;
      const guess = estimator.estimate(next);
      expect(Math.abs(guess.sets.B!.earsLufs - truth.sets.B!.earsLufs)).toBeLessThan(LEARNT_LU);
      // A peak within a decibel: the limiter is that far away.
      expect(20 * Math.abs(Math.log10(guess.sets.B!.outputPeak / truth.sets.B!.outputPeak))).toBeLessThan(1);
    }
  });

  it('computes the level of noise through filters as the filtered noise has it', () => {
    const measurer = new LoudnessMeasurer(kernel);
    measurer.setTrack(noiseTrack(8));
    const { spectrum } = measurer.programme('off');
    const [plain, louder] = [passing(1), passing(2)].map((set) => levelThrough(spectrum, set));
    expect(louder!.lufs - plain!.lufs).toBeCloseTo(6.0206, 3);
    // White noise through 1 and an echo: powers add.
    const echo = levelThrough(spectrum, passing(1, 0.5));
    expect(20 * Math.log10(echo.rms / plain!.rms)).toBeCloseTo(10 * Math.log10(1.25), 1);
  });
});
