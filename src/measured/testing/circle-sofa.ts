import type { DriverResponses } from '../../design/driver-responses.ts';
import { fftPlan } from '../../design/fft.ts';
import { METRES, type SofaContent, type SofaVariable } from '../../export/sofa-writer.ts';

const SPHERICAL = { Type: 'spherical', Units: 'degree, degree, metre' };
const ORIGIN = { dimensions: ['I', 'C'], data: new Float64Array(3), attributes: METRES };

/** A device's own left is the audience's right. */
function sofaPosition(azimuthDeg: number, distanceM: number): number[] {
  return [(360 - azimuthDeg) % 360, 0, distanceM];
}

function positions({ azimuthsDeg, distanceM }: DriverResponses): Float64Array {
  return Float64Array.from(azimuthsDeg.flatMap((azimuth) => sofaPosition(azimuth, distanceM)));
}

function rate(sampleRateHz: number): SofaVariable {
  const data = Float64Array.of(sampleRateHz);
  return { name: 'Data.SamplingRate', dimensions: ['I'], data, attributes: { Units: 'hertz' } };
}

function attributes(convention: string, type: string): SofaContent['attributes'] {
  return { Conventions: 'SOFA', SOFAConventions: convention, DataType: type, RoomType: 'free field' };
}

/** All drivers in one file of GeneralFIR-E: microphones around a source that has them as emitters. */
export function emittersContent(measured: DriverResponses): SofaContent {
  const { drivers, azimuthsDeg, taps, responses, sampleRateHz } = measured;
  const count = azimuthsDeg.length;
  const data = new Float64Array(responses.length);
  for (let driver = 0; driver < drivers; driver++) {
    for (let at = 0; at < count * taps; at++)
      data[at * drivers + driver] = responses[driver * count * taps + at]!;
  }
  return {
    attributes: attributes('GeneralFIR-E', 'FIR-E'),
    lengths: { I: 1, C: 3, M: 1, R: count, N: taps, E: drivers },
    variables: [
      { name: 'ListenerPosition', ...ORIGIN },
      { name: 'SourcePosition', ...ORIGIN },
      { name: 'SourceView', ...ORIGIN, data: Float64Array.of(1, 0, 0) },
      {
        name: 'ReceiverPosition',
        dimensions: ['R', 'C', 'I'],
        data: positions(measured),
        attributes: SPHERICAL,
      },
      {
        name: 'EmitterPosition',
        dimensions: ['E', 'C', 'I'],
        data: new Float64Array(3 * drivers),
        attributes: METRES,
      },
      { name: 'Data.IR', dimensions: ['M', 'R', 'N', 'E'], data },
      rate(sampleRateHz),
      { name: 'Data.Delay', dimensions: ['M', 'R', 'E'], data: new Float64Array(count * drivers) },
    ],
  };
}

function ofDriver({ azimuthsDeg, taps, responses }: DriverResponses, driver: number): Float64Array {
  const length = azimuthsDeg.length * taps;
  return Float64Array.from(responses.subarray(driver * length, (driver + 1) * length));
}

/** One driver as a head's file would have it: the device in the listener's place. */
export function aroundListenerContent(measured: DriverResponses, driver: number): SofaContent {
  return {
    attributes: attributes('SimpleFreeFieldHRIR', 'FIR'),
    lengths: { I: 1, C: 3, M: measured.azimuthsDeg.length, R: 1, N: measured.taps },
    variables: [
      { name: 'ListenerPosition', ...ORIGIN },
      { name: 'ListenerView', ...ORIGIN, data: Float64Array.of(1, 0, 0) },
      { name: 'ReceiverPosition', ...ORIGIN, dimensions: ['R', 'C', 'I'] },
      { name: 'SourcePosition', dimensions: ['M', 'C'], data: positions(measured), attributes: SPHERICAL },
      { name: 'Data.IR', dimensions: ['M', 'R', 'N'], data: ofDriver(measured, driver) },
      rate(measured.sampleRateHz),
      { name: 'Data.Delay', dimensions: ['I', 'R'], data: new Float64Array(1) },
    ],
  };
}

/** One driver as spectra of FreeFieldDirectivityTF, all bins of one FFT of the responses. */
export function spectraContent(measured: DriverResponses, driver: number): SofaContent {
  const { azimuthsDeg, taps, sampleRateHz } = measured;
  const [count, bins] = [azimuthsDeg.length, taps / 2 + 1];
  const planes = ofDriver(measured, driver);
  const [real, imaginary] = [new Float64Array(count * bins), new Float64Array(count * bins)];
  for (let azimuth = 0; azimuth < count; azimuth++) {
    const re = planes.slice(azimuth * taps, (azimuth + 1) * taps);
    const im = new Float64Array(taps);
    fftPlan(taps).forward(re, im);
    real.set(re.subarray(0, bins), azimuth * bins);
    imaginary.set(im.subarray(0, bins), azimuth * bins);
  }
  const hertz = Float64Array.from({ length: bins }, (_, bin) => (bin * sampleRateHz) / taps);
  return {
    attributes: attributes('FreeFieldDirectivityTF', 'TF'),
    lengths: { I: 1, C: 3, M: 1, R: count, B: bins },
    variables: [
      { name: 'ListenerPosition', ...ORIGIN },
      { name: 'SourcePosition', ...ORIGIN },
      { name: 'SourceView', ...ORIGIN, data: Float64Array.of(1, 0, 0) },
      { name: 'SourceUp', ...ORIGIN, data: Float64Array.of(0, 0, 1) },
      {
        name: 'ReceiverPosition',
        dimensions: ['R', 'C', 'I'],
        data: positions(measured),
        attributes: SPHERICAL,
      },
      // The writer's dimensions are datasets of their own: "N" would be there twice.
      { name: 'N', dimensions: ['B'], data: hertz, attributes: { LongName: 'frequency', Units: 'hertz' } },
      { name: 'Data.Real', dimensions: ['M', 'R', 'B'], data: real },
      { name: 'Data.Imag', dimensions: ['M', 'R', 'B'], data: imaginary },
    ],
  };
}
