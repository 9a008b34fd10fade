import { describe, expect, it } from 'vitest';
import { PRESETS, type DesignDocument, type DesignStudy } from '../../../store/index.ts';
import { differenceFigure, mapDifference } from '../../plots/difference-figure.ts';
import type { PlotTheme } from '../../plots/plot-figure.ts';
import { csvOf } from '../plot/curve-plot.tsx';
import { comparedSet, hasColumn } from './compared-curves.ts';
import { choosable, keyOf } from './origins.ts';

const HZ = [100, 1000, 10_000];
const study = (level: number, plant?: DesignDocument['plant']) =>
  ({
    document: { ...PRESETS.laptop, ...(plant && { plant }) },
    metrics: { frequencyHz: HZ, sides: { separationDb: [level, level, level] } },
    directivity: { columns: { left: { beamwidthDeg: [360, 90 + level, NaN] } } },
  }) as unknown as DesignStudy;

describe('curves of two designs', () => {
  it('are this one in the colour of what it is over the other, dashed', () => {
    const { curves, axis } = comparedSet(study(20), study(12), 'separation', 'centre', 'both');
    expect(curves.map(({ tone, isDashed, values }) => [tone, isDashed ?? false, values[0]])).toEqual([
      ['ink', true, 12],
      ['left', false, 20],
    ]);
    expect(axis.range).toEqual([-5, 45]);
    expect(hasColumn('separation')).toBe(false);
  });

  it('at the ears say in their table which was measured in place', () => {
    const measured = study(20, { name: 'My desk', sha256: 'ab'.repeat(32) });
    const [head] = csvOf(comparedSet(measured, study(12), 'separation', 'centre', 'both')).split('\r\n');
    expect(head).toBe('frequency (Hz),The other (dB),"This design, measured in place (dB)"');
  });

  it('of a column are in its colour, and the difference is this one less the other', () => {
    const { curves } = comparedSet(study(20), study(12), 'beamwidth', 'left', 'difference');
    expect(hasColumn('beamwidth')).toBe(true);
    expect(curves).toHaveLength(1);
    expect(curves[0].tone).toBe('left');
    expect(Array.from(curves[0].values)).toEqual([0, 8, NaN]);
  });
});

describe('the difference of two maps', () => {
  const azimuthDeg = [-180, -90, 0, 90];
  const map = (...levelDb: number[]) => ({
    azimuthDeg,
    frequencyHz: [1000],
    levelDb: Float32Array.from(levelDb),
  });
  const options = { normalisation: 'on-axis', floorDb: -30 } as const;

  it('is of levels relative to each one’s own axis, and counts nothing below the floor', () => {
    const difference = mapDifference(map(-10, -20, 0, -50), map(-4, -3, 3, -90), options);
    // Theirs on axis 3 dB: −7, −6, 0, −93 there; −50 and −93 are both the floor.
    expect(Array.from(difference.levelDb)).toEqual([-3, -14, 0, 0]);
  });

  it('is drawn around zero, neutral within ±1.5 dB, with its true value under the pointer', () => {
    const difference = mapDifference(map(-10, -20, 0, -50), map(-4, -3, 3, -90), options);
    const theme = { ground: '#ffffff' } as unknown as PlotTheme;
    const { data } = differenceFigure(difference, theme, { widthPx: 640 });
    const { zmin, zmax, contours, z, customdata } = data[0] as unknown as {
      zmin: number;
      zmax: number;
      contours: { start: number; end: number; size: number };
      z: number[][];
      customdata: number[][];
    };
    expect([zmin, zmax]).toEqual([-12, 12]);
    const edges = Array.from({ length: 8 }, (_, i) => contours.start + i * contours.size);
    expect(edges).toContain(-1.5);
    expect(edges).toContain(1.5);
    expect(z[1]).toEqual([-12]);
    expect(customdata[1]).toEqual([-14]);
    // The seam's direction stands at both ends.
    expect(z).toHaveLength(5);
  });
});

describe('what can be compared with', () => {
  it('is everything that is at hand, each under a key of its own', () => {
    const document = PRESETS.laptop;
    const saved = { id: 'a', name: 'Mine', version: 2, savedAtMs: 0, document };
    const chosen = { origin: { kind: 'file', fileName: 'x.json' }, document } as const;
    const choices = choosable({
      before: document,
      snapshots: [{ id: 1, takenAtMs: 0, document }],
      saved: [saved, { ...saved, id: 'newer', document: null }],
      chosen,
    });
    expect(choices.map(({ key }) => key)).toEqual([
      'before',
      'snapshot:1',
      'preset:laptop',
      'preset:smart-speaker',
      'preset:soundbar',
      'saved:a',
      'file',
    ]);
    for (const { key, origin } of choices) expect(keyOf(origin)).toBe(key);
  });
});
