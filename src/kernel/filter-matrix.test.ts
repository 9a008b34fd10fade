import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { FilterError } from './filter-error.ts';
import { FilterMatrix } from './filter-matrix.ts';
import type { FilterMatrixOptions } from './filter-matrix.ts';
import type { Firs } from './filter-rows.ts';
import { prepareFilters } from './prepare-filters.ts';
import { directSample, errorDb, noise, noiseFilters } from './testing/convolution.ts';
import { kernelModule } from './testing/kernel-module.ts';

/** Float32 arithmetic over a few thousand terms. */
const ERROR_DB = -125;
const FADE_SAMPLES = 960;

const module = kernelModule();

const SMALL: FilterMatrixOptions = { inputs: 3, maxOutputs: 2, maxTaps: 3000, sets: 3, sampleRateHz: 48_000 };

function matrixWith(options: FilterMatrixOptions, ...sets: Firs[]): FilterMatrix {
  const matrix = new FilterMatrix(module, options);
  sets.forEach((set, index) => matrix.setFilters(index, prepareFilters(module, set, options)));
  return matrix;
}

interface Run {
  readonly matrix: FilterMatrix;
  readonly signals: readonly Float32Array[];
  readonly outputs: number;
  /** Lengths of successive calls; 128 where absent. */
  readonly blocks?: Iterator<number>;
  /** Called before the call that starts at this sample. */
  readonly before?: (start: number) => void;
}

/** The outputs over the whole length of the signals. */
function run({ matrix, signals, outputs, blocks, before }: Run): Float32Array[] {
  const length = signals[0]!.length;
  const results = Array.from({ length: outputs }, () => new Float32Array(length));
  for (let start = 0; start < length;) {
    const frames = Math.min(blocks?.next().value ?? 128, length - start);
    before?.(start);
    signals.forEach((signal, i) => matrix.input(i).set(signal.subarray(start, start + frames)));
    matrix.process(frames);
    results.forEach((result, o) => result.set(matrix.output(o).subarray(0, frames), start));
    start += frames;
  }
  return results;
}

function signals(length: number, inputs = 3): Float32Array[] {
  return Array.from({ length: inputs }, (_, i) => noise(length, 10 + i));
}

function steady(options: FilterMatrixOptions, set: Firs, input: readonly Float32Array[]): Float32Array[] {
  return run({ matrix: matrixWith(options, set), signals: input, outputs: set.outputs });
}

/** Raised cosine from 0 to 1, in the middle of its samples. */
function fadeGain(n: number): number {
  if (n < 0) return 0;
  return n >= FADE_SAMPLES ? 1 : 0.5 - 0.5 * Math.cos((Math.PI * (n + 0.5)) / FADE_SAMPLES);
}

/** First sample from which the outputs are no longer those of `old` alone. */
function firstDeparture(actual: Float32Array, old: Float32Array): number {
  return actual.findIndex((sample, n) => Math.abs(sample - old[n]!) > 1e-9);
}

