import { describe, expect, it } from 'vitest';
import { DesignError } from './design-error.ts';
import { PRESETS } from './presets.ts';
import { acousticOrder, combinationAt, combinationCount, parseSweep } from './sweep.ts';
import { SWEEP_PARAMETERS } from './sweep-parameters.ts';

const SPEC = {
  format: 'soundstage-sweep',
  version: 1,
  name: 'Widths',
  design: PRESETS.soundbar,
  ranges: {
    cancellationGainDb: [10, 15],
    spacingM: { from: 0.1, to: 0.3, steps: 3 },
    distanceM: [1.5],
  },
};

describe('a sweep', () => {
  it('is every combination once, the last range fastest', () => {
    const sweep = parseSweep(SPEC);
    expect(combinationCount(sweep)).toBe(6);
    const all = Array.from({ length: 6 }, (_, index) => combinationAt(sweep, index));
    expect(all.map(({ values }) => values)).toEqual([
      [10, 0.1, 1.5],
      [10, 0.2, 1.5],
      [10, 0.3, 1.5],
      [15, 0.1, 1.5],
      [15, 0.2, 1.5],
      [15, 0.3, 1.5],
    ]);
    expect(all.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
    const { document } = all[4]!;
    expect(document.sides.cancellation!.targetGainDb).toEqual([[1000, 15]]);
    expect(document.listener.positionM).toEqual([1.5, 0, 0]);
    expect({ ...document, device: 0, listener: 0, sides: 0 }).toEqual({
      ...PRESETS.soundbar,
      device: 0,
      listener: 0,
      sides: 0,
    });
  });

  it('is run with what shares its acoustics together', () => {
    const sweep = parseSweep(SPEC);
    const order = acousticOrder(sweep);
    expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    const spacings = order.map((index) => combinationAt(sweep, index).values[1]);
    expect(spacings).toEqual([0.1, 0.1, 0.2, 0.2, 0.3, 0.3]);
  });

  it.each([
    [{}, 'format: expected a value, got nothing'],
    [null, 'sweep: expected an object with format, version, name, design, ranges'],
    [
      { ...SPEC, format: 'soundstage-design' },
      'format: expected "soundstage-sweep", got "soundstage-design"',
    ],
    [{ ...SPEC, speed: 1 }, 'speed: expected no such field, got 1'],
    [
      { ...SPEC, design: { ...PRESETS.soundbar, filterTaps: 1000 } },
      'design.filterTaps: expected a power of two',
    ],
    [{ ...SPEC, design: 7 }, 'design: expected an object, got 7'],
    [{ ...SPEC, ranges: {} }, 'ranges: expected at least one range, got {}'],
    [{ ...SPEC, ranges: { distance: [1] } }, 'ranges.distance: expected one of spacingM, '],
    [
      { ...SPEC, ranges: { distanceM: 1 } },
      'ranges.distanceM: expected a list of numbers, or { "from", "to", "steps" }, got 1',
    ],
    [{ ...SPEC, ranges: { distanceM: [] } }, 'ranges.distanceM: expected at least one value, got []'],
    [{ ...SPEC, ranges: { distanceM: [1, '2'] } }, 'ranges.distanceM[1]: expected a number, got "2"'],
    [
      { ...SPEC, ranges: { distanceM: [1, 2, 1] } },
      'ranges.distanceM[2]: expected a value of its own, got 1',
    ],
    [
      { ...SPEC, ranges: { distanceM: { from: 1, to: 2, steps: 1 } } },
      'ranges.distanceM.steps: expected a whole number >= 2, got 1',
    ],
    [
      { ...SPEC, ranges: { distanceM: { from: 1, steps: 3 } } },
      'ranges.distanceM.to: expected a value, got nothing',
    ],
    [
      { ...SPEC, ranges: { sphereRadiusM: [0.1] } },
      'ranges.sphereRadiusM: expected a quantity that the design has',
    ],
    [
      {
        ...SPEC,
        ranges: { distanceM: { from: 1, to: 2, steps: 400 }, spacingM: { from: 0.1, to: 0.2, steps: 400 } },
      },
      'ranges: expected at most 100000 combinations, got 160000',
    ],
  ])('is refused by field: %#', (value, message) => {
    expect(() => parseSweep(value)).toThrow(DesignError);
    expect(() => parseSweep(value)).toThrow(message);
  });

  it('names the combination that breaks a rule of the design', () => {
    const sweep = parseSweep({ ...SPEC, ranges: { driverRadiusM: [0.01, -0.01] } });
    expect(() => combinationAt(sweep, 1)).toThrow(
      'with driverRadiusM -0.01: device.drivers[0].radiusM: expected a number > 0, got -0.01',
    );
  });
});

describe('every quantity of a sweep', () => {
  /** A value that each design accepts and none of them has. */
  const VALUES: Readonly<Record<string, number>> = {
    // Two drivers lie half of it to each side.
    spacingM: 0.062,
    sphereRadiusM: 0.11,
    driverRadiusM: 0.013,
    distanceM: 1.7,
    headRadiusM: 0.081,
    filterTaps: 512,
    virtualSpeakerAzimuthDeg: 37,
    cancellationGainDb: 13,
    cancellationEffortDb: 7.5,
    beamGainDb: 9,
    beamEffortDb: 4.5,
    nullWidthDeg: 33,
  };

  it.each(Object.keys(SWEEP_PARAMETERS))('%s changes the design to one that is accepted', (name) => {
    const design = name === 'spacingM' ? PRESETS.laptop : PRESETS['smart-speaker'];
    const sweep = parseSweep({ ...SPEC, design, ranges: { [name]: [VALUES[name]] } });
    const { document } = combinationAt(sweep, 0);
    expect(document).not.toEqual(design);
    expect(JSON.stringify(document)).toContain(name === 'spacingM' ? '0.031' : String(VALUES[name]));
  });

  it('spacing keeps left and right, however the drivers are listed', () => {
    const drivers = [-0.3, 0.2, 0, 0.5].map((left, i) => ({
      id: `${i}`,
      positionM: [0.01 * i, left, 0.02] as const,
      radiusM: 0.02,
    }));
    const device = { baffle: { kind: 'none' as const }, drivers };
    const spaced = SWEEP_PARAMETERS['spacingM']!.apply({ ...PRESETS.soundbar, device }, 0.1)!;
    const lefts = spaced.device.drivers.map(({ positionM }) => positionM[1]);
    [-0.15, 0.05, -0.05, 0.15].forEach((left, i) => expect(lefts[i]).toBeCloseTo(left, 12));
    spaced.device.drivers.forEach(({ positionM }, i) =>
      expect([positionM[0], positionM[2]]).toEqual([0.01 * i, 0.02]),
    );
  });

  it('the radius of a sphere keeps the drivers’ directions', () => {
    const design = PRESETS['smart-speaker'];
    const { device } = SWEEP_PARAMETERS['sphereRadiusM']!.apply(design, 0.18)!;
    device.drivers.forEach(({ positionM }, i) =>
      positionM.forEach((x, axis) =>
        expect(x).toBeCloseTo(2 * design.device.drivers[i]!.positionM[axis]!, 12),
      ),
    );
  });
});
