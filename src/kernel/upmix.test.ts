import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROFILES } from './profile.ts';
import { kernelModule } from './testing/kernel-module.ts';
import { randomFrom } from './testing/upmix-instruments.ts';
import { referenceCentre } from './testing/upmix-reference.ts';
import { upmixFrames, upmixLatency } from './upmix-frames.ts';
import { Upmix, UPMIX_KINDS, upmixSignal, type UpmixKind } from './upmix.ts';

const module = kernelModule();
const RATE_HZ = 48_000;
const QUANTUM = 128;
/** One rounding of the difference and one of the sum, at a peak of one. */
const RECONSTRUCTION_TOLERANCE = 1e-6;
/** Float32 kernel against Float64, at a peak of one. */
const KERNEL_TOLERANCE = 1e-5;

type Stereo = readonly [left: Float32Array, right: Float32Array];
type Outputs = readonly [left: Float32Array, right: Float32Array, centre: Float32Array];

/** Noise and tones that share some of their sound between the channels. */
function programme(samples: number, seed = 1): Stereo {
  const random = randomFrom(seed);
  const left = new Float32Array(samples);
  const right = new Float32Array(samples);
  for (let i = 0; i < samples; i++) {
    const middle = 0.3 * Math.sin(0.021 * i) + 0.2 * (random() - 0.5);
    left[i] = middle + 0.3 * Math.sin(0.033 * i) + 0.2 * (random() - 0.5);
    right[i] = middle + 0.3 * Math.sin(0.07 * i) * Math.sin(0.0004 * i);
  }
  return [left, right];
}

/** Runs a signal through in the given blocks (the last repeats); nothing is taken off. */
function stream(
  upmix: Upmix,
  [left, right]: Stereo,
  blocks: readonly number[] = [QUANTUM],
  before: (start: number) => void = () => undefined,
): Outputs {
  const outputs = [0, 1, 2].map(() => new Float32Array(left.length)) as unknown as Outputs;
  for (let start = 0, block = 0; start < left.length; block++) {
    const frames = Math.min(blocks[Math.min(block, blocks.length - 1)], left.length - start);
    before(start);
    upmix.input(0).set(left.subarray(start, start + frames));
    upmix.input(1).set(right.subarray(start, start + frames));
    upmix.process(frames);
    outputs.forEach((output, channel) =>
      output.set(upmix.output(channel as 0 | 1 | 2).subarray(0, frames), start),
    );
    start += frames;
  }
  return outputs;
}

function peakDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let peak = 0;
  for (let i = 0; i < a.length; i++) peak = Math.max(peak, Math.abs(a[i] - b[i]));
  return peak;
}

const sum = (a: Float32Array, b: Float32Array): Float32Array => a.map((value, i) => value + b[i]);
const delayed = (signal: Float32Array, samples: number): Float32Array => {
  const result = new Float32Array(signal.length);
  result.set(signal.subarray(0, Math.max(0, signal.length - samples)), samples);
  return result;
};
const levelDb = (signal: ArrayLike<number>, against: ArrayLike<number>): number => {
  const power = (x: ArrayLike<number>): number =>
    Array.from(x).reduce((total, value) => total + value * value, 0);
  return 10 * Math.log10((power(signal) + 1e-30) / power(against));
};

const VARIANTS = PROFILES.flatMap((profile) => UPMIX_KINDS.map((kind) => [profile, kind] as const));

