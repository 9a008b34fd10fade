import { describe, expect, it } from 'vitest';
import { designCentre } from './centre-column.ts';
import type { BeamTarget, DesignDocument, NullSet } from './document.ts';
import { horizontalTransfers } from './directivity.ts';
import { computeGeometry } from './geometry.ts';
import { multiply, stackRows, takeRow } from './matrices.ts';
import { noMemo } from './memo.ts';
import { areEven, nullRows } from './nulls.ts';
import { PRESETS } from './presets.ts';
import { designSides } from './side-columns.ts';

const soundbar = PRESETS.soundbar;
const BAND = Float64Array.of(400, 600, 900, 1300);

describe('rows of nulls', () => {
  it('all count alike where nulls have nothing of their own', () => {
    const rows = nullRows({ nullAzimuthsDeg: [90, -90], nullWidthDeg: 20 });
    expect(rows.map(({ azimuthDeg }) => azimuthDeg)).toEqual([80, 85, 90, 95, 100, -100, -95, -90, -85, -80]);
    expect(rows.every(({ weight }) => weight === 1)).toBe(true);
    expect(areEven(rows)).toBe(true);
  });

  it('let a narrow null count as much as a wide one, times its own depth', () => {
    const rows = nullRows({
      nullAzimuthsDeg: [90, -60],
      nullWidthDeg: 40,
      nullDetails: [{ shape: 'raised-cosine' }, { widthDeg: 0, extraDepthDb: 10 }],
    });
    const wide = rows.slice(0, -1);
    const sum = (weights: readonly { weight: number }[]) =>
      weights.reduce((all, { weight }) => all + weight, 0);
    expect(sum(rows.slice(-1)) / sum(wide)).toBeCloseTo(10, 10);
    // The middle most, the edges least, both sides alike.
    const weights = wide.map(({ weight }) => weight);
    expect(Math.max(...weights)).toBe(weights[4]);
    expect(Math.min(...weights)).toBeGreaterThan(0);
    wide.forEach(({ weight }, i) => expect(weight).toBeCloseTo(wide[wide.length - 1 - i]!.weight, 10));
    expect(areEven(rows)).toBe(false);
  });
});

/** Level of the soundbar's centre towards azimuths relative to the axis, dB, for each of the frequencies. */
function beamLevels(change: Partial<BeamTarget>, azimuthsDeg: readonly number[]): number[][] {
  const beam: BeamTarget = {
    ...soundbar.centre.beam!,
    targetGainDb: [[100, 15]],
    maxEffortDb: 12,
    nullWidthDeg: 0,
    ...change,
  };
  const document: DesignDocument = { ...soundbar, centre: { beam } };
  const filters = designCentre(beam, computeGeometry(document, BAND, noMemo));
  return levels(multiply(horizontalTransfers(document, [0, ...azimuthsDeg], BAND), filters));
}

/** Levels of all rows but the first, relative to it. */
function levels(field: ReturnType<typeof multiply>): number[][] {
  const power = (bin: number, row: number): number => {
    const at = bin * field.rows + row;
    return field.re[at]! ** 2 + field.im[at]! ** 2;
  };
  return Array.from({ length: field.bins }, (_, bin) =>
    Array.from(
      { length: field.rows - 1 },
      (_row, row) => 10 * Math.log10(power(bin, row + 1) / power(bin, 0)),
    ),
  );
}

