import { describe, expect, it } from 'vitest';
import { DesignError } from './design-error.ts';
import smartSpeaker from './presets/smart-speaker.json' with { type: 'json' };
import { PRESETS } from './presets.ts';
import { parseDesign, parseDesignText } from './schema.ts';

type Json = Record<string, unknown>;

/** The preset with one value changed (or, for `undefined`, a field removed) at a path. */
function changed(path: readonly (string | number)[], value: unknown): Json {
  const copy = structuredClone(smartSpeaker) as Json;
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  if (value === undefined) Reflect.deleteProperty(at, path.at(-1)!);
  else at[path.at(-1)!] = value;
  return copy;
}

function refusalOf(run: () => unknown): DesignError {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(DesignError);
    return error as DesignError;
  }
  throw new Error('was accepted');
}

describe('design schema', () => {
  it.each(Object.entries(PRESETS))(
    'reads the preset %s unchanged, its fields in the same order',
    (_id, preset) => {
      expect(JSON.stringify(parseDesign(preset))).toBe(JSON.stringify(preset));
    },
  );

  const refusals: [path: (string | number)[], value: unknown, message: string][] = [
    [['device', 'drivers', 2, 'radiusM'], -1, 'device.drivers[2].radiusM: expected a number > 0, got -1'],
    [
      ['device', 'drivers', 0, 'radiusM'],
      'wide',
      'device.drivers[0].radiusM: expected a number > 0, got "wide"',
    ],
    [['name'], undefined, 'name: expected a value, got nothing'],
    [['colour'], 'red', 'colour: expected no such field, got "red"'],
    [['listener', 'nose'], 1, 'listener.nose: expected no such field, got 1'],
    [['filterTaps'], 2000, 'filterTaps: expected a power of two from 256 to 16384, got 2000'],
    [['sampleRateHz'], 8000, 'sampleRateHz: expected a rate from 44100 to 192000, got 8000'],
    [['speedOfSoundMps'], NaN, 'speedOfSoundMps: expected a number > 0, got NaN'],
    [['device', 'drivers'], [], 'device.drivers: expected a list of 1 to 32 drivers, got []'],
    [['device', 'drivers', 1, 'id'], 'left', 'device.drivers[1].id: expected an id of its own, got "left"'],
    [
      ['device', 'drivers', 1, 'positionM'],
      [0.1, 0, 0],
      'device.drivers[1].positionM: expected a point on the sphere, 0.09 m from its centre within 1 mm, got [0.1,0,0]',
    ],
    [
      ['device', 'baffle', 'kind'],
      'horn',
      'device.baffle.kind: expected "none", "rigid-sphere", "infinite-plane" or "measured", got "horn"',
    ],
    [
      ['sides', 'cancellation', 'targetGainDb', 1, 0],
      100,
      'sides.cancellation.targetGainDb[1][0]: expected a frequency above 200, points ascending, got 100',
    ],
    [
      ['listener', 'positionM'],
      [0, 0, 1],
      'listener.positionM: expected a point beside the device: the head faces it, got [0,0,1]',
    ],
    [
      ['listener', 'positionM'],
      [0.15, 0, 0],
      'listener.positionM: expected a head outside the baffle, got [0.15,0,0]',
    ],
    [
      ['centre', 'beam', 'nullWidthDeg'],
      400,
      'centre.beam.nullWidthDeg: expected a width from 0 to 180 degrees, got 400',
    ],
    [
      ['centre', 'beam', 'nullDetails'],
      [{ widthDeg: 20 }],
      'centre.beam.nullDetails: expected 2 entries, one for each null azimuth, got 1',
    ],
    [
      ['centre', 'beam', 'nullDetails'],
      [{}, { extraDepthDb: 99 }],
      'centre.beam.nullDetails[1].extraDepthDb: expected a number from -60 to 60, got 99',
    ],
    [
      ['centre', 'beam', 'windowDeg'],
      180,
      'centre.beam.windowDeg: expected an angle from 5 to 120 degrees, got 180',
    ],
    [
      ['sides', 'cancellation', 'sideNulls'],
      { nullAzimuthsDeg: [120], nullWidthDeg: 10, nullDetails: [{ shape: 'square' }] },
      'sides.cancellation.sideNulls.nullDetails[0].shape: expected "flat" or "raised-cosine", got "square"',
    ],
  ];
  it.each(refusals)('refuses %j = %j by name, rule and value', (path, value, message) => {
    const refusal = refusalOf(() => parseDesign(changed(path, value)));
    expect(refusal.message).toBe(message);
    expect(message.startsWith(`${refusal.field}:`)).toBe(true);
  });

  it('refuses a driver in the head', () => {
    const design = changed(['device'], {
      baffle: { kind: 'none' },
      drivers: [{ id: 'a', positionM: [1.95, 0, 0], radiusM: 0.02 }],
    });
    expect(refusalOf(() => parseDesign(design)).message).toBe(
      'listener.positionM: expected a head clear of driver "a", more than 0.0875 m away, got [2,0,0]',
    );
  });

  it('refuses a head around the centre of the device, which no real loudspeakers could stand in for', () => {
    const drivers = ['a', 'b'].map((id, i) => ({ id, positionM: [0, 0.3 - 0.6 * i, 0], radiusM: 0.02 }));
    const design = changed(['device'], { baffle: { kind: 'none' }, drivers });
    (design['listener'] as Json)['positionM'] = [0.05, 0, 0];
    expect(refusalOf(() => parseDesign(design)).message).toBe(
      "listener.positionM: expected a head clear of the device's centre, more than 0.0875 m away, got [0.05,0,0]",
    );
  });

  it('refuses drivers that reach into each other, and says how far', () => {
    const drivers = [0, 0.036].map((left, at) => ({ id: 'ab'[at], positionM: [0, left, 0], radiusM: 0.02 }));
    const design = changed(['device'], { baffle: { kind: 'none' }, drivers });
    expect(refusalOf(() => parseDesign(design)).message).toBe(
      'device.drivers[1].positionM: expected a place clear of driver "a", overlaps by 4 mm, got [0,0.036,0]',
    );
  });

  it('accepts a listener behind the device', () => {
    expect(parseDesign(changed(['listener', 'positionM'], [-2, 0, 0])).listener.positionM[0]).toBe(-2);
  });

  it('tells another version kindly', () => {
    const refusal = refusalOf(() => parseDesign(changed(['version'], 2)));
    expect(refusal.code).toBe('unsupported-version');
    expect(refusal.message).toContain('made by a newer Soundstage');
  });

  it('names the file of a text that is no JSON, or no design', () => {
    expect(refusalOf(() => parseDesignText('{', 'a.json')).message).toMatch(
      /^a\.json: expected a JSON design document/,
    );
    expect(refusalOf(() => parseDesignText('[]', 'a.json')).message).toMatch(/^a\.json: /);
    expect(parseDesignText(JSON.stringify(smartSpeaker))).toEqual(smartSpeaker);
  });
});
