import { describe, expect, it } from 'vitest';
import type { DriverResponses } from '../design/driver-responses.ts';
import { PRESETS } from '../design/presets.ts';
import { measuredCircle } from '../design/testing/measured-circle.ts';
import { writeSofa, type SofaContent } from '../export/sofa-writer.ts';
import { assembleDrivers } from './driver-files.ts';
import { readDriverSets } from './driver-sofa.ts';
import type { NamedFile } from './named-files.ts';
import { aroundListenerContent, emittersContent, spectraContent } from './testing/circle-sofa.ts';
import { changed, sphereContent, HEAD } from './testing/sphere-sofa.ts';

const IDS = ['left', 'right'];
/** Of a laptop, whose drivers lie at the sides: a circle turned the wrong way round is another one. */
const MEASURED = measuredCircle(PRESETS.laptop.device, { stepDeg: 30 });
const sofa = async (name: string, content: SofaContent): Promise<NamedFile> => ({
  name,
  bytes: await writeSofa(content),
});
const read = async (...files: Promise<NamedFile>[]) => readDriverSets(await Promise.all(files), IDS);
const refusal = async (ids: readonly string[], ...files: Promise<NamedFile>[]): Promise<string> =>
  Promise.all(files)
    .then((opened) => readDriverSets(opened, ids))
    .then(
      () => 'accepted',
      (error: Error) => error.message,
    );
async function assembled(...files: Promise<NamedFile>[]): Promise<DriverResponses> {
  const found = await read(...files);
  return assembleDrivers(found, found.proposed, found.distanceM!);
}

