/**
 * The minimum requirements of EBU Tech 3341 (2023), table 1, and Tech 3342 (2023), table 1, with the documents' own
 * tolerances. Signals 7 and 8 of the one, 5 and 6 of the other are recorded programmes: they cannot be synthesised and
 * are not tested.
 */
import { describe, expect, it } from 'vitest';
import { kernelModule } from '../kernel/testing/kernel-module.ts';
import { TruePeak } from '../kernel/true-peak.ts';
import { LOUDNESS, LoudnessMeter } from './loudness-meter.ts';
import { Steps } from './meter-part.ts';
import {
  passages,
  passingPeak,
  repeated,
  silence,
  steadyPeak,
  tone,
  type Passage,
} from './testing/ebu-signals.ts';

const METER_LU = 0.1;
const RANGE_LU = 1;
const PEAK_DB = { over: 0.2, under: 0.4 };
const RATE_HZ = 48_000;
const TWENTY = Array.from({ length: 20 }, (_, i) => i);

function meterOf(channels: readonly Float32Array[], sampleRateHz: number, weights?: readonly number[]) {
  const meter = new LoudnessMeter({ channels: channels.length, sampleRateHz, ...(weights && { weights }) });
  const steps = new Steps(sampleRateHz, [meter]);
  /** Measures up to a time; called again, from there on. */
  let measured = 0;
  const until = (seconds: number) => {
    const end = Math.min(channels[0].length, Math.round(seconds * sampleRateHz));
    const part = channels.map((x) => x.subarray(measured, end));
    steps.process(part, end - measured);
    measured = end;
    return meter.values;
  };
  return { until, all: () => until(Infinity) };
}

function stereo(list: readonly Passage[], sampleRateHz = RATE_HZ) {
  const channel = passages(list, sampleRateHz);
  return meterOf([channel, channel], sampleRateHz);
}

function expectLufs(actual: number, expected: number): void {
  expect(Math.abs(actual - expected), `${actual} LUFS`).toBeLessThanOrEqual(METER_LU);
}

describe.each([44_100, 48_000, 192_000])('EBU Tech 3341 at %i Hz', (rate) => {
  it.each([
    [1, -23],
    [2, -33],
  ])('signal %i: M, S and I of a steady sine', (_, level) => {
    const values = stereo([tone(20, level)], rate).all();
    for (const name of ['momentary', 'shortTerm', 'integrated', 'maxMomentary', 'maxShortTerm'] as const) {
      expectLufs(values[LOUDNESS[name]], level);
    }
  });

  it.each([
    [3, [tone(10, -36), tone(60, -23), tone(10, -36)]],
    [4, [tone(10, -72), tone(10, -36), tone(60, -23), tone(10, -36), tone(10, -72)]],
    [5, [tone(20, -26), tone(20.1, -20), tone(20, -26)]],
  ])('signal %i: I, gated', (_, list) => {
    expectLufs(stereo(list, rate).all()[LOUDNESS.integrated], -23);
  });

  it('signal 6: I of five channels', () => {
    const [front, centre, surround] = [-28, -24, -30].map((level) => passages([tone(20, level)], rate));
    const channels = [front, front, centre, surround, surround];
    expectLufs(meterOf(channels, rate, [1, 1, 1, 1.41, 1.41]).all()[LOUDNESS.integrated], -23);
  });

  it('signal 9: S is constant after 3 s', () => {
    const meter = stereo(repeated(5, [tone(1.34, -20), tone(1.66, -30)]), rate);
    for (let at = 300; at <= 1500; at++) expectLufs(meter.until(at / 100)[LOUDNESS.shortTerm], -23);
  });

  it('signal 12: M is constant after 1 s', () => {
    const meter = stereo(repeated(25, [tone(0.18, -20), tone(0.22, -30)]), rate);
    for (let at = 100; at <= 1000; at++) expectLufs(meter.until(at / 100)[LOUDNESS.momentary], -23);
  });
});

describe('EBU Tech 3341, largest values', () => {
  it.each(TWENTY)('signal 10, part %i: S', (i) => {
    const values = stereo([silence(0.15 * i), tone(3, -23), silence(1)]).all();
    expectLufs(values[LOUDNESS.maxShortTerm], -23);
  });

  it('signal 11: S, live', () => {
    const part = (i: number) => [silence(0.15 * i), tone(3, -38 + i), silence(3 - 0.15 * i)];
    const meter = stereo(TWENTY.flatMap(part));
    for (const i of TWENTY) expectLufs(meter.until(6 * (i + 1))[LOUDNESS.maxShortTerm], -38 + i);
  });

  it.each(TWENTY)('signal 13, part %i: M', (i) => {
    const values = stereo([silence(0.02 * i), tone(0.4, -23), silence(1)]).all();
    expectLufs(values[LOUDNESS.maxMomentary], -23);
  });

  it('signal 14: M, live', () => {
    const part = (i: number) => [silence(0.02 * i), tone(0.4, -38 + i), silence(0.4 - 0.02 * i)];
    const meter = stereo(TWENTY.flatMap(part));
    for (const i of TWENTY) expectLufs(meter.until(0.8 * (i + 1))[LOUDNESS.maxMomentary], -38 + i);
  });
});

describe('EBU Tech 3341, true peak', () => {
  it.each([
    [15, -6, steadyPeak(1 / 4, 0.5, 0)],
    [16, -6, steadyPeak(1 / 4, 0.5, 45)],
    [17, -6, steadyPeak(1 / 6, 0.5, 60)],
    [18, -6, steadyPeak(1 / 8, 0.5, 67.5)],
    [19, 3, steadyPeak(1 / 4, 1.41, 45)],
    [20, 0, passingPeak(0)],
    [21, 0, passingPeak(1)],
    [22, 0, passingPeak(2)],
    [23, 0, passingPeak(3)],
  ])('signal %i: %d dBTP', (_, expected, signal) => {
    const truePeak = new TruePeak(kernelModule(), 2);
    for (let start = 0; start < signal.length; start += 128) {
      truePeak.add([signal, signal], start, Math.min(signal.length, start + 128));
    }
    for (const peak of truePeak.largest) {
      const peakDb = 20 * Math.log10(peak);
      expect(peakDb).toBeLessThanOrEqual(expected + PEAK_DB.over);
      expect(peakDb).toBeGreaterThanOrEqual(expected - PEAK_DB.under);
    }
  });
});

describe('EBU Tech 3342', () => {
  it.each([
    [1, 10, [-20, -30]],
    [2, 5, [-20, -15]],
    [3, 20, [-40, -20]],
    [4, 15, [-50, -35, -20, -35, -50]],
  ])('signal %i: a range of %i LU', (_, expected, levels) => {
    const values = stereo(levels.map((level) => tone(20, level))).all();
    expect(Math.abs(values[LOUDNESS.range] - expected)).toBeLessThanOrEqual(RANGE_LU);
  });
});
