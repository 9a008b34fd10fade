import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noise } from '../kernel/testing/convolution.ts';
import { LOUDNESS, LoudnessMeter } from './loudness-meter.ts';
import { Steps } from './meter-part.ts';
import { passages, silence, tone } from './testing/ebu-signals.ts';

const RATE_HZ = 48_000;

function createMeter(channels = 2) {
  const meter = new LoudnessMeter({ channels, sampleRateHz: RATE_HZ });
  const steps = new Steps(RATE_HZ, [meter]);
  const play = (x: Float32Array) =>
    steps.process(
      Array.from({ length: channels }, () => x),
      x.length,
    );
  return { meter, steps, play, read: (name: keyof typeof LOUDNESS) => meter.values[LOUDNESS[name]] };
}

describe('LoudnessMeter', () => {
  it('reads −3.01 LUFS for a full-scale 997 Hz sine in one of two channels', () => {
    const { steps, read } = createMeter();
    const sine = Float32Array.from({ length: 5 * RATE_HZ }, (_, n) =>
      Math.sin((2 * Math.PI * 997 * n) / RATE_HZ),
    );
    steps.process([sine, new Float32Array(sine.length)], sine.length);
    // The recommendation gives two decimals.
    for (const name of ['momentary', 'shortTerm', 'integrated'] as const)
      expect(Math.abs(read(name) + 3.01)).toBeLessThan(0.01);
  });

  it('gives the same values, bit for bit, for any partition of time', () => {
    const signal = noise(4 * RATE_HZ, 1).map((x, n) => x * (0.2 + 0.15 * Math.sin(n / 9000)));
    const whole = createMeter();
    whole.play(signal);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1 }), (blocks) => {
        const { meter, play } = createMeter();
        for (let start = 0, b = 0; start < signal.length; b++) {
          const end = Math.min(signal.length, start + blocks[b % blocks.length]);
          play(signal.subarray(start, end));
          start = end;
        }
        expect([...meter.values]).toEqual([...whole.meter.values]);
      }),
      { numRuns: 10 },
    );
  });

  it('starts anew with another programme, and counts no window that began before it', () => {
    const { meter, play, read } = createMeter();
    play(passages([tone(10, -10)], RATE_HZ));
    meter.restart();
    expect(read('integrated')).toBe(-Infinity);
    expect(read('range')).toBe(0);
    play(passages([tone(10, -30)], RATE_HZ));
    for (const name of ['integrated', 'maxMomentary', 'maxShortTerm'] as const) {
      expect(Math.abs(read(name) + 30)).toBeLessThan(0.1);
    }
    expect(read('range')).toBeLessThan(0.1);
  });

  it('lets what slides go on over a restart, and fall silent with the sound', () => {
    const { meter, play, read } = createMeter();
    play(passages([tone(4, -20)], RATE_HZ));
    meter.restart();
    expect(Math.abs(read('momentary') + 20)).toBeLessThan(0.1);
    // A window of 3 s that holds 1.5 s of it.
    play(passages([silence(1.5)], RATE_HZ));
    expect(read('momentary')).toBeLessThan(-70);
    expect(Math.abs(read('shortTerm') + 23.01)).toBeLessThan(0.1);
    play(passages([silence(2)], RATE_HZ));
    expect(read('shortTerm')).toBeLessThan(-70);
  });

  it('adds the channels, each at its weight', () => {
    const sine = passages([tone(1, -20)], RATE_HZ);
    const meter = new LoudnessMeter({ channels: 3, sampleRateHz: RATE_HZ, weights: [1, 0, 2] });
    new Steps(RATE_HZ, [meter]).process([sine, sine, sine], sine.length);
    const one = createMeter(1);
    one.play(sine);
    const difference = meter.values[LOUDNESS.integrated] - one.read('integrated');
    expect(difference).toBeCloseTo(10 * Math.log10(3), 9);
  });
});
