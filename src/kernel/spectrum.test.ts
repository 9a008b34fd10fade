import { describe, expect, it } from 'vitest';

import { errorDb, noise } from './testing/convolution.ts';
import { kernelModule } from './testing/kernel-module.ts';
import { instantiate } from './wasm-instance.ts';

/** A few Float32 roundings per pass. */
const RELATIVE_ERROR = 5e-7;

interface SpectrumExports {
  spectrumConfigure(size: number): number;
  spectrumForward(): void;
  spectrumInverse(): void;
  spectrumComplexForward(): void;
  spectrumComplexInverse(): void;
}

const module = kernelModule();

function planes(size: number) {
  const { exports, memory } = instantiate<SpectrumExports>(module);
  const address = exports.spectrumConfigure(size);
  const plane = (index: number) => new Float32Array(memory.buffer, address + 4 * size * index, size);
  return { exports, samples: plane(0), re: plane(1), im: plane(2) };
}

/** One bin of the discrete Fourier transform, summed in Float64. */
function directBin(re: Float32Array, im: Float32Array, k: number): [number, number] {
  const size = re.length;
  let sumRe = 0;
  let sumIm = 0;
  for (let n = 0; n < size; n++) {
    const phase = (-2 * Math.PI * ((k * n) % size)) / size;
    sumRe += re[n]! * Math.cos(phase) - im[n]! * Math.sin(phase);
    sumIm += re[n]! * Math.sin(phase) + im[n]! * Math.cos(phase);
  }
  return [sumRe, sumIm];
}

function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  return 10 ** (errorDb(actual, expected) / 20);
}

const SIZES = [32, 64, 128, 512, 2048, 4096, 65_536];

describe('transforms in natural order', () => {
  it.each(SIZES)('of %i real samples are the direct sum, and come back', (size) => {
    const { exports, samples, re, im } = planes(size);
    const signal = noise(size, 1);
    samples.set(signal);
    exports.spectrumForward();
    const bins = [0, 1, 2, 7, size / 4, size / 2 - 1, size / 2].filter((k) => k <= size / 2);
    const silence = new Float32Array(size);
    const expected = bins.flatMap((k) => directBin(signal, silence, k));
    expect(
      relativeError(
        bins.flatMap((k) => [re[k]!, im[k]!]),
        expected,
      ),
    ).toBeLessThan(RELATIVE_ERROR);
    samples.fill(0);
    exports.spectrumInverse();
    expect(relativeError([...samples], [...signal])).toBeLessThan(RELATIVE_ERROR);
  });

  it.each(SIZES)('of %i complex points are the direct sum, and come back', (size) => {
    const { exports, re, im } = planes(size);
    const [x, y] = [noise(size, 1), noise(size, 2)];
    re.set(x);
    im.set(y);
    exports.spectrumComplexForward();
    const bins = [0, 1, 5, size / 4 + 1, size / 2, size - 1];
    const expected = bins.flatMap((k) => directBin(x, y, k));
    expect(
      relativeError(
        bins.flatMap((k) => [re[k]!, im[k]!]),
        expected,
      ),
    ).toBeLessThan(RELATIVE_ERROR);
    exports.spectrumComplexInverse();
    expect(relativeError([...re, ...im], [...x, ...y])).toBeLessThan(RELATIVE_ERROR);
  });
});