describe.each(VARIANTS)('upmix for %s, %s', (profile, kind) => {
  it.each([44_100, 48_000, 96_000, 192_000])(
    'gives the input back after its latency at %i Hz',
    (sampleRateHz) => {
      const upmix = new Upmix(module, { sampleRateHz, kind, profile });
      const input = programme(QUANTUM * Math.ceil((2.2 * upmix.latencySamples) / QUANTUM));
      const [left, right, centre] = stream(upmix, input);
      expect(peakDifference(sum(left, centre), delayed(input[0], upmix.latencySamples))).toBeLessThan(
        RECONSTRUCTION_TOLERANCE,
      );
      expect(peakDifference(sum(right, centre), delayed(input[1], upmix.latencySamples))).toBeLessThan(
        RECONSTRUCTION_TOLERANCE,
      );
    },
  );

  it('puts the centre of an impulse in both channels where the latency says', () => {
    const input = new Float32Array(QUANTUM * 80);
    input[1000] = 1;
    const upmix = new Upmix(module, { sampleRateHz: RATE_HZ, kind, profile });
    const [, , centre] = stream(upmix, [input, input]);
    const at = centre.reduce((best, value, i) => (Math.abs(value) > Math.abs(centre[best]) ? i : best), 0);
    if (kind === 'off') expect(Math.max(...centre)).toBe(0);
    else expect(at).toBe(1000 + upmix.latencySamples);
  });

  it('agrees with the Float64 reference', () => {
    const input = programme(12_000);
    const options = { sampleRateHz: RATE_HZ, kind, profile };
    const { centre } = upmixSignal(module, options, ...input);
    expect(peakDifference(centre, referenceCentre(options, ...input))).toBeLessThan(KERNEL_TOLERANCE);
  });

  it('does not depend on how the signal is cut into blocks', () => {
    const input = programme(QUANTUM * 120);
    const whole = stream(new Upmix(module, { sampleRateHz: RATE_HZ, kind, profile }), input);
    const quanta = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(quanta, (lengths) => {
        const blocks = lengths.map((count) => count * QUANTUM);
        const cut = stream(new Upmix(module, { sampleRateHz: RATE_HZ, kind, profile }), input, blocks);
        cut.forEach((output, channel) => expect(peakDifference(output, whole[channel])).toBe(0));
      }),
      { numRuns: 6 },
    );
  });

  it('starts afresh after a reset', () => {
    const upmix = new Upmix(module, { sampleRateHz: RATE_HZ, kind, profile });
    const first = stream(upmix, programme(QUANTUM * 90));
    upmix.reset();
    const second = stream(upmix, programme(QUANTUM * 90));
    second.forEach((output, channel) => expect(peakDifference(output, first[channel])).toBe(0));
  });
});

describe.each(PROFILES)('what goes to the centre, for %s', (profile) => {
  const options = { sampleRateHz: RATE_HZ, kind: 'adaptive' as UpmixKind, profile };
  const random = randomFrom(5);
  const noise = (): Float32Array => Float32Array.from({ length: 48_000 }, () => random() - 0.5);

  it('all of a mono signal', () => {
    const mono = noise();
    const { left } = upmixSignal(module, options, mono, mono);
    // The model keeps one hundredth of the power for diffuse sound.
    expect(levelDb(left, mono)).toBeLessThan(-35);
  });

  it.each(['least-correlated', 'adaptive'] as const)('nothing of a source panned hard (%s)', (kind) => {
    const source = noise();
    const { centre } = upmixSignal(module, { ...options, kind }, source, new Float32Array(source.length));
    expect(levelDb(centre, source)).toBeLessThan(-100);
  });

  it('little of a source panned well to one side', () => {
    const source = noise();
    const { centre } = upmixSignal(
      module,
      options,
      source.map((x) => 0.9 * x),
      source.map((x) => 0.35 * x),
    );
    // Plain mid-side would keep −3 dB of it.
    expect(levelDb(centre, source)).toBeLessThan(-25);
  });

  it('little of what the channels do not share', () => {
    // Averages over six frames leave some chance correlation.
    const left = noise();
    expect(levelDb(upmixSignal(module, options, left, noise()).centre, left)).toBeLessThan(-10);
  });

  it('no pre-echo of an isolated click on one side', () => {
    const left = new Float32Array(24_000);
    left[12_000] = 1;
    const { centre, right } = upmixSignal(module, options, left, new Float32Array(left.length));
    expect(20 * Math.log10(Math.max(...centre.map(Math.abs)) + 1e-12)).toBeLessThan(-100);
    expect(20 * Math.log10(Math.max(...right.map(Math.abs)) + 1e-12)).toBeLessThan(-100);
  });
});

