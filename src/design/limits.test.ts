import { describe, expect, it } from 'vitest';
import type { ComplexMatrices, Device } from '../acoustics/types.ts';
import { createDesigner } from './designer.ts';
import type { DesignDocument } from './document.ts';
import { likeness, limitedBands, neighbourSpacingM, type LimitKind } from './limits.ts';
import { metricFrequencies } from './metrics.ts';
import { PRESETS } from './presets.ts';

const rows = (...values: readonly (readonly [re: number, im: number])[][]): ComplexMatrices => ({
  bins: 1,
  rows: values.length,
  columns: values[0]!.length,
  re: Float64Array.from(values.flat(), ([re]) => re),
  im: Float64Array.from(values.flat(), ([, im]) => im),
});

describe('likeness', () => {
  const a = rows([
    [1, 0],
    [0, 1],
  ]);
  it('is one for rows that are each other times a number, none for orthogonal ones', () => {
    // (j, −1) is j times (1, j); (1, −j) is orthogonal to it.
    expect(likeness(a, rows([[0, 2], [-2, 0]]))[0]).toBeCloseTo(1, 12); // prettier-ignore
    expect(likeness(a, rows([[1, 0], [0, -1]]))[0]).toBeCloseTo(0, 12); // prettier-ignore
    expect(likeness(a, rows([[0, 2], [-2, 0]], [[1, 0], [0, -1]]))[0]).toBeCloseTo(0.5, 12); // prettier-ignore
  });
});

const line = (...leftM: readonly number[]): Device => ({
  baffle: { kind: 'none' },
  drivers: leftM.map((left, i) => ({ id: String(i), positionM: [0, left, 0], radiusM: 0.01 })),
});

describe('neighbour spacing', () => {
  it('is the largest distance to a nearest neighbour that plays', () => {
    expect(neighbourSpacingM(line(0, 0.1, 0.25), 1000)).toBeCloseTo(0.15, 12);
    expect(neighbourSpacingM(line(0), 1000)).toBe(0);
    const { drivers } = line(0, 0.1, 0.25);
    const woofer = drivers.map((driver, i) => (i === 1 ? { ...driver, bandHz: [20, 500] as const } : driver));
    expect(neighbourSpacingM({ baffle: { kind: 'none' }, drivers: woofer }, 1000)).toBeCloseTo(0.25, 12);
  });
});

describe('limited bands', () => {
  const frequenciesHz = metricFrequencies();
  const device = line(0.1, -0.1);
  /** Kinds from low to high where so much is missing at so much effort of a cap of 9 dB. */
  const kindsOf = (
    missedDb: (hz: number) => number,
    effortDb: (hz: number) => number,
    alike: (hz: number) => number,
  ) =>
    limitedBands(
      {
        frequenciesHz,
        targetDb: frequenciesHz.map(() => 20),
        reachedDb: frequenciesHz.map((hz) => 20 - missedDb(hz)),
        effortDb: frequenciesHz.map(effortDb),
        maxEffortDb: 9,
        likeness: frequenciesHz.map(alike),
      },
      device,
      343,
    );
  const only = (low: number, high: number) => (hz: number) => (hz >= low && hz <= high ? 5 : 0);

  it('are none where the target is met within 1 dB', () => {
    expect(
      kindsOf(
        () => 0.9,
        () => 9,
        () => 0.9,
      ),
    ).toEqual([]);
  });

  it.each<[LimitKind, number, number, number, number]>([
    // 0.2 m are half a wavelength at 857 Hz.
    ['control-band', 40, 120, 9, 0.99],
    ['one-direction', 300, 600, 9, 0.9],
    ['effort-cap', 300, 600, 9, 0.3],
    ['exhausted', 300, 600, 4, 0.3],
    ['aliasing', 2000, 3000, 4, 0.3],
  ])('name %s', (kind, low, high, effort, alike) => {
    const bands = kindsOf(
      only(low, high),
      () => effort,
      () => alike,
    );
    expect(bands.map((band) => band.kind)).toEqual([kind]);
    const [{ lowHz, highHz, shortfallDb }] = bands as [(typeof bands)[number]];
    // To a step of the grid, 1/24 octave.
    expect(Math.abs(Math.log2(lowHz / low))).toBeLessThan(1 / 24);
    expect(Math.abs(Math.log2(highHz / high))).toBeLessThan(1 / 24);
    expect(shortfallDb).toBe(5);
  });

  it('call it aliasing where directions have become alike again, not where they never were apart', () => {
    const again = kindsOf(
      only(2000, 3000),
      () => 9,
      (hz) => (hz >= 2000 && hz <= 3000 ? 0.95 : 0.2),
    );
    expect(again.map(({ kind }) => kind)).toEqual(['aliasing']);
    const never = kindsOf(
      only(2000, 3000),
      () => 9,
      () => 0.95,
    );
    expect(never.map(({ kind }) => kind)).toEqual(['one-direction']);
  });

  it('tell of targets that ask for less than there is', () => {
    const [band] = kindsOf(
      (hz) => (hz > 500 && hz < 2000 ? -10 : 0),
      () => 0,
      () => 0,
    );
    expect(band).toMatchObject({ kind: 'below-natural', shortfallDb: -10 });
  });
});

describe('limits of designs', () => {
  it('show the hole of three caps on a sphere at ka = 3.3 as aliasing', () => {
    const { limits } = createDesigner().design(PRESETS['smart-speaker']).metrics.centre;
    const hole = limits.find(({ lowHz, highHz }) => lowHz < 2050 && highHz > 2000)!;
    expect(hole.kind).toBe('aliasing');
    expect(hole.ka!).toBeGreaterThan(3);
    expect(hole.ka!).toBeLessThan(3.6);
    expect(hole.shortfallDb).toBeGreaterThan(6);
  });

  it('are empty without targets, and name the cap where it is lowered', () => {
    const { sides, centre } = PRESETS.soundbar;
    const without: DesignDocument = {
      ...PRESETS.soundbar,
      sides: { ...sides, cancellation: null },
      centre: { beam: null },
    };
    const { metrics } = createDesigner().design(without);
    expect([metrics.sides.limits, metrics.centre.limits]).toEqual([[], []]);
    const capped: DesignDocument = {
      ...PRESETS.soundbar,
      sides: { ...sides, cancellation: { ...sides.cancellation!, maxEffortDb: 2 } },
      centre,
    };
    const kinds = createDesigner()
      .design(capped)
      .metrics.sides.limits.map(({ kind }) => kind);
    expect(kinds).toContain('effort-cap');
  });
});
