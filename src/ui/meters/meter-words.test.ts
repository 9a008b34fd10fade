import { describe, expect, it } from 'vitest';
import { createMeterReading, type MeterReading } from '../../store/index.ts';
import { LevelMotion } from '../level-motion.ts';
import { correlationText, figuresOf, figureText, summaryOf } from './meter-words.ts';

function frameOf(
  values: Partial<MeterReading> = {},
  { resting = false, reductionDb = 0, peaksDb = [-3.25, -4] } = {},
) {
  const levels = new LevelMotion(peaksDb.length);
  levels.move(Float32Array.from(peaksDb), 0.1);
  return { reading: { ...createMeterReading(), ...values }, levels, resting, reductionDb };
}

const MEASURED = {
  momentaryLufs: -17.96,
  shortTermLufs: -18.04,
  integratedLufs: -18.2,
  rangeLu: 6.28,
  maxTruePeakDb: -0.98,
  correlation: -0.304,
};

describe('figureText and correlationText', () => {
  it.each([
    [-18.04, '−18.0'],
    [-0.04, '0.0'],
    [3.25, '3.3'],
    [-Infinity, '–'],
    [NaN, '–'],
  ])('%d is %s', (value, text) => expect(figureText(value)).toBe(text));

  it.each([
    [1, '+1.00'],
    [-0.304, '−0.30'],
    [-0.001, '0.00'],
  ])('a correlation of %d is %s', (value, text) => expect(correlationText(value)).toBe(text));
});

describe('figuresOf', () => {
  it('has a figure for everything that was measured', () => {
    expect(figuresOf(frameOf(MEASURED))).toEqual({
      momentary: '−18.0',
      shortTerm: '−18.0',
      integrated: '−18.2',
      range: '6.3',
      truePeak: '−1.0',
    });
  });

  it('has none for what slides along at rest, and keeps the rest', () => {
    expect(figuresOf(frameOf(MEASURED, { resting: true }))).toMatchObject({
      momentary: '–',
      shortTerm: '–',
      integrated: '−18.2',
    });
  });

  it('has no range of nothing', () => {
    expect(figuresOf(frameOf())).toMatchObject({ integrated: '–', range: '–', truePeak: '–' });
  });
});

describe('summaryOf', () => {
  it('says all of it in words', () => {
    expect(summaryOf(frameOf(MEASURED, { reductionDb: 2.04 }))).toBe(
      'Integrated loudness minus 18.2 LUFS, range 6.3 LU, largest true peak minus 1.0 dBTP, ' +
        'short-term minus 18.0 LUFS, peaks L minus 3.3 R minus 4.0 dB, correlation minus 0.30, limiter minus 2.0 dB.',
    );
  });

  it('tells drivers by their numbers', () => {
    const drivers = { ...MEASURED, outputs: 3 };
    expect(summaryOf(frameOf(drivers, { peaksDb: [-3, -4, -5] }))).toContain(
      'peaks of the drivers 1 minus 3.0 2 minus 4.0 3 minus 5.0 dB',
    );
  });

  it('says at rest what was measured, and that nothing plays', () => {
    expect(summaryOf(frameOf(MEASURED, { resting: true }))).toBe(
      'Integrated loudness minus 18.2 LUFS, range 6.3 LU, largest true peak minus 1.0 dBTP, nothing is playing.',
    );
    expect(summaryOf(frameOf({}, { resting: true }))).toBe('Nothing is playing.');
  });
});
