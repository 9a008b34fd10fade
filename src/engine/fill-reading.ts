import { METER_FRAME, meterFrameOf } from '../protocol/meter-protocol.ts';
import type { MeterReading } from '../store/meter-reading.ts';

const amplitudeDb = (amplitude: number): number => 20 * Math.log10(amplitude);
const powerDb = (power: number): number => 10 * Math.log10(power);

/**
 * A frame of the meter processor as the screens read it.
 * @param programme the one that was begun last; a frame of another has nothing to say of it yet
 */
export function fillReading(
  frame: Float32Array,
  outputs: number,
  programme: number,
  into: MeterReading,
): void {
  const { meanSquares, trace, image } = meterFrameOf(outputs);
  into.outputs = frame[METER_FRAME.outputs]!;
  for (let o = 0; o < into.peakDb.length; o++) {
    into.peakDb[o] = o < outputs ? amplitudeDb(frame[METER_FRAME.peaks + o]!) : -Infinity;
    into.rmsDb[o] = o < outputs ? powerDb(frame[meanSquares + o]!) : -Infinity;
  }
  into.momentaryLufs = frame[METER_FRAME.momentaryLufs]!;
  into.shortTermLufs = frame[METER_FRAME.shortTermLufs]!;
  into.truePeakDb = amplitudeDb(frame[METER_FRAME.truePeak]!);
  into.correlation = frame[METER_FRAME.correlation]!;
  into.reductionDb = frame[METER_FRAME.reductionDb]!;
  for (let i = 0; i < into.trace.length; i++) into.trace[i] = frame[trace + i]!;
  for (let i = 0; i < into.image.length; i++) into.image[i] = frame[image + i]!;
  if (frame[METER_FRAME.programme] === programme) fillProgramme(frame, into);
  else fillNoProgramme(into);
}

export function fillSilence(into: MeterReading): void {
  into.peakDb.fill(-Infinity);
  into.rmsDb.fill(-Infinity);
  into.momentaryLufs = -Infinity;
  into.shortTermLufs = -Infinity;
  into.truePeakDb = -Infinity;
  into.correlation = 0;
  into.reductionDb = 0;
  into.trace.fill(0);
  into.image.fill(0);
  fillNoProgramme(into);
}

function fillProgramme(frame: Float32Array, into: MeterReading): void {
  into.integratedLufs = frame[METER_FRAME.integratedLufs]!;
  into.rangeLu = frame[METER_FRAME.rangeLu]!;
  into.maxMomentaryLufs = frame[METER_FRAME.maxMomentaryLufs]!;
  into.maxShortTermLufs = frame[METER_FRAME.maxShortTermLufs]!;
  into.maxTruePeakDb = amplitudeDb(frame[METER_FRAME.maxTruePeak]!);
}

function fillNoProgramme(into: MeterReading): void {
  into.integratedLufs = -Infinity;
  into.rangeLu = 0;
  into.maxMomentaryLufs = -Infinity;
  into.maxShortTermLufs = -Infinity;
  into.maxTruePeakDb = -Infinity;
}
