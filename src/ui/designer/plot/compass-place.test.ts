import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlotFrame } from '../../plots/plot-frame.ts';
import { compassPlace } from './compass-place.ts';
import { mapPlace } from './map-place.ts';

const FRAME: PlotFrame = {
  leftPx: 60,
  topPx: 12,
  widthPx: 500,
  heightPx: 400,
  xRange: [Math.log10(20), Math.log10(20_000)],
  yRange: [-180, 180],
};

describe('places of azimuths', () => {
  it('have the audience below and its left to the left, seen from above', () => {
    const { pixelOf } = compassPlace(FRAME);
    // The rim of a circle as high as the frame, in its middle.
    expect(pixelOf(0, 'null')).toEqual({ x: 310, y: 412 });
    expect(pixelOf(90, 'null').x).toBeCloseTo(110, 10);
  });

  it.each([
    ['compass', compassPlace(FRAME)],
    ['map', mapPlace(FRAME)],
  ])('go from azimuth to pixel and back: %s', (_, place) => {
    const azimuth = fc.double({ min: -174, max: 180, noNaN: true });
    fc.assert(
      fc.property(azimuth, fc.constantFrom('null', 'width', 'window'), (azimuthDeg, kind) => {
        const { x, y } = place.pixelOf(azimuthDeg, kind);
        expect(place.azimuthAt(x, y)).toBeCloseTo(azimuthDeg, 8);
      }),
    );
  });
});