describe('beam with nulls of their own', () => {
  it('makes one null deeper than the other', () => {
    const change = { nullAzimuthsDeg: [100, -70], nullDetails: [{ extraDepthDb: 10 }, {}] };
    beamLevels(change, [100, -70]).forEach(([deep, plain]) => {
      // Two nulls share the target in their weighted mean: each reaches its own depth to within 10·log10 2 = 3 dB.
      expect(deep!).toBeLessThan(-25 + 3.02);
      expect(plain!).toBeLessThan(-15 + 3.02);
    });
  });

  it('reaches the target in the weighted mean of a shaped null', () => {
    const nulls: NullSet = {
      nullAzimuthsDeg: [100, -100],
      nullWidthDeg: 30,
      nullDetails: [{ shape: 'raised-cosine' }, { shape: 'raised-cosine' }],
    };
    const rows = nullRows(nulls);
    const reached = beamLevels(
      nulls,
      rows.map(({ azimuthDeg }) => azimuthDeg),
    );
    for (const row of reached) {
      const mean = row.reduce((sum, db, i) => sum + (rows[i]!.weight * 10 ** (db / 10)) / rows.length, 0);
      // The search for λ ends at 4e−9 dB; a base already darker than the target stays as it is.
      expect(10 * Math.log10(mean)).toBeLessThan(-15 + 1e-6);
    }
  });

  it('holds a wider window evener at its edge', () => {
    const [narrow, wide] = [30, 70].map((windowDeg) => beamLevels({ windowDeg }, [60]));
    narrow!.forEach(([level], bin) => expect(wide![bin]![0]!).toBeGreaterThan(level!));
    expect(beamLevels({ windowDeg: 45 }, [60])).toEqual(beamLevels({}, [60]));
  });
});

describe('side nulls', () => {
  const sideNulls: NullSet = { nullAzimuthsDeg: [120], nullWidthDeg: 10 };
  const cancellation = {
    ...soundbar.sides.cancellation!,
    targetGainDb: [[100, 12]] as const,
    maxEffortDb: 40,
    headOffsetsM: [[0, 0, 0]] as const,
  };
  const designed = (nulls: boolean, listener = soundbar.listener) => {
    const document: DesignDocument = {
      ...soundbar,
      listener,
      sides: {
        virtualSpeakerAzimuthDeg: null,
        cancellation: { ...cancellation, ...(nulls && { sideNulls }) },
      },
    };
    const geometry = computeGeometry(document, BAND, noMemo);
    const { left, right } = designSides(document, geometry).cancellation;
    const radius = Math.hypot(...listener.positionM);
    return { left, right, geometry, document, radius };
  };

  it('make the far ear and the nulls together as dark as the target asks, left and right mirrored', () => {
    const { left, right, geometry, document, radius } = designed(true);
    [left, right].forEach((filters, side) => {
      const rows = nullRows(sideNulls).map(({ azimuthDeg }) => (side === 0 ? azimuthDeg : -azimuthDeg));
      const near = takeRow(geometry.ears, side);
      const far = takeRow(geometry.ears, 1 - side);
      const circle = horizontalTransfers(document, rows, BAND);
      const heard = levels(multiply(stackRows([near, far, circle]), filters));
      for (const [farDb, ...nullDb] of heard) {
        const nulls = nullDb.reduce((sum, db) => sum + 10 ** (db / 10) / nullDb.length / radius ** 2, 0);
        const together = 10 ** (farDb! / 10) + nulls;
        // What λ is searched to; the natural filter may be darker already.
        expect(10 * Math.log10(together)).toBeLessThan(-12 + 1e-6);
      }
    });
  });

  it('come out the same where right is solved for itself', () => {
    const mirrored = designed(true);
    const [front, , up] = soundbar.listener.positionM;
    const alone = designed(true, { ...soundbar.listener, positionM: [front, 1e-13, up] });
    expect([
      Array.isArray(mirrored.geometry.sides!.right),
      Array.isArray(alone.geometry.sides!.right),
    ]).toEqual([true, false]);
    // λ is searched to 1e−9, which moves filters by a few times that.
    const tolerance = 1e-7 * Math.max(...alone.right.re.map(Math.abs));
    alone.right.re.forEach((x, i) => expect(Math.abs(x - mirrored.right.re[i]!)).toBeLessThan(tolerance));
  });

  it('change nothing where there are none', () => {
    expect(designed(true).left.re).not.toEqual(designed(false).left.re);
    const none = { ...cancellation, sideNulls: { nullAzimuthsDeg: [], nullWidthDeg: 10 } };
    const document: DesignDocument = {
      ...soundbar,
      sides: { virtualSpeakerAzimuthDeg: null, cancellation: none },
    };
    const geometry = computeGeometry(document, BAND, noMemo);
    expect(designSides(document, geometry).cancellation.left).toEqual(designed(false).left);
  });
});
