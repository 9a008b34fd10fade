import { describe, expect, it } from 'vitest';
import { BandImage, STEPS_OF_PICTURE } from './band-image.ts';
import { noise } from './testing/convolution.ts';
import { kernelModule } from './testing/kernel-module.ts';

const module = kernelModule();
const EDGES_HZ = Array.from({ length: 18 }, (_, b) => 200 * 2 ** ((b - 0.5) / 3));
const BANDS = EDGES_HZ.length - 1;
/** Float32 samples and transform. */
const RELATIVE = 1e-5;

function measure(image: BandImage): void {
  image.begin();
  for (let step = 0; step < STEPS_OF_PICTURE; step++) image.advance();
}

type Signal = (n: number) => number;

/** Plays three signals in pieces of uneven length, measuring every 20 ms. */
function imageOf(signals: readonly Signal[], seconds: number, rate = 48_000): BandImage {
  const image = new BandImage(module, { sampleRateHz: rate, edgesHz: EDGES_HZ, intervalSeconds: 0.02 });
  const hop = rate / 50;
  const cut = Math.round(0.37 * hop);
  for (let start = 0; start < seconds * rate; start += hop) {
    const block = signals.map((signal) => Float32Array.from({ length: hop }, (_, i) => signal(start + i)));
    image.add([new Float32Array(hop), ...block], 1, 0, cut);
    image.add([new Float32Array(hop), ...block], 1, cut, hop);
    measure(image);
  }
  return image;
}

/** Sum of a term over the bands. */
function total({ terms }: BandImage, term: number): number {
  return Array.from({ length: BANDS }, (_, b) => terms[6 * b + term]!).reduce((a, b) => a + b, 0);
}

const sine =
  (hz: number, amplitude: number, rate = 48_000): Signal =>
  (n) =>
    amplitude * Math.sin((2 * Math.PI * hz * n) / rate);
const silence: Signal = () => 0;

/** The same by a plain Fourier sum in Float64, of the newest window alone. */
function powersByDefinition(samples: Float64Array, rate: number): number[] {
  const length = samples.length;
  const powers = new Array<number>(BANDS).fill(0);
  for (let b = 0; b < BANDS; b++) {
    const end = Math.ceil((EDGES_HZ[b + 1]! * length) / rate);
    for (let k = Math.ceil((EDGES_HZ[b]! * length) / rate); k < end; k++) {
      let re = 0;
      let im = 0;
      for (let n = 0; n < length; n++) {
        const x = samples[n]! * (0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / length));
        re += x * Math.cos((2 * Math.PI * k * n) / length);
        im -= x * Math.sin((2 * Math.PI * k * n) / length);
      }
      powers[b]! += (2 * (re * re + im * im)) / (0.375 * length * length);
    }
  }
  return powers;
}

describe.each([44_100, 48_000, 96_000])('BandImage at %i Hz', (rate) => {
  it('reads the mean square of a tone in the channel that it plays in, and nothing elsewhere', () => {
    const image = imageOf([sine(1000, 0.5, rate), silence, silence], 1, rate);
    // 12.5 time constants; the window's side lobes beyond the bands.
    expect(total(image, 0)).toBeCloseTo(0.125, 4);
    for (const term of [1, 2, 3, 4, 5]) expect(total(image, term)).toBe(0);
    const strongest = Array.from({ length: BANDS }, (_, b) => image.terms[6 * b]!);
    expect(strongest.indexOf(Math.max(...strongest))).toBe(7);
  });
});

describe('BandImage', () => {
  it('is the Fourier sum of the window that was newest when it was begun, whatever comes until it is complete', () => {
    const rate = 48_000;
    const samples = noise(2048, 7);
    const image = new BandImage(module, { sampleRateHz: rate, edgesHz: EDGES_HZ, intervalSeconds: 1e3 });
    image.add([noise(500, 3), noise(500, 4), noise(500, 5)], 0, 0, 500);
    image.add([samples, samples, samples], 0, 0, 2048);
    image.begin();
    for (let step = 0; step < STEPS_OF_PICTURE; step++) {
      // As much as may come: a window, once around the ring's end.
      image.add([noise(512, 8), noise(512, 9), noise(512, 10)], 0, 0, 512);
      expect(image.terms.every((term) => term === 0)).toBe(true);
      image.advance();
    }
    const wanted = powersByDefinition(Float64Array.from(samples), rate);
    // So long an interval leaves nothing of what was before.
    wanted.forEach((power, b) => {
      for (let term = 0; term < 6; term++)
        expect(Math.abs(image.terms[6 * b + term]! / power - 1)).toBeLessThan(RELATIVE);
    });
    const complete = image.terms.slice();
    image.advance();
    expect(image.terms).toEqual(complete);
  });

  it('is brought to its end when another is begun', () => {
    const images = [0, 1].map(
      () => new BandImage(module, { sampleRateHz: 48_000, edgesHz: EDGES_HZ, intervalSeconds: 0.02 }),
    );
    const add = (seed: number) => {
      const block = [0, 1, 2].map((c) => noise(160, seed + c));
      for (const image of images) image.add(block, 0, 0, 160);
    };
    add(1);
    measure(images[0]!);
    images[1]!.begin();
    images[1]!.advance();
    add(11);
    for (const image of images) measure(image);
    expect(images[1]!.terms).toEqual(images[0]!.terms);
  });

  it('tells what two channels share by its sign', () => {
    const image = imageOf([sine(1000, 0.4), sine(1000, -0.2), sine(1000, 0.3)], 1);
    expect(total(image, 3)).toBeCloseTo((0.4 * 0.3) / 2, 4);
    expect(total(image, 4)).toBeCloseTo((-0.2 * 0.3) / 2, 4);
    expect(total(image, 5)).toBeCloseTo((0.4 * -0.2) / 2, 4);
  });

  it('finds little in common in what is unrelated', () => {
    const [left, right, centre] = [noise(96_000, 1), noise(96_000, 2), noise(96_000, 3)];
    const image = imageOf([(n) => left[n]!, (n) => right[n]!, (n) => centre[n]!], 2);
    // Some 700 products in the mean: their sum strays by a 26th.
    for (const term of [3, 4, 5]) expect(Math.abs(total(image, term)) / total(image, 0)).toBeLessThan(0.15);
  });

  it('falls by its time constant when the sound stops', () => {
    const image = imageOf([(n) => (n < 48_000 ? 0.5 * Math.sin(n / 7) : 0), silence, silence], 1.08);
    // The window still holds 43 of the last 80 ms.
    const left = total(image, 0) / 0.125;
    expect(left).toBeGreaterThan(Math.exp(-1));
    expect(left).toBeLessThan(Math.exp(-0.4));
  });
});
