import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integratedLoudness, matchGains } from './loudness.ts';

/** EBU Tech 3341 asks a meter for this; the synthesised signals leave no other error. */
const METER_LU = 0.1;

interface Passage {
  readonly seconds: number;
  readonly levelDb: number;
}

/** A 1 kHz sine whose level changes from passage to passage, as in EBU Tech 3341 table 1. */
function sine(passages: readonly Passage[], sampleRateHz = 48000, frequencyHz = 1000): Float32Array {
  const parts = passages.map(({ seconds, levelDb }) =>
    new Float32Array(Math.round(seconds * sampleRateHz)).fill(10 ** (levelDb / 20)),
  );
  const signal = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let start = 0;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      signal[start + i] = part[i]! * Math.sin((2 * Math.PI * frequencyHz * (start + i)) / sampleRateHz);
    }
    start += part.length;
  }
  return signal;
}

function stereoLufs(passages: readonly Passage[], sampleRateHz = 48000): number {
  const channel = sine(passages, sampleRateHz);
  return integratedLoudness([channel, channel], sampleRateHz);
}

describe('integratedLoudness', () => {
  it.each([44100, 48000, 96000, 192000])('reads −23 LUFS for the −23 dBFS stereo sine at %i Hz', (rate) => {
    expect(Math.abs(stereoLufs([{ seconds: 5, levelDb: -23 }], rate) + 23)).toBeLessThan(METER_LU);
  });

  it('reads −33 LUFS for the −33 dBFS stereo sine', () => {
    expect(Math.abs(stereoLufs([{ seconds: 5, levelDb: -33 }]) + 33)).toBeLessThan(METER_LU);
  });

  it('leaves quiet passages out by the relative gate', () => {
    const measured = stereoLufs([
      { seconds: 10, levelDb: -36 },
      { seconds: 60, levelDb: -23 },
      { seconds: 10, levelDb: -36 },
    ]);
    expect(Math.abs(measured + 23)).toBeLessThan(METER_LU);
  });

  it('leaves near silence out by the absolute gate', () => {
    const measured = stereoLufs([
      { seconds: 10, levelDb: -72 },
      { seconds: 10, levelDb: -36 },
      { seconds: 60, levelDb: -23 },
      { seconds: 10, levelDb: -36 },
      { seconds: 10, levelDb: -72 },
    ]);
    expect(Math.abs(measured + 23)).toBeLessThan(METER_LU);
  });

  it('averages the power of what is within the gates', () => {
    const measured = stereoLufs([
      { seconds: 20, levelDb: -26 },
      { seconds: 20.1, levelDb: -20 },
      { seconds: 20, levelDb: -26 },
    ]);
    expect(Math.abs(measured + 23)).toBeLessThan(METER_LU);
  });

  it('reads −3.01 LUFS for a full-scale 997 Hz sine in one channel', () => {
    const channel = sine([{ seconds: 5, levelDb: 0 }], 48000, 997);
    const measured = integratedLoudness([channel, new Float32Array(channel.length)], 48000);
    expect(Math.abs(measured + 3.01)).toBeLessThan(0.01);
  });

  it('has no loudness for silence or nothing', () => {
    expect(integratedLoudness([new Float32Array(48000)], 48000)).toBe(-Infinity);
    expect(integratedLoudness([new Float32Array(0)], 48000)).toBe(-Infinity);
  });

  it('measures a passage shorter than a block as one', () => {
    expect(Math.abs(stereoLufs([{ seconds: 0.3, levelDb: -23 }]) + 23)).toBeLessThan(METER_LU);
  });

  it('follows a gain dB for dB', () => {
    const signal = sine([{ seconds: 1, levelDb: -20 }]);
    const louder = signal.map((x) => x * 10 ** (7 / 20));
    const difference = integratedLoudness([louder], 48000) - integratedLoudness([signal], 48000);
    // Float32 samples: 1e-5 dB.
    expect(difference).toBeCloseTo(7, 5);
  });
});

describe('matchGains', () => {
  const level = fc.double({ min: -50, max: 0, noNaN: true });
  const peak = fc.double({ min: 0.01, max: 4, noNaN: true });
  const ceiling = 0.9;

  it('makes both sides equally loud and keeps both below the ceiling', () => {
    fc.assert(
      fc.property(level, level, peak, peak, level, level, (a, b, peakA, peakB, track, output) => {
        const gains = matchGains(
          { earsLufs: a, outputPeak: peakA },
          { earsLufs: b, outputPeak: peakB },
          track,
          output,
          ceiling,
        );
        expect(a + gains.originalGainDb).toBeCloseTo(b + gains.spatialGainDb, 9);
        const over = 1 + 1e-9;
        expect(peakA * 10 ** (gains.originalGainDb / 20)).toBeLessThan(ceiling * over);
        expect(peakB * 10 ** (gains.spatialGainDb / 20)).toBeLessThan(ceiling * over);
        expect(Math.max(peakA, peakB) * 10 ** (gains.unmatchedGainDb / 20)).toBeLessThan(ceiling * over);
      }),
    );
  });

  it('leaves the original alone where nothing is in the way', () => {
    const gains = matchGains(
      { earsLufs: -20, outputPeak: 0.5 },
      { earsLufs: -23, outputPeak: 0.4 },
      -18,
      -18,
      ceiling,
    );
    expect(gains).toEqual({ originalGainDb: 0, spatialGainDb: 3, unmatchedGainDb: 0 });
  });

  it('plays the signals at distant ears as loud as the track', () => {
    const gains = matchGains(
      { earsLufs: -30, outputPeak: 0.1 },
      { earsLufs: -32, outputPeak: 0.1 },
      -18,
      -30,
      ceiling,
    );
    expect(gains).toEqual({ originalGainDb: 12, spatialGainDb: 14, unmatchedGainDb: 12 });
  });

  it('does nothing to silence', () => {
    const silent = { earsLufs: -Infinity, outputPeak: 0 };
    expect(matchGains(silent, silent, -Infinity, -Infinity, ceiling)).toEqual({
      originalGainDb: 0,
      spatialGainDb: 0,
      unmatchedGainDb: 0,
    });
  });
});
