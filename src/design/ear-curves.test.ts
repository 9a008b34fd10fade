import { describe, expect, it } from 'vitest';
import { createDesigner } from './designer.ts';
import { binauralCurves, earsOf, earSeparation, nearEarLevels, referenceEars } from './ear-curves.ts';
import { createMatrices } from './matrices.ts';
import { PRESETS } from './presets.ts';

describe('curves at the ears', () => {
  it('read the level and the delay of the right ear, also over more than a turn', () => {
    const frequenciesHz = Float64Array.from({ length: 60 }, (_, i) => 50 * 2 ** (i / 12));
    const ears = createMatrices(60, 2, 1);
    const seconds = 900e-6;
    frequenciesHz.forEach((frequencyHz, bin) => {
      ears.re[2 * bin] = 1;
      ears.re[2 * bin + 1] = 0.5 * Math.cos(2 * Math.PI * frequencyHz * seconds);
      ears.im[2 * bin + 1] = -0.5 * Math.sin(2 * Math.PI * frequencyHz * seconds);
    });
    const { ildDb, itdUs } = binauralCurves(ears, 0, frequenciesHz);
    frequenciesHz.forEach((frequencyHz, bin) => {
      expect(ildDb[bin]).toBeCloseTo(20 * Math.log10(2), 9);
      if (frequencyHz <= 1500) expect(itdUs[bin]).toBeCloseTo(900, 6);
      else expect(itdUs[bin]).toBeNaN();
    });
  });

  it('of a design lie on those of the reference where its metrics say that they do', () => {
    const { document, spatial, metrics } = createDesigner().design(PRESETS.laptop);
    const frequenciesHz = Float64Array.from(metrics.frequencyHz);
    const ears = earsOf(document, spatial.drivers, frequenciesHz);
    const made = binauralCurves(ears, 0, frequenciesHz);
    const azimuthDeg = document.sides.virtualSpeakerAzimuthDeg!;
    const real = binauralCurves(referenceEars(document, azimuthDeg, frequenciesHz), 0, frequenciesHz);
    metrics.sides.ildErrorDb!.forEach((db, bin) =>
      // The same ratio, taken as a difference of levels.
      expect(made.ildDb[bin]! - real.ildDb[bin]!).toBeCloseTo(db, 6),
    );
    // A sphere of 8.75 cm with ears at ±100° delays a source at 30° by about 0.31 ms at middle frequencies.
    const at700 = frequenciesHz.findIndex((frequencyHz) => frequencyHz > 700);
    expect(real.itdUs[at700]).toBeGreaterThan(280);
    expect(real.itdUs[at700]).toBeLessThan(400);
    const [left, right] = nearEarLevels(document, ears);
    metrics.sides.nearEarDb.forEach((db, bin) => {
      const power = (10 ** (left[bin]! / 10) + 10 ** (right[bin]! / 10)) / 2;
      expect(10 * Math.log10(power)).toBeCloseTo(db, 6);
    });
  });

  it('take separation as own over other ears', () => {
    const ears = createMatrices(1, 2, 2);
    ears.re.set([1, 0.1, 0.1, 1]);
    expect(earSeparation(ears)[0]).toBeCloseTo(20, 9);
  });
});
