import { describe, expect, it } from 'vitest';
import { equalizerApoBundle } from './equalizer-apo.ts';
import { inputMixes } from './input-mix.ts';
import { runApo } from './testing/apo-engine.ts';
import { expectFilters } from './testing/simulate.ts';
import { bytesOf, noiseSource, readWav, textOf } from './testing/source.ts';

/** Channels of a 7.1 device in Windows' order: more than the five drivers need. */
const DEVICE = ['L', 'R', 'C', 'SUB', 'RL', 'RR', 'SL', 'SR'];

describe('the Equalizer APO bundle', () => {
  it.each([
    ['three-channel', 'adaptive'],
    ['stereo', 'adaptive'],
    ['stereo', 'off'],
  ] as const)('is the filter matrix on the first channels of the device: %s, upmix %s', (name, kind) => {
    const source = noiseSource(kind);
    const bundle = equalizerApoBundle(source);
    const mix = inputMixes(source.document).find((one) => one.name === name)!;
    const text = textOf(bundle, `soundstage-${name}.txt`);
    expectFilters(
      (inputs) => {
        const device = DEVICE.map((channel): [string, Float64Array] => [
          channel,
          inputs[mix.channels.indexOf(channel)] ?? new Float64Array(1),
        ]);
        const heard = runApo(text, device, (file) => readWav(bytesOf(bundle, file)).planes);
        for (const silent of heard.slice(5)) expect(silent.every((x) => x === 0)).toBe(true);
        return heard.slice(0, 5);
      },
      source,
      mix,
    );
  });
});
