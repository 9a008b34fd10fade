import { File, ready } from 'h5wasm';
import { describe, expect, it } from 'vitest';
import { sofaBundle } from './sofa.ts';
import { fileOf, noiseSource } from './testing/source.ts';

/** Dimensions of every variable as the convention has them. */
const DIMENSIONS: Readonly<Record<string, string>> = {
  ListenerPosition: 'IC',
  SourcePosition: 'IC',
  ReceiverPosition: 'RCI',
  EmitterPosition: 'ECI',
  'Data.IR': 'MRNE',
  'Data.SamplingRate': 'I',
  'Data.Delay': 'MRE',
};

describe('the SOFA bundle', () => {
  it('is a GeneralFIR-E file that holds every filter', async () => {
    const source = noiseSource();
    const { firs, taps, outputs, inputs } = source.drivers;
    const bundle = await sofaBundle(source, new Date('2026-01-31T12:00:00Z'));
    const { FS } = await ready;
    FS.writeFile('/read.sofa', fileOf(bundle, 'filters.sofa') as Uint8Array);
    const file = new File('/read.sofa', 'r');
    const text = (name: string) => file.attrs[name]?.value;
    expect(text('Conventions')).toBe('SOFA');
    expect(text('Version')).toBe('2.1');
    expect(text('SOFAConventions')).toBe('GeneralFIR-E');
    expect(text('SOFAConventionsVersion')).toBe('2.0');
    expect(text('DataType')).toBe('FIR-E');
    expect(text('DateCreated')).toBe('2026-01-31 12:00:00');
    expect(text('Title')).toBe('Five "drivers": # of noise in two lines');
    expect(text('Comment')).toContain("it's ½");

    const lengths: Readonly<Record<string, number>> = { I: 1, C: 3, M: 1, R: outputs, N: taps, E: inputs };
    for (const [name, dimensions] of Object.entries(DIMENSIONS)) {
      const dataset = file.get(name)!;
      expect([...dataset.shape]).toEqual([...dimensions].map((letter) => lengths[letter]));
      [...dimensions].forEach((letter, i) => expect(dataset.get_attached_scales(i)).toEqual([`/${letter}`]));
    }
    const values = (name: string) => Array.from(file.get(name)!.value as Float64Array);
    expect(values('Data.SamplingRate')).toEqual([48000]);
    expect(values('Data.Delay').every((x) => x === 0)).toBe(true);
    // Right-handed: the audience's left is where a device that looks at them has its right.
    expect(values('ReceiverPosition')).toEqual(
      source.document.device.drivers.flatMap(({ positionM: [front, left, up] }) => [front, 0 - left, up]),
    );
    expect(file.get('ReceiverPosition')!.attrs['Units']?.value).toBe('metre');
    const responses = file.get('Data.IR')!.value as Float64Array;
    const expected = Float64Array.from(responses, (_, i) => {
      const [input, t, driver] = [i % inputs, Math.floor(i / inputs) % taps, Math.floor(i / inputs / taps)];
      return firs[(input * outputs + driver) * taps + t]!;
    });
    expect(responses).toEqual(expected);
    file.close();
    FS.unlink('/read.sofa');
  });
});
