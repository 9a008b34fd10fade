import { describe, expect, it } from 'vitest';
import { brutefirBundle } from './brutefir.ts';
import { inputMixes } from './input-mix.ts';
import { brutefirSystem } from './testing/brutefir-engine.ts';
import { expectFilters } from './testing/simulate.ts';
import { bytesOf, noiseSource, textOf } from './testing/source.ts';

describe('the BruteFIR bundle', () => {
  it.each([
    ['three-channel', 'adaptive'],
    ['stereo', 'adaptive'],
    ['stereo', 'off'],
  ] as const)('is the filter matrix: %s, upmix %s', (name, kind) => {
    const source = noiseSource(kind);
    const bundle = brutefirBundle(source);
    const mix = inputMixes(source.document).find((one) => one.name === name)!;
    const system = brutefirSystem(textOf(bundle, `soundstage-${name}.conf`), (file, skip, count) => {
      const view = bytesOf(bundle, file);
      return Float64Array.from({ length: count }, (_, t) => view.getFloat32(skip + 4 * t, true));
    });
    expectFilters(system, source, mix);
  });

  it.each([
    [256, '256'],
    [4096, '256,16'],
  ])('cuts %i taps into parts', (taps, length) => {
    const source = noiseSource();
    const firs = new Float32Array(15 * taps).fill(1e-3);
    const text = textOf(
      brutefirBundle({ ...source, drivers: { ...source.drivers, taps, firs } }),
      'soundstage-stereo.conf',
    );
    expect(text).toContain(`\nfilter_length: ${length};\n`);
  });
});