describe('FilterMatrix', () => {
  it('has no latency: a unit impulse at tap 0 gives the input back within the call', () => {
    const set = { inputs: 1, outputs: 1, taps: 2048, sampleRateHz: 48_000, latencySamples: 0 };
    const firs = new Float32Array(2048);
    firs[0] = 1;
    const matrix = matrixWith({ ...SMALL, inputs: 1, maxOutputs: 1 }, { ...set, firs });
    expect(matrix.latencySamples).toBe(0);
    const input = noise(5000, 1);
    const [output] = run({ matrix, signals: [input], outputs: 1 });
    expect(errorDb(output!, input)).toBeLessThan(ERROR_DB);
  });

  it('puts every tap where it belongs, over all stages', () => {
    const taps = 3000;
    for (const tap of [1, 127, 128, 511, 512, 1023, 1024, 2047, 2048, 2999]) {
      const firs = new Float32Array(taps);
      firs[tap] = 1;
      const options = { ...SMALL, inputs: 1, maxOutputs: 1 };
      const matrix = matrixWith(options, { ...options, outputs: 1, taps, latencySamples: 0, firs });
      const impulse = new Float32Array(6144);
      impulse[37] = 1;
      const [output] = run({ matrix, signals: [impulse], outputs: 1 });
      const expected = new Float32Array(6144);
      expected[37 + tap] = 1;
      expect(errorDb(output!, expected)).toBeLessThan(ERROR_DB);
    }
  });

  it('is the sum of all convolutions for any number of inputs, outputs and taps', () => {
    const shapes = fc.record({
      inputs: fc.integer({ min: 1, max: 6 }),
      maxOutputs: fc.integer({ min: 1, max: 32 }),
      maxTaps: fc.integer({ min: 1, max: 16_384 }),
    });
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 999 }), (shape, seed) => {
        const set = noiseFilters(shape.inputs, shape.maxOutputs, shape.maxTaps, seed);
        const input = signals(shape.maxTaps + 3000, shape.inputs);
        const results = steady({ ...SMALL, ...shape }, set, input);
        const some = Array.from({ length: 40 }, (_, n) => Math.floor(((n + 0.5) * input[0]!.length) / 40));
        for (const o of new Set([0, shape.maxOutputs >> 1, shape.maxOutputs - 1])) {
          const actual = some.map((n) => results[o]![n]!);
          expect(
            errorDb(
              actual,
              some.map((n) => directSample(set, input, o, n)),
            ),
          ).toBeLessThan(ERROR_DB);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('may be late, by what it says to the sample, and is otherwise the same', () => {
    const set = noiseFilters(3, 5, 3000, 1);
    const options = { ...SMALL, maxOutputs: 5, late: true };
    const prepared = prepareFilters(module, set, options);
    const matrix = new FilterMatrix(module, options);
    matrix.setFilters(0, prepared);
    const { latencySamples } = matrix;
    expect(latencySamples).toBeGreaterThan(0);
    const input = signals(30_000);
    const actual = run({ matrix, signals: input, outputs: 5 });
    const expected = steady({ ...SMALL, maxOutputs: 5 }, set, input);
    actual.forEach((samples, o) => {
      expect(samples.subarray(0, latencySamples).every((sample) => sample === 0)).toBe(true);
      const onTime = expected[o]!.subarray(0, samples.length - latencySamples);
      expect(errorDb(samples.subarray(latencySamples), onTime)).toBeLessThan(ERROR_DB);
    });
  });

  it('gives the same samples for any partition of time', () => {
    const set = noiseFilters(3, 2, 3000, 1);
    const input = signals(4000);
    const expected = steady(SMALL, set, input);
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 1, max: 128 })), (blocks) => {
        const actual = run({ matrix: matrixWith(SMALL, set), signals: input, outputs: 2, blocks });
        actual.forEach((samples, o) => expect(errorDb(samples, expected[o]!)).toBeLessThan(ERROR_DB));
      }),
      { numRuns: 8 },
    );
  });

  it('computes a mirrored array as sum and difference, with the same result', () => {
    const half = noiseFilters(3, 3, 1500, 1);
    const outputs = 5;
    const taps = half.taps;
    const firs = new Float32Array(3 * outputs * taps);
    const images = [4, 3, 2, 1, 0];
    for (let o = 0; o < 3; o++) {
      for (let i = 0; i < 3; i++) {
        const at = (i * half.outputs + o) * taps;
        const fir = half.firs.subarray(at, at + taps);
        const mirroredInput = [1, 0, 2][i]!;
        // The output on the axis takes the same from the left and from the right.
        if (o === 2 && i === 1) continue;
        firs.set(fir, (i * outputs + o) * taps);
        firs.set(fir, (mirroredInput * outputs + images[o]!) * taps);
      }
    }
    const set = { ...half, outputs, firs };
    const options = { ...SMALL, maxOutputs: outputs };
    const prepared = prepareFilters(module, set, options);
    const full = prepareFilters(module, noiseFilters(3, outputs, taps, 2), options);
    expect(prepared.spectra.length / full.spectra.length).toBeCloseTo((3 * 2 + 2) / 15, 10);
    const input = signals(4000);
    const results = steady(options, set, input);
    const some = Array.from({ length: 200 }, (_, n) => 20 * n + 11);
    results.forEach((result, o) => {
      const expected = some.map((n) => directSample(set, input, o, n));
      const actual = some.map((n) => result[n]!);
      expect(errorDb(actual, expected)).toBeLessThan(ERROR_DB);
    });
  });
});

