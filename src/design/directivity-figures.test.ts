import { describe, expect, it } from 'vitest';
import { createDesigner } from './designer.ts';
import { circleFigures, directivityFigures } from './directivity-figures.ts';
import type { DesignDocument } from './document.ts';
import { PRESETS } from './presets.ts';
import { radiatedPower } from './radiated-power.ts';
import { columnWeights, driverWeights } from './sound-source.ts';

const circleOf = (pattern: (cosine: number) => number) =>
  circleFigures(
    Float64Array.from({ length: 72 }, (_, i) => pattern(Math.cos(((5 * i - 180) * Math.PI) / 180)) ** 2),
  );

describe('figures on the circle', () => {
  it('of an omnidirectional source', () => {
    expect(circleOf(() => 1)).toEqual({
      horizontalIndexDb: 0,
      beamwidthDeg: 360,
      frontToSideDb: 0,
      frontToBackDb: 0,
    });
  });

  it('of a cardioid: horizontal mean 3/8, sides at half the pressure, nothing behind', () => {
    const { horizontalIndexDb, beamwidthDeg, frontToSideDb, frontToBackDb } = circleOf((x) => (1 + x) / 2);
    expect(horizontalIndexDb).toBeCloseTo(10 * Math.log10(8 / 3), 9);
    // −6 dB is a pressure of 0.5012, a little inside 90°; straight lines between steps of 5° are good for 0.1°.
    const edge = (Math.acos(2 * 10 ** (-6 / 20) - 1) * 180) / Math.PI;
    expect(beamwidthDeg).toBeCloseTo(2 * edge, 0);
    expect(frontToSideDb).toBeCloseTo(20 * Math.log10(2), 9);
    expect(frontToBackDb).toBeGreaterThan(200);
  });
});

describe('directivity figures', () => {
  it('of a cap on a sphere are the published indices', () => {
    const document: DesignDocument = {
      ...PRESETS.laptop,
      // Far from it, as the values are for.
      listener: { ...PRESETS.laptop.listener, positionM: [100, 0, 0] },
      device: {
        baffle: { kind: 'rigid-sphere', radiusM: 0.1 },
        drivers: [{ id: 'cap', positionM: [0.1, 0, 0], radiusM: 0.0254 }],
      },
    };
    const frequenciesHz = Float64Array.of(200, 500, 1000, 2000, 4000, 8000);
    const radiated = radiatedPower(document.device, frequenciesHz, document.speedOfSoundMps);
    const { indexDb } = directivityFigures(document, driverWeights(1, 0, 6), frequenciesHz, radiated);
    // Given to two decimals, and at 100 m the field is not quite the far one.
    [0.35, 2.28, 2.86, 3.75, 5.86, 11.53].forEach((db, i) =>
      expect(Math.abs(indexDb[i]! - db)).toBeLessThan(0.02),
    );
  });

  it('of the centre are those of the metrics', () => {
    const { document, spatial, metrics } = createDesigner().design(PRESETS['smart-speaker']);
    const frequenciesHz = Float64Array.from(metrics.frequencyHz);
    const radiated = radiatedPower(document.device, frequenciesHz, document.speedOfSoundMps);
    const weights = columnWeights(spatial.drivers, 2, frequenciesHz);
    const figures = directivityFigures(document, weights, frequenciesHz, radiated);
    // The same sums in another order.
    metrics.centre.directivityIndexDb.forEach((db, i) => expect(figures.indexDb[i]).toBeCloseTo(db, 9));
    metrics.centre.beamwidthDeg.forEach((degrees, i) =>
      expect(figures.beamwidthDeg[i]).toBeCloseTo(degrees, 6),
    );
  });
});
