import { describe, expect, it } from 'vitest';
import type { FilterSet } from '../design/filter-set.ts';
import { bundleReadme } from './bundle-readme.ts';
import { EXPORT_FORMATS, exportBundle } from './bundles.ts';
import { headroomDb, peakGains } from './headroom.ts';
import { inputMixes, mixedSet } from './input-mix.ts';
import { bytesOf, noiseSource, readWav, textOf } from './testing/source.ts';

describe('headroom', () => {
  it('is what the worst signal needs and no more than its rounding above', () => {
    const source = noiseSource();
    for (const mix of inputMixes(source.document)) {
      const set = mixedSet(source.drivers, mix);
      const gain = 10 ** (-headroomDb(set) / 20);
      // At full scale, each sample with the sign of the tap it will meet.
      const peaks = Array.from({ length: set.outputs }, (_, output) => {
        let peak = 0;
        for (let input = 0; input < set.inputs; input++) {
          for (let t = 0; t < set.taps; t++) {
            const tap = set.firs[(input * set.outputs + output) * set.taps + t]!;
            peak += gain * tap * Math.sign(tap);
          }
        }
        return peak;
      });
      expect(Math.max(...peaks)).toBeLessThanOrEqual(1);
      expect(Math.max(...peaks)).toBeGreaterThan(10 ** (-0.011 / 20));
    }
  });

  it('is none for filters that cannot pass full scale', () => {
    const firs = new Float32Array(256);
    firs[128] = 0.5;
    const set: FilterSet = {
      inputs: 1,
      outputs: 1,
      taps: 256,
      sampleRateHz: 48000,
      latencySamples: 128,
      firs,
    };
    expect(headroomDb(set)).toBe(0);
    // One tap passes every frequency alike; Float64.
    expect(peakGains(set).sineDb).toBeCloseTo(20 * Math.log10(0.5), 9);
    expect(peakGains(set).anySignalDb).toBeCloseTo(20 * Math.log10(0.5), 9);
  });
});

describe('every bundle', () => {
  it.each(EXPORT_FORMATS)('%s says its channel order, rate, latency, levels and polarity', async (format) => {
    const source = noiseSource();
    const bundle = await exportBundle(format, source);
    const readme = textOf(bundle, 'README.txt');
    source.document.device.drivers.forEach(({ id }, i) =>
      expect(readme).toContain(`${i + 1}  ${id.replace('\n', ' ')}  [`),
    );
    expect(readme).toContain('48000 Hz');
    expect(readme).toContain('128 samples (2.67 ms)');
    expect(readme).toMatch(/\nLevels\n.+ dB/s);
    expect(readme).toContain('\nPolarity\n');
    for (const { name } of bundle) if (name !== 'README.txt') expect(readme).toContain(`  ${name}: `);
    expect(new Set(bundle.map(({ name }) => name)).size).toBe(bundle.length);
  });

  it('states the attenuation that its configurations have', async () => {
    const source = noiseSource();
    const [three, stereo] = inputMixes(source.document).map((mix) =>
      headroomDb(mixedSet(source.drivers, mix)).toFixed(2),
    );
    const readme = bundleReadme(source, {
      title: 't',
      files: [],
      steps: [],
      mixes: inputMixes(source.document),
    });
    expect(readme).toContain(`Attenuated by ${three} dB`);
    expect(readme).toContain(`Attenuated by ${stereo} dB`);
    const apo = await exportBundle('equalizer-apo', source);
    expect(textOf(apo, 'soundstage-stereo.txt')).toContain(`Preamp: -${stereo} dB`);
    const brutefir = await exportBundle('brutefir', source);
    expect(textOf(brutefir, 'soundstage-three-channel.conf')).toContain(`/${three};`);
  });

  it('says what was measured, and nothing where nothing was', () => {
    const source = noiseSource();
    const words = { title: 't', files: [], steps: [] };
    expect(bundleReadme(source, words)).not.toContain('Measured');
    const plant = { name: 'My\ndesk', sha256: 'ab'.repeat(32) };
    const document = { ...source.document, plant };
    const readme = bundleReadme({ ...source, document }, words);
    expect(readme).toMatch(
      /\nMeasured\n {2}Left and right .* measured in place: "My desk"\n {2}\(SHA-256 abab/,
    );
  });

  it('has WAV files with a channel per driver', async () => {
    const source = noiseSource();
    const { firs, taps } = source.drivers;
    const bundle = await exportBundle('wav', source);
    ['L', 'R', 'C'].forEach((input, i) => {
      const { planes, sampleRateHz } = readWav(bytesOf(bundle, `filters-${input}.wav`));
      expect(sampleRateHz).toBe(48000);
      planes.forEach((plane, driver) => {
        const start = (5 * i + driver) * taps;
        expect(Array.from(plane)).toEqual(Array.from(firs.subarray(start, start + taps)));
      });
    });
  });
});
