import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LoudnessRequest } from '../protocol/loudness-protocol.ts';
import { LoudnessMeasurer } from './loudness-measurer.ts';
import { LoudnessSketch } from './loudness-sketch.ts';
import { noiseTrack, passing } from './testing/passing.ts';

/** Noise is the same all along: what stands for it differs from it by what a few seconds of noise vary. */
const NEAR_LU = 0.3;

let kernel: WebAssembly.Module;
beforeAll(() => {
  kernel = new WebAssembly.Module(readFileSync('build/kernel.wasm'));
});

describe('LoudnessSketch', () => {
  it('estimates sets of different upmixes at once, and learns of each what was measured', async () => {
    const track = noiseTrack(12);
    const both = (gain: number): LoudnessRequest => {
      const [one, two] = [passing(gain), passing(2 * gain)];
      return {
        upmix: 'off',
        sets: { A: { ears: one, outputs: one }, B: { ears: two, outputs: two, upmix: 'adaptive' } },
      };
    };
    const measurer = new LoudnessMeasurer(kernel);
    measurer.setTrack(track);
    const sketch = new LoudnessSketch(new LoudnessMeasurer(kernel), track);
    const measured = (await measurer.measure(both(0.2)))!;
    const first = sketch.estimate(both(0.2));
    for (const name of ['A', 'B'] as const)
      expect(Math.abs(first.sets[name]!.earsLufs - measured.sets[name]!.earsLufs)).toBeLessThan(NEAR_LU);
    sketch.learn(both(0.2), measured);
    const louder = sketch.estimate(both(0.4));
    // What passes everything is louder by its gain: nothing is left to err on.
    for (const name of ['A', 'B'] as const)
      expect(louder.sets[name]!.earsLufs - measured.sets[name]!.earsLufs).toBeCloseTo(6.0206, 4);
  });
});