describe('drivers from SOFA files', () => {
  it('are emitters of one file, bit by bit, their azimuths turned to the audience’s left', async () => {
    const file = sofa('box.sofa', emittersContent(MEASURED));
    // Single floats, written as doubles.
    expect(await assembled(file)).toEqual(MEASURED);
    const { groups, taken } = await read(file);
    expect(groups.map(({ name }) => name)).toEqual(['box, emitter 1', 'box, emitter 2']);
    expect(taken).toEqual({
      conventions: ['GeneralFIR-E'],
      readings: ['microphones-around'],
      directions: 12,
      leftOut: 0,
      fromSpectra: false,
    });
  });

  it('are a file each, also as a head’s would be: the device where the listener is', async () => {
    const files = [1, 0].map((driver) =>
      sofa(`my ${IDS[driver]!}.sofa`, aroundListenerContent(MEASURED, driver)),
    );
    expect(await assembled(...files)).toEqual(MEASURED);
    expect((await read(...files)).taken).toMatchObject({
      conventions: ['SimpleFreeFieldHRIR'],
      readings: ['in-the-listeners-place'],
      directions: 24,
    });
  });

  it('may stand on a turntable before one microphone, whose place is counted from the source', async () => {
    const one = aroundListenerContent(MEASURED, 0);
    const angles = MEASURED.azimuthsDeg.map((deg) => (deg * Math.PI) / 180);
    // The device looks away by as much as the microphone then stands to its other side.
    const views = angles.flatMap((angle) => [Math.cos(angle), Math.sin(angle), 0]);
    const turned: SofaContent = {
      ...changed(one, {
        SourcePosition: {
          dimensions: ['I', 'C'],
          data: Float64Array.of(1, 1, 0),
          attributes: { Type: 'cartesian' },
        },
        ListenerPosition: { data: Float64Array.of(3, 1, 0) },
      }),
    };
    const view = { name: 'SourceView', dimensions: ['M', 'C'], data: Float64Array.from(views) };
    const content = { ...turned, variables: [...turned.variables, view] };
    const found = await readDriverSets([await sofa('a.sofa', content)], ['a']);
    expect(found.azimuthsDeg).toEqual(MEASURED.azimuthsDeg);
    expect(assembleDrivers(found, [0], 2).responses).toEqual(
      MEASURED.responses.subarray(0, 12 * MEASURED.taps),
    );
  });

  it('are made of evenly spaced spectra, with what they hold', async () => {
    const files = [0, 1].map((driver) => sofa(`${IDS[driver]!}.sofa`, spectraContent(MEASURED, driver)));
    const made = await assembled(...files);
    expect([made.taps, made.sampleRateHz, made.azimuthsDeg]).toEqual([1024, 48_000, MEASURED.azimuthsDeg]);
    // All are later by an eighth of their length; what is at their end would have come before 0.
    const turned = MEASURED.responses.map((_, at) => {
      const from = at - (at % 1024);
      return MEASURED.responses[from + ((at - from - 128 + 1024) % 1024)]!;
    });
    const peak = turned.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    // Both are stored as single floats.
    made.responses.forEach((x, at) => expect(Math.abs(x - turned[at]!)).toBeLessThan(2e-7 * peak));
  });

  it('may begin above 0 Hz and end below half the rate', async () => {
    const whole = spectraContent(MEASURED, 0);
    const bins = 513;
    // From 93.75 Hz to 20.3 kHz.
    const part = (data: Float64Array) =>
      Float64Array.from(data.filter((_, at) => at % bins >= 2 && at % bins <= 433));
    const cut = changed(
      whole,
      Object.fromEntries(
        whole.variables.map((one) => [
          one.name,
          one.dimensions.includes('B') ? { data: part(one.data) } : {},
        ]),
      ),
    );
    const file = await sofa('a.sofa', { ...cut, lengths: { ...cut.lengths, B: 432 } });
    const found = await readDriverSets([file], ['a']);
    const { taps, responses, sampleRateHz } = assembleDrivers(found, [0], 2);
    expect([taps, sampleRateHz]).toEqual([1024, 48_000]);
    const ear = (plane: Float32Array, hz: number) => {
      const terms = Array.from(plane, (x, t) => [x, (2 * Math.PI * hz * t) / 48_000] as const);
      return Math.hypot(
        terms.reduce((sum, [x, angle]) => sum + x * Math.cos(angle), 0),
        terms.reduce((sum, [x, angle]) => sum + x * Math.sin(angle), 0),
      );
    };
    for (const hz of [187.5, 1031.25, 12_000]) {
      const ratio = ear(responses.subarray(0, 1024), hz) / ear(MEASURED.responses.subarray(0, 1024), hz);
      // On bins of the FFT, as single floats.
      expect(Math.abs(ratio - 1)).toBeLessThan(1e-5);
    }
    expect(ear(responses.subarray(0, 1024), 21_000)).toBeLessThan(
      1e-6 * ear(responses.subarray(0, 1024), 1031.25),
    );
  });

  it('leave out what is above and below the plane, and add what the file says is late', async () => {
    const { azimuthsDeg, taps } = MEASURED;
    const rings = [-2, 0, 45];
    const one = aroundListenerContent(MEASURED, 0);
    const flat = one.variables.find(({ name }) => name === 'Data.IR')!.data;
    const positions = rings.flatMap((elevation) =>
      azimuthsDeg.flatMap((azimuth) => [(360 - azimuth) % 360, elevation, 2]),
    );
    const louder = rings.flatMap((_, ring) => Array.from(flat, (x) => x * (ring === 1 ? 1 : 3)));
    const content = changed(one, {
      SourcePosition: { data: Float64Array.from(positions) },
      'Data.IR': { data: Float64Array.from(louder) },
      'Data.Delay': { dimensions: ['I', 'R'], data: Float64Array.of(7) },
    });
    const file = await sofa('a.sofa', { ...content, lengths: { ...content.lengths, M: 36 } });
    const found = await readDriverSets([file], ['a']);
    expect(found.taken).toMatchObject({ directions: 12, leftOut: 24 });
    const { responses, taps: later } = assembleDrivers(found, [0], 2);
    expect(later).toBe(taps + 7);
    expect(responses.subarray(7, later)).toEqual(MEASURED.responses.subarray(0, taps));
  });

  it('come later by a part of a sample too', async () => {
    const delayed = changed(aroundListenerContent(MEASURED, 0), {
      'Data.Delay': { data: Float64Array.of(3.25) },
    });
    const found = await readDriverSets([await sofa('a.sofa', delayed)], ['a']);
    const { responses, taps } = assembleDrivers(found, [0], 2);
    // At 1.5 kHz, of the first response: its phase is 3.25 samples later.
    const angle = (plane: Float32Array) => {
      const turn = (t: number) => (2 * Math.PI * 1500 * t) / 48_000;
      const [re, im] = [Math.cos, Math.sin].map((wave) =>
        plane.reduce((sum, x, t) => sum + x * wave(turn(t)), 0),
      );
      return Math.atan2(im!, re!);
    };
    const turns =
      (angle(responses.subarray(0, taps)) - angle(MEASURED.responses.subarray(0, MEASURED.taps))) /
      (2 * Math.PI);
    const late = ((((turns * 48_000) / 1500) % 32) + 32) % 32;
    // What a shift by a part of a sample rings for is cut off at both ends.
    expect(Math.abs(late - 3.25)).toBeLessThan(1e-3);
  });

  it('are refused by file, variable and rule', async () => {
    const one = aroundListenerContent(MEASURED, 0);
    const spectra = spectraContent(MEASURED, 0);
    const hertz = spectra.variables.find(({ name }) => name === 'N')!.data;
    const positions = one.variables.find(({ name }) => name === 'SourcePosition')!.data;
    const head = sphereContent({ ...HEAD, stepDeg: 30, maxElevationDeg: 0 });
    const cases: [SofaContent, string][] = [
      [head, 'a.sofa, responses: expected 1 receiver, the microphone, where sources go around, got 2: is it a head?'],
      [changed(one, {}, { DataType: 'SOS' }), 'a.sofa, DataType: expected FIR, FIR-E, TF or TF-E, impulse responses or spectra, got SOS'],
      [changed(one, { 'Data.IR': null }), 'a.sofa, Data.IR: expected a variable of this name, got none'],
      [changed(one, { 'Data.Delay': { data: Float64Array.of(-1) } }), 'a.sofa, Data.Delay: expected 0 samples or more, got -1'],
      [changed(one, { 'Data.Delay': { data: Float64Array.of(1e9) } }), 'a.sofa, Data.IR: expected at most 65536 samples with its delay, got 1000001024'],
      [changed(one, { SourcePosition: { attributes: { Type: 'spherical', Units: 'radian, radian, metre' } } }), 'a.sofa, SourcePosition:Units: expected degrees and metres, got radian, radian, metre'],
      [changed(one, { SourcePosition: { data: positions.map((x, i) => (i % 3 === 1 ? 30 : x)) } }), 'a.sofa, positions: expected directions within 3° of the horizontal plane, got none of 12'],
      [changed(one, { SourcePosition: { data: positions.map((x, i) => (i === 5 ? 3 : x)) } }), 'a.sofa, positions: expected one distance from device to microphone, got 2 to 3 m'],
      [changed(one, { SourcePosition: { data: positions.map((x, i) => (i % 3 === 0 ? x / 2 : x)) } }), 'azimuths: expected one every 30° or less, all around, got none from 0° to -165°'],
      [changed(one, { SourcePosition: { data: positions.map((x, i) => (i === 0 ? positions[3]! : x)) } }), 'azimuths: expected one every 30° or less, all around, got none from 180° to -120°'],
      [changed(spectra, { N: { data: hertz.map((hz) => hz * hz) } }), 'a.sofa, N: expected equally spaced frequencies, to make impulse responses of, got 0, 2197.265625 Hz'],
      [changed(spectra, { N: { data: hertz.map((hz) => hz / 2) } }), 'a.sofa, N: expected frequencies up to 20000 Hz or more, got up to 12000 Hz'],
      [changed(spectra, { N: { data: hertz.map((hz) => hz + 20) } }), 'a.sofa, N: expected frequencies that are multiples of their spacing, 46.875 Hz, got 20 Hz'],
      [changed(spectra, { ReceiverPosition: null }), 'a.sofa, ReceiverPosition: expected a variable of this name, got none'],
    ]; // prettier-ignore
    for (const [content, message] of cases) {
      expect(await refusal(['a'], sofa('a.sofa', content))).toBe(message);
    }
    expect(await refusal(IDS, sofa('a.sofa', one))).toBe(
      'files: expected responses of 2 drivers, got those of 1: "a"',
    );
    const far = changed(one, { SourcePosition: { data: positions.map((x, i) => (i % 3 === 2 ? 3 : x)) } });
    expect(await refusal(IDS, sofa('a.sofa', one), sofa('b.sofa', far))).toBe(
      'b.sofa: expected microphones 2 m away, as in a.sofa, got 3 m',
    );
    const torn = sofa('a.sofa', one).then(({ name, bytes }) => ({ name, bytes: bytes.subarray(0, 5000) }));
    expect(await refusal(['a'], torn)).toMatch(/^a\.sofa, file: expected .*, got /);
    const wav = Promise.resolve({ name: 'b_az0.wav', bytes: new Uint8Array(8) });
    expect(await refusal(IDS, sofa('a.sofa', one), wav)).toBe(
      'b_az0.wav: expected a SOFA file, as others are, got another kind',
    );
  });
});
