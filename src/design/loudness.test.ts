import { describe, expect, it } from 'vitest';
import { integratedLoudness, LoudnessOf } from './loudness.ts';

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

describe('LoudnessOf', () => {
  it('does not depend on the blocks it is given', () => {
    const signal = sine([
      { seconds: 2, levelDb: -36 },
      { seconds: 3, levelDb: -23 },
    ]);
    const whole = integratedLoudness([signal, signal], 48000);
    for (const block of [1000, 1024, 7777]) {
      const loudness = new LoudnessOf(2, 48000);
      for (let at = 0; at < signal.length; at += block)
        loudness.add([signal, signal], at, Math.min(signal.length, at + block));
      expect(loudness.integrated()).toBe(whole);
    }
  });

  it('takes a passage shorter than a gating block as one, in blocks too', () => {
    const signal = sine([{ seconds: 0.3, levelDb: -23 }]);
    const loudness = new LoudnessOf(1, 48000);
    for (let at = 0; at < signal.length; at += 1000)
      loudness.add([signal], at, Math.min(signal.length, at + 1000));
    expect(loudness.integrated()).toBe(integratedLoudness([signal], 48000));
  });
});
