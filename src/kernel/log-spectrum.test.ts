import { describe, expect, it } from 'vitest';
import { LogSpectrum } from './log-spectrum.ts';
import { noise } from './testing/convolution.ts';
import { kernelModule } from './testing/kernel-module.ts';

const module = kernelModule();
/** A 24th of an octave apart, from 20 Hz to 20 kHz. */
const FREQUENCIES_HZ = Float32Array.from({ length: 240 }, (_, k) => 20 * 1000 ** (k / 239));

function spectrumDb(signal: (n: number) => number, rate = 48_000): number[] {
  const spectrum = new LogSpectrum(module, FREQUENCIES_HZ, rate);
  const power = new Float64Array(FREQUENCIES_HZ.length);
  spectrum.measure(
    Float32Array.from({ length: spectrum.windowSamples }, (_, n) => signal(n)),
    power,
  );
  return [...power].map((p) => 10 * Math.log10(p));
}

const sine = (hz: number, amplitude: number, rate: number) => (n: number) =>
  amplitude * Math.sin((2 * Math.PI * hz * n) / rate + 0.3);

describe.each([44_100, 48_000, 96_000, 192_000])('LogSpectrum at %i Hz', (rate) => {
  it.each([31, 440, 997, 1001.5, 6000, 15_000])('reads the level of a tone of %d Hz where it is', (hz) => {
    const levels = spectrumDb(sine(hz, 0.1, rate), rate);
    const loudest = Math.max(...levels);
    // A tone between two bins of the padded transform, and between two columns where those lie closer.
    expect(Math.abs(loudest + 20)).toBeLessThan(0.4);
    const at = FREQUENCIES_HZ[levels.indexOf(loudest)];
    expect(Math.abs(Math.log2(at / hz))).toBeLessThan(hz < 100 ? 1 / 12 : 1 / 24);
  });
});

describe('LogSpectrum', () => {
  it('shows nothing beside a tone that the window does not make', () => {
    const levels = spectrumDb(sine(1000, 1, 48_000));
    levels.forEach((level, k) => {
      // Hann: side lobes from −31 dB on, 18 dB an octave of distance.
      const distance = Math.abs(FREQUENCIES_HZ[k] - 1000);
      if (distance > 200) expect(level).toBeLessThan(-100);
    });
  });

  it('has all that lies under its columns: no bin between two is passed over', () => {
    for (let hz = 3000; hz < 3300; hz += 7.3) {
      expect(Math.max(...spectrumDb(sine(hz, 1, 48_000)))).toBeGreaterThan(-0.4);
    }
  });

  it('is silent for silence, and finite for noise', () => {
    expect(spectrumDb(() => 0).every((level) => level === -Infinity)).toBe(true);
    const samples = noise(8192, 1);
    expect(spectrumDb((n) => samples[n]).every(Number.isFinite)).toBe(true);
  });
});
