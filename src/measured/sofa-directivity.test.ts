import { expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import { sofaBundle } from '../export/sofa.ts';
import { fileOf, noiseSource } from '../export/testing/source.ts';
import { sofaDirections } from './sofa-directivity.ts';
import { readSofa } from './sofa-file.ts';

it('the drivers of an exported file are on the side of the audience that they are on in the design', async () => {
  const source = noiseSource();
  const { drivers } = PRESETS.laptop.device;
  const bundle = await sofaBundle({
    document: { ...source.document, device: PRESETS.laptop.device },
    drivers: { ...source.drivers, outputs: drivers.length },
  });
  const file = await readSofa(fileOf(bundle, 'filters.sofa') as Uint8Array);
  const { reading, inPlane } = sofaDirections(file, 1, drivers.length);
  expect(reading).toBe('microphones-around');
  const sides = drivers.map(({ positionM: [, left] }) => Math.sign(left));
  expect(inPlane.map(({ azimuthDeg }) => Math.sign(azimuthDeg))).toEqual(sides);
  expect(new Set(sides)).toEqual(new Set([1, -1]));
});
