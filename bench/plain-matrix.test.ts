import { expect, it } from 'vitest';
import { planPartitions } from '../src/kernel/partition-plan.ts';
import { directSample, errorDb, noise, noiseFilters } from '../src/kernel/testing/convolution.ts';
import { PlainMatrix } from './plain-matrix.ts';

it('convolves like the sum it stands for, so that the rival does the same work', () => {
  const shape = { inputs: 3, maxOutputs: 5, maxTaps: 4096 };
  const set = noiseFilters(3, 5, 4096, 1);
  const matrix = new PlainMatrix(set, planPartitions(shape));
  const inputs = [1, 2, 3].map((seed) => noise(128 * 80, seed));
  const outputs = Array.from({ length: 5 }, () => new Float32Array(128 * 80));
  for (let at = 0; at < 128 * 80; at += 128) {
    matrix.process(
      inputs.map((x) => x.subarray(at, at + 128)),
      outputs.map((y) => y.subarray(at, at + 128)),
    );
  }
  const some = Array.from({ length: 100 }, (_, n) => 97 * n + 11);
  outputs.forEach((output, o) => {
    const expected = some.map((n) => directSample(set, inputs, o, n));
    // Float32 at the output alone.
    expect(
      errorDb(
        some.map((n) => output[n]!),
        expected,
      ),
    ).toBeLessThan(-140);
  });
});
