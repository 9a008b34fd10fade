import { beforeAll, describe, expect, it } from 'vitest';
import { createDesigner } from '../design/designer.ts';
import { PRESETS } from '../design/presets.ts';
import type {
  Picture,
  PictureKind,
  PictureOf,
  PictureRequest,
  PictureSource,
} from '../protocol/picture-protocol.ts';
import { drawPicture } from './draw-picture.ts';

let source: PictureSource;
beforeAll(() => {
  const { document, spatial, cancellation } = createDesigner().design(PRESETS.soundbar);
  source = { document, drivers: spatial.drivers, cancellation };
});

function draw<Request extends PictureRequest>(request: Request): PictureOf<Request['kind'] & PictureKind> {
  const steps = drawPicture(request, source);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as Picture as PictureOf<Request['kind'] & PictureKind>;
  }
}

describe('filters of the drivers', () => {
  it('of a column: one curve and one impulse for each driver, the impulse being its FIR', () => {
    const { data } = draw({ kind: 'filters', column: 'right', form: 'played' });
    expect([data.curves.length, data.impulses.length]).toEqual([8, 8]);
    const { taps, firs } = source.drivers;
    expect(data.impulses[3]).toEqual(firs.slice((8 + 3) * taps, (8 + 4) * taps));
  });

  it('relative to the near driver: that one is 0 dB and a pulse, the column is mirrored on the other side', () => {
    const left = draw({ kind: 'filters', column: 'left', form: 'relative' }).data;
    const right = draw({ kind: 'filters', column: 'right', form: 'relative' }).data;
    expect([left.nearDriver, right.nearDriver]).toEqual([3, 4]);
    expect(left.curves[3]!.magnitudeDb.every((db) => db === 0)).toBe(true);
    const near = left.impulses[3]!;
    // Filters end at half the sample rate: the pulse of 85 to 92 % of the band is that high.
    expect(near[left.latencySamples]).toBeGreaterThan(0.85);
    left.curves[2]!.magnitudeDb.forEach((db, bin) =>
      // The soundbar is symmetric, its filters are Float32: 1e−3 dB where they are not 60 dB down.
      expect(right.curves[5]!.magnitudeDb[bin]).toBeCloseTo(db, 2),
    );
  });

  it('of a centre, which has no cancellation alone, as they play', () => {
    const alone = draw({ kind: 'filters', column: 'centre', form: 'cancellation' }).data;
    const played = draw({ kind: 'filters', column: 'centre', form: 'played' }).data;
    expect(alone.impulses).toEqual(played.impulses);
  });
});