describe('a change of set', () => {
  const a = noiseFilters(3, 2, 3000, 1);
  const b = noiseFilters(3, 2, 3000, 2);
  const short = noiseFilters(3, 2, 200, 3);
  const input = signals(12_000);

  /** Three stages, whose results are due over several quanta. */
  const long = { ...SMALL, maxTaps: 12_000 };

  it.each([
    ['a set', SMALL, b],
    ['a shorter set', SMALL, short],
    ['a set of many partitions', long, noiseFilters(3, 2, 12_000, 4)],
    ['a short set in a matrix for long ones', long, b],
  ])('crossfades to %s, which is exact from its first sample, whenever it is chosen', (_, options, next) => {
    const old = steady(options, a, input);
    const fresh = steady(options, next, input);
    // Every phase of the longest block.
    for (let at = 128 * 30; at < 128 * 47; at += 128) {
      const matrix = matrixWith(options, a, next);
      const actual = run({
        matrix,
        signals: input,
        outputs: 2,
        before: (start) => start === at && matrix.select(1),
      });
      const departure = firstDeparture(actual[0]!, old[0]!);
      const start = Math.round(departure / 128) * 128;
      expect(start).toBeGreaterThanOrEqual(at);
      const { block, dueQuanta } = matrix.plan.at(-1)!;
      expect(start - at).toBeLessThanOrEqual(1.5 * block + 128 * (dueQuanta - 1));
      actual.forEach((samples, o) => {
        const expected = Float64Array.from(samples, (_, n) => {
          const gain = fadeGain(n - start);
          return (1 - gain) * old[o]![n]! + gain * fresh[o]![n]!;
        });
        expect(errorDb(samples, expected)).toBeLessThan(ERROR_DB);
      });
    }
  });

  it('changes nothing from a set to the same filters', () => {
    const matrix = matrixWith(SMALL, a, a);
    const actual = run({
      matrix,
      signals: input,
      outputs: 2,
      before: (start) => start % 3840 === 0 && matrix.select((start / 3840) % 2),
    });
    const expected = steady(SMALL, a, input);
    actual.forEach((samples, o) => expect(errorDb(samples, expected[o]!)).toBeLessThan(ERROR_DB));
  });

  it('leaves no trace on a sine when a set is replaced by identical filters, 50 times a second', () => {
    const sine = Float32Array.from({ length: 24_000 }, (_, n) => Math.sin((2 * Math.PI * 997 * n) / 48_000));
    const tones = [sine, sine, sine];
    const matrix = matrixWith(SMALL, a);
    const actual = run({
      matrix,
      signals: tones,
      outputs: 2,
      before: (start) => start % 896 === 0 && matrix.setFilters(0, prepareFilters(module, a, SMALL)),
    });
    const expected = steady(SMALL, a, tones);
    actual.forEach((samples, o) => expect(errorDb(samples, expected[o]!)).toBeLessThan(ERROR_DB));
  });

  it('ends with the newest of many replacements, and soon', () => {
    const sets = Array.from({ length: 12 }, (_, n) =>
      prepareFilters(module, noiseFilters(3, 2, 3000, n), SMALL),
    );
    const newest = steady(SMALL, noiseFilters(3, 2, 3000, 11), input);
    const matrix = matrixWith(SMALL, a);
    const lastWish = 256 * sets.length;
    let settled = 0;
    const actual = run({
      matrix,
      signals: input,
      outputs: 2,
      before: (start) => {
        if (start > 0 && start <= lastWish && start % 256 === 0) matrix.setFilters(0, sets[start / 256 - 1]!);
        if (settled === 0 && start > lastWish && matrix.isSettled) settled = start;
      },
    });
    expect(settled).toBeGreaterThan(lastWish);
    // What is under way ends first: two waits, copies and fades at most.
    expect(settled - lastWish).toBeLessThan(2 * (1.5 * 512 + 8 * 128 + FADE_SAMPLES + 256));
    const tail = actual[0]!.subarray(settled + 128);
    expect(errorDb(tail, newest[0]!.subarray(settled + 128))).toBeLessThan(ERROR_DB);
  });

  it('moves gains without a step', () => {
    const constant = new Float32Array(9600).fill(1);
    const firs = new Float32Array([1]);
    const options = { ...SMALL, inputs: 1, maxOutputs: 1, maxTaps: 1 };
    const matrix = matrixWith(options, { ...options, outputs: 1, taps: 1, latencySamples: 0, firs });
    const [output] = run({
      matrix,
      signals: [constant],
      outputs: 1,
      before: (start) => {
        if (start === 1280) matrix.setGain(0, 0.25);
        if (start === 1792) matrix.setGain(0, 1);
      },
    });
    expect(output![1279]).toBeCloseTo(1, 6);
    expect(Math.min(...output!)).toBeLessThan(0.8);
    expect(output!.at(-1)).toBeCloseTo(1, 6);
    const steps = output!.subarray(1).map((sample, n) => Math.abs(sample - output![n]!));
    // The steepest step of a raised cosine of this length.
    expect(Math.max(...steps)).toBeLessThan((1.01 * Math.PI) / 2 / FADE_SAMPLES);
  });

  it('glides over a second where it is to go unnoticed, also to a set that is chosen meanwhile', () => {
    const RAMP = 48_000;
    const ones = new Float32Array(1280 + RAMP + 4800).fill(1);
    const options = { ...SMALL, inputs: 1, maxOutputs: 1, maxTaps: 1 };
    const identity = { ...options, outputs: 1, taps: 1, latencySamples: 0, firs: new Float32Array([1]) };
    const matrix = matrixWith({ ...options, sets: 2 }, identity, identity);
    const [output] = run({
      matrix,
      signals: [ones],
      outputs: 1,
      before(start) {
        if (start === 1280) for (const set of [0, 1]) matrix.setGain(set, 0.5, RAMP / 48_000);
        if (start === 1280 + 25_600) matrix.select(1);
      },
    });
    expect(output![1279]).toBeCloseTo(1, 6);
    expect(output![1280 + RAMP / 2]).toBeCloseTo(0.75, 2);
    expect(output!.at(-1)).toBeCloseTo(0.5, 6);
    const steps = output!.subarray(1280).map((sample, n) => Math.abs(sample - output![1279 + n]!));
    // The steepest step of a raised cosine of half the height, Float32 at 1 added.
    expect(Math.max(...steps)).toBeLessThan((1.05 * Math.PI) / 4 / RAMP + 2e-7);
  });
});

