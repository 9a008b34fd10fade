import { describe, expect, it } from 'vitest';
import { camillaBundle } from './camilladsp.ts';
import { inputMixes } from './input-mix.ts';
import { camillaSystem, checkConfig } from './testing/camilladsp-engine.ts';
import type { CamillaConfig, ReadChannel } from './testing/camilladsp-engine.ts';
import { expectFilters } from './testing/simulate.ts';
import { bytesOf, noiseSource, readWav, textOf } from './testing/source.ts';
import { readYaml } from './testing/yaml-reader.ts';

describe('the CamillaDSP bundle', () => {
  it.each([
    ['three-channel', 'adaptive'],
    ['stereo', 'adaptive'],
    ['stereo', 'off'],
  ] as const)('keeps the program’s rules and is the filter matrix: %s, upmix %s', (name, kind) => {
    const source = noiseSource(kind);
    const bundle = camillaBundle(source);
    const config = readYaml(textOf(bundle, `soundstage-${name}.yml`)) as unknown as CamillaConfig;
    const read: ReadChannel = (filename, channel) => {
      const { planes, sampleRateHz } = readWav(bytesOf(bundle, filename));
      expect(sampleRateHz).toBe(config.devices.samplerate);
      return planes[channel]!;
    };
    checkConfig(config, read);
    expect(config.title).toBe(`Soundstage: ${source.document.name}`);
    const mix = inputMixes(source.document).find((one) => one.name === name)!;
    expectFilters(camillaSystem(config, read), source, mix);
  });

  it('is refused by the same rules once a name or a channel is wrong', () => {
    const text = textOf(camillaBundle(noiseSource()), 'soundstage-stereo.yml');
    const check = (broken: string) =>
      checkConfig(readYaml(broken) as unknown as CamillaConfig, () => Float64Array.of(1));
    expect(() => check(text)).not.toThrow();
    expect(() => check(text.replace('names: ["C to driver 5"]', 'names: ["C to driver 6"]'))).toThrow(
      'exists',
    );
    expect(() => check(text.replace('out: 15', 'out: 14'))).toThrow('destinations exist');
    expect(() =>
      check(text.replace('type: Stdout\n    channels: 5', 'type: Stdout\n    channels: 4')),
    ).toThrow('playback has 5 channels');
    expect(() => check(text.replace('chunksize', 'chunk_size'))).toThrow('unknown chunk_size');
  });
});
