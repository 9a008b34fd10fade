import { describe, expect, it } from 'vitest';
import { createDesigner } from '../design/designer.ts';
import { MAP_AZIMUTHS_DEG, MAP_FREQUENCIES_HZ } from '../design/map-axes.ts';
import { polarField } from '../design/polar-map.ts';
import { PRESETS } from '../design/presets.ts';
import { STAGE_BANDS_HZ } from '../protocol/stage-bands.ts';
import { stageBeams } from './stage-beams.ts';

const BANDS = STAGE_BANDS_HZ.length;

describe('stageBeams', () => {
  const document = PRESETS.laptop;
  const { spatial, original } = createDesigner({ remember: false }).design(document);
  const beamsOf = (set: typeof spatial.drivers) =>
    stageBeams(polarField(document, set, MAP_AZIMUTHS_DEG, MAP_FREQUENCIES_HZ));
  const azimuths = MAP_AZIMUTHS_DEG.length;

  it('has in its bands what it has over all of them', () => {
    const { levelDb, bandPowers } = beamsOf(spatial.drivers);
    const mean = (input: number, a: number) =>
      STAGE_BANDS_HZ.reduce((sum, _, b) => sum + bandPowers[(input * BANDS + b) * azimuths + a]!, 0) / BANDS;
    const decibels = [0, 1, 2].flatMap((input) =>
      MAP_AZIMUTHS_DEG.map((_, a) => 10 * Math.log10(mean(input, a))),
    );
    const loudestDb = Math.max(...decibels);
    // Bands have four frequencies, some of them a fifth.
    decibels.forEach((db, i) => {
      if (levelDb[i]! > -20) expect(Math.abs(db - loudestDb - levelDb[i]!)).toBeLessThan(0.7);
    });
  });

  it('is mirrored from left to right, as the laptop is', () => {
    const { bandPowers } = beamsOf(spatial.drivers);
    for (let b = 0; b < BANDS; b++) {
      for (let a = 0; a < azimuths; a++) {
        const left = bandPowers[b * azimuths + a]!;
        const right = bandPowers[(BANDS + b + 1) * azimuths - 1 - a]!;
        // Float32.
        expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-4 * Math.max(left, right) + 1e-7);
      }
    }
  });

  it('of the original is a driver’s own: the same in every direction and band for one in free air', () => {
    const { bandPowers } = beamsOf(original.drivers);
    const side = bandPowers.subarray(0, BANDS * azimuths);
    // The driver is off the middle: its distance to the circle changes by 12 cm in 55.
    const spreadDb = 10 * Math.log10(Math.max(...side) / Math.min(...side));
    expect(spreadDb).toBeLessThan(5);
  });
});