describe('faults', () => {
  const set = noiseFilters(3, 2, 3000, 1);

  it('takes what is not a number for silence, and counts it', () => {
    const clean = signals(6000);
    const dirty = clean.map((signal) => signal.slice());
    for (const [at, value] of [NaN, Infinity, -Infinity, 3e38].entries()) {
      dirty[1]![1000 + at] = value;
      clean[1]![1000 + at] = 0;
    }
    const matrix = matrixWith(SMALL, set);
    const actual = run({ matrix, signals: dirty, outputs: 2 });
    expect(matrix.inputFaults).toBe(4);
    expect(matrix.outputFaults).toBe(0);
    const expected = steady(SMALL, set, clean);
    actual.forEach((samples, o) => expect([...samples]).toEqual([...expected[o]!]));
  });

  it('takes what is too faint for normal numbers for silence', () => {
    const faint = signals(6000).map((signal) => signal.map((sample) => 1e-39 * sample));
    const [left, right] = run({ matrix: matrixWith(SMALL, set), signals: faint, outputs: 2 });
    expect([...left!, ...right!].every((sample) => sample === 0)).toBe(true);
  });

  it('takes filters that are too faint for normal numbers for none', () => {
    const faint = { ...set, firs: set.firs.map((tap) => 1e-38 * tap) };
    expect(faint.firs.some((tap) => tap !== 0)).toBe(true);
    expect(prepareFilters(module, faint, SMALL).spectra.every((bin) => bin === 0)).toBe(true);
    const outputs = steady(SMALL, faint, signals(6000));
    for (const output of outputs) expect(output.every((sample) => sample === 0)).toBe(true);
  });

  it('refuses filters that do not fit, and names the field', () => {
    const matrix = matrixWith(SMALL, set);
    const refusal = (prepare: () => unknown): FilterError => {
      try {
        prepare();
      } catch (error) {
        if (error instanceof FilterError) return error;
      }
      throw new Error('no refusal');
    };
    const other = prepareFilters(module, { ...set, sampleRateHz: 44_100 }, SMALL);
    expect(refusal(() => matrix.setFilters(0, other))).toMatchObject({ code: 'rate', field: 'sampleRateHz' });
    const two = noiseFilters(2, 2, 100, 1);
    expect(refusal(() => prepareFilters(module, two, SMALL))).toMatchObject({
      code: 'shape',
      field: 'inputs',
    });
    const unplanned = prepareFilters(module, noiseFilters(3, 2, 100, 1));
    expect(refusal(() => matrix.setFilters(0, unplanned))).toMatchObject({ code: 'plan' });
    const broken = { ...set, firs: set.firs.map((tap, t) => (t === 77 ? NaN : tap)) };
    const fault = refusal(() => prepareFilters(module, broken, SMALL));
    expect(fault).toMatchObject({ code: 'not-finite', field: 'firs[77]' });
    expect(fault.message).toContain('firs[77]: expected');
    expect(refusal(() => matrix.select(3))).toMatchObject({ code: 'shape', field: 'set' });
  });

  it('keeps the old filters when spectra are not finite', () => {
    const input = signals(6000);
    const matrix = matrixWith(SMALL, set);
    const poisoned = prepareFilters(module, set, SMALL);
    poisoned.spectra[4321] = NaN;
    const actual = run({
      matrix,
      signals: input,
      outputs: 2,
      before: (start) => {
        if (start === 1280)
          expect(() => matrix.setFilters(0, poisoned)).toThrow('spectra: expected finite numbers');
      },
    });
    const expected = steady(SMALL, set, input);
    actual.forEach((samples, o) => expect([...samples]).toEqual([...expected[o]!]));
  });

  it('starts again from nothing after a reset', () => {
    const input = signals(2000);
    const matrix = matrixWith(SMALL, set);
    const first = run({ matrix, signals: input, outputs: 2 });
    matrix.reset();
    const second = run({ matrix, signals: input, outputs: 2 });
    expect([...second[0]!]).toEqual([...first[0]!]);
  });
});
