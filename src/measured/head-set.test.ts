import { describe, expect, it } from 'vitest';
import { writeSofa, type SofaContent } from '../export/sofa-writer.ts';
import { readHeadSet } from './head-set.ts';
import { LARGEST_SOFA_BYTES, readSofa, refuseTooLarge } from './sofa-file.ts';
import { changed, HEAD, sphereContent, TAPS } from './testing/sphere-sofa.ts';

const CONTENT = sphereContent({ ...HEAD, stepDeg: 30, maxElevationDeg: 0 });
const COUNT = 12;

const refusalOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    readHeadSet(await readSofa(bytes), 'file');
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
};
const refusal = async (content: SofaContent) => refusalOf(await writeSofa(content));
const dataOf = (name: string) => CONTENT.variables.find((one) => one.name === name)!.data;

describe('a head file that cannot be used', () => {
  it('is refused by variable, rule and what was found', async () => {
    const cases: [SofaContent, string][] = [
      [changed(CONTENT, {}, { DataType: 'SOS' }), 'DataType: expected FIR, impulse responses, got SOS'],
      [changed(CONTENT, { 'Data.IR': null }), 'Data.IR: expected a variable of this name, got none'],
      [
        changed(CONTENT, {
          'Data.IR': { dimensions: ['M', 'I', 'N'], data: new Float64Array(COUNT * TAPS) },
        }),
        'Data.IR: expected 2 receivers, left and right ear, got 1',
      ],
      [
        changed(CONTENT, {
          'Data.IR': { dimensions: ['C', 'R', 'N'], data: new Float64Array(3 * 2 * TAPS) },
        }),
        'Data.IR: expected at least 4 directions, got 3',
      ],
      [
        changed(CONTENT, { 'Data.SamplingRate': { data: Float64Array.of(16_000) } }),
        'Data.SamplingRate: expected 40000 Hz or more, got 16000 Hz',
      ],
      [
        changed(CONTENT, { 'Data.SamplingRate': { attributes: { Units: 'kilohertz' } } }),
        'Data.SamplingRate: expected hertz, got kilohertz',
      ],
      [
        changed(CONTENT, { 'Data.IR': { data: dataOf('Data.IR').map((x, i) => (i === 99 ? NaN : x)) } }),
        'Data.IR: expected finite numbers, got some that are none',
      ],
      [
        changed(CONTENT, { SourcePosition: { dimensions: ['R', 'C'], data: new Float64Array(6) } }),
        'SourcePosition: expected [12 × 3] or [1 × 3], got [2 × 3]',
      ],
      [
        changed(CONTENT, { SourcePosition: { attributes: { Type: 'spherical harmonics' } } }),
        'SourcePosition:Type: expected "cartesian" or "spherical", got spherical harmonics',
      ],
      [
        changed(CONTENT, {
          SourcePosition: { data: dataOf('SourcePosition').map((x, i) => (i === 5 ? 0 : x)) },
        }),
        "SourcePosition[1]: expected at least 0.1 m from the head's centre, got 0 m",
      ],
      [
        changed(CONTENT, { 'Data.Delay': { dimensions: ['I', 'C'], data: new Float64Array(3) } }),
        'Data.Delay: expected samples, [12 × 2] or [1 × 2], got [1 × 3]',
      ],
    ];
    for (const [content, message] of cases) expect(await refusal(content)).toBe(message);
    expect(await refusal(CONTENT)).toBe('accepted');
  });

  it('is refused as what it is when it is empty, another format, cut short or too large', async () => {
    const whole = await writeSofa(CONTENT);
    const other = 'file: expected a SOFA file, which is HDF5, got ';
    expect(await refusalOf(new Uint8Array())).toBe(`${other}an empty one`);
    expect(await refusalOf(new TextEncoder().encode('RIFF....WAVE'))).toBe(
      `${other}one that begins otherwise`,
    );
    for (const bytes of [100, 3000, Math.floor(whole.length / 2), whole.length - 100]) {
      expect(await refusalOf(whole.slice(0, bytes))).toBe(
        `file: expected all of its ${whole.length} bytes, got only the first ${bytes}`,
      );
    }
    const broken = whole.slice();
    broken.fill(0xff, 8, 96);
    for (const bytes of [whole.slice(0, 8), broken]) {
      expect(await refusalOf(bytes)).toMatch(/^file: expected a whole HDF5 file, got a broken one: \S/);
    }
    expect(() => refuseTooLarge(LARGEST_SOFA_BYTES + 1)).toThrow(
      `size: expected at most ${LARGEST_SOFA_BYTES} bytes, got ${LARGEST_SOFA_BYTES + 1}`,
    );
    // What was refused leaves nothing behind that the next one meets.
    expect(await refusalOf(whole)).toBe('accepted');
  });
});
