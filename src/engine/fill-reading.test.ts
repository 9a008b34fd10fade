import { describe, expect, it } from 'vitest';
import { METER_FRAME, meterFrameOf, TRACE_POINTS } from '../protocol/meter-protocol.ts';
import { IMAGE_LENGTH } from '../protocol/stage-bands.ts';
import { createMeterReading } from '../store/meter-reading.ts';
import { fillReading, fillSilence } from './fill-reading.ts';

function frameOf(programme: number): Float32Array {
  const { length, meanSquares, trace, image } = meterFrameOf(2);
  const frame = new Float32Array(length);
  frame[METER_FRAME.programme] = programme;
  frame[METER_FRAME.momentaryLufs] = -18;
  frame[METER_FRAME.shortTermLufs] = -19;
  frame[METER_FRAME.integratedLufs] = -20;
  frame[METER_FRAME.rangeLu] = 6;
  frame[METER_FRAME.maxMomentaryLufs] = -16;
  frame[METER_FRAME.maxShortTermLufs] = -17;
  frame[METER_FRAME.truePeak] = 0.1;
  frame[METER_FRAME.maxTruePeak] = 1;
  frame[METER_FRAME.correlation] = 0.5;
  frame[METER_FRAME.reductionDb] = 2;
  frame[METER_FRAME.outputs] = 2;
  frame.set([0.1, 0], METER_FRAME.peaks);
  frame.set([0.01, 0], meanSquares);
  for (let i = 0; i < 2 * TRACE_POINTS; i++) frame[trace + i] = i;
  for (let i = 0; i < IMAGE_LENGTH; i++) frame[image + i] = i;
  return frame;
}

describe('fillReading', () => {
  it('brings a frame to levels, outputs in their order', () => {
    const reading = createMeterReading();
    fillReading(frameOf(3), 2, 3, reading);
    expect(reading).toMatchObject({
      momentaryLufs: -18,
      shortTermLufs: -19,
      integratedLufs: -20,
      rangeLu: 6,
      maxMomentaryLufs: -16,
      maxShortTermLufs: -17,
      maxTruePeakDb: 0,
      correlation: 0.5,
      reductionDb: 2,
    });
    // Float32 frames.
    expect(reading.truePeakDb).toBeCloseTo(-20, 5);
    expect(reading.outputs).toBe(2);
    for (const levels of [reading.peakDb, reading.rmsDb]) {
      expect(levels[0]).toBeCloseTo(-20, 5);
      expect([...levels.subarray(1)].every((db) => db === -Infinity)).toBe(true);
    }
    expect(reading.trace.at(-1)).toBe(2 * TRACE_POINTS - 1);
    expect(reading.image.at(-1)).toBe(IMAGE_LENGTH - 1);
  });

  it('says nothing of a programme that a frame is not of yet, and all of the moment', () => {
    const reading = createMeterReading();
    fillReading(frameOf(3), 2, 4, reading);
    expect(reading).toMatchObject({
      momentaryLufs: -18,
      integratedLufs: -Infinity,
      rangeLu: 0,
      maxMomentaryLufs: -Infinity,
      maxShortTermLufs: -Infinity,
      maxTruePeakDb: -Infinity,
    });
  });

  it('leaves silence where there is no meter', () => {
    const reading = createMeterReading();
    fillReading(frameOf(0), 2, 0, reading);
    fillSilence(reading);
    expect(reading).toEqual(createMeterReading());
  });
});