describe.each(PROFILES)('a change of kind while playing, for %s', (profile) => {
  const samples = QUANTUM * 300;
  /** A tone in the centre and another on the left: smooth, so that a click shows in the second difference. */
  const tone = (step: number): Float32Array =>
    Float32Array.from({ length: samples }, (_, i) => 0.4 * Math.sin(step * i));
  const middle = tone(0.03);
  const left = sum(middle, tone(0.05));
  const roughness = (signal: Float32Array, from: number, to: number): number => {
    let peak = 0;
    for (let i = from; i < to; i++) {
      peak = Math.max(peak, Math.abs(signal[i + 1] - 2 * signal[i] + signal[i - 1]));
    }
    return peak;
  };

  it.each(
    UPMIX_KINDS.flatMap((from) => UPMIX_KINDS.filter((to) => to !== from).map((to) => [from, to] as const)),
  )('from %s to %s leaves no click and ends where it should', (from, to) => {
    const upmix = new Upmix(module, { sampleRateHz: RATE_HZ, kind: from, profile });
    const changeAt = QUANTUM * 150 + QUANTUM * 3;
    const [outLeft, , centre] = stream(upmix, [left, middle], [QUANTUM], (start) => {
      if (start === changeAt) upmix.setKind(to);
    });
    const [, , target] = stream(new Upmix(module, { sampleRateHz: RATE_HZ, kind: to, profile }), [
      left,
      middle,
    ]);
    const settled = changeAt + upmix.latencySamples + QUANTUM * 20;
    expect(peakDifference(centre.subarray(settled), target.subarray(settled))).toBeLessThan(1e-3);
    // The steepest of both kinds without a change, with a tenth for the fade's own slope.
    const steady = Math.max(
      roughness(centre, 10_000, changeAt),
      roughness(target, 10_000, samples - 1),
      1e-5,
    );
    expect(roughness(centre, changeAt, samples - 1)).toBeLessThan(1.1 * steady);
    expect(peakDifference(sum(outLeft, centre), delayed(left, upmix.latencySamples))).toBeLessThan(
      RECONSTRUCTION_TOLERANCE,
    );
  });

  it('follows the newest of many wishes', () => {
    const upmix = new Upmix(module, { sampleRateHz: RATE_HZ, kind: 'off', profile });
    const wishes: readonly UpmixKind[] = [
      'adaptive',
      'mid-side',
      'off',
      'adaptive',
      'least-correlated',
      'mid-side',
    ];
    const [, , centre] = stream(upmix, [left, middle], [QUANTUM], (start) => {
      const wish = wishes[(start - QUANTUM * 60) / (QUANTUM * 4)];
      if (wish) upmix.setKind(wish);
    });
    const [, , target] = stream(new Upmix(module, { sampleRateHz: RATE_HZ, kind: 'mid-side', profile }), [
      left,
      middle,
    ]);
    expect(peakDifference(centre.subarray(-QUANTUM * 50), target.subarray(-QUANTUM * 50))).toBe(0);
  });
});

describe('input that is no audio', () => {
  it.each([NaN, Infinity, -Infinity, 3e38])('%f is silence, and counted', (value) => {
    const input = programme(QUANTUM * 150);
    const clean: Stereo = [input[0].slice(), input[1].slice()];
    input[0][5000] = value;
    input[1][7001] = value;
    clean[0][5000] = 0;
    clean[1][7001] = 0;
    const upmix = new Upmix(module, { sampleRateHz: RATE_HZ, kind: 'adaptive' });
    const outputs = stream(upmix, input);
    const expected = stream(new Upmix(module, { sampleRateHz: RATE_HZ, kind: 'adaptive' }), clean);
    expect(upmix.faultySamples).toBe(2);
    outputs.forEach((output, channel) => expect(peakDifference(output, expected[channel])).toBe(0));
  });

  it.each([1e-39, 1e-16, 1e-12, 1e6])('stays finite at an amplitude of %f', (amplitude) => {
    const input = programme(QUANTUM * 150).map((signal) => signal.map((value) => amplitude * value));
    const outputs = stream(new Upmix(module, { sampleRateHz: RATE_HZ, kind: 'adaptive' }), [
      input[0],
      input[1],
    ]);
    for (const output of outputs) expect(output.every(Number.isFinite)).toBe(true);
  });
});

describe('the frames of each profile', () => {
  const RATES_HZ = [44_100, 48_000, 88_200, 96_000, 176_400, 192_000];

  it('keep their duration and the memory of the averages at every sampling rate', () => {
    const LIMITS_MS = { music: [80, 95], video: [40, 47.5] } as const;
    for (const profile of PROFILES) {
      for (const rate of RATES_HZ) {
        const { frame, hop, keep } = upmixFrames(profile, rate);
        expect((1000 * frame) / rate).toBeGreaterThan(LIMITS_MS[profile][0]);
        expect((1000 * frame) / rate).toBeLessThan(LIMITS_MS[profile][1]);
        const memoryMs = (-1000 * hop) / rate / Math.log(keep);
        if (profile === 'video') expect(memoryMs).toBeCloseTo(24, 9);
        // 0.7 a hop: 60 ms at 48 kHz, 65 at 44.1.
        else expect(Math.abs(memoryMs - 62.5)).toBeLessThan(3);
      }
    }
  });

  it.each([
    ['music', [4352, 4352, 8960, 8960, 17_152, 17_152]],
    ['video', [640, 640, 1408, 1408, 3072, 3072]],
  ] as const)('are late by so many samples for %s', (profile, latencies) => {
    expect(RATES_HZ.map((rate) => upmixLatency(profile, rate))).toEqual(latencies);
    for (const sampleRateHz of RATES_HZ) {
      const { latencySamples } = new Upmix(module, { sampleRateHz, kind: 'adaptive', profile });
      expect(latencySamples).toBe(upmixLatency(profile, sampleRateHz));
    }
  });
});
