import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../../design/presets.ts';
import { arrayFrames, signalOf, type Zoom } from './array-frame.ts';

const { soundbar } = PRESETS;

describe('arrayFrames', () => {
  const { above, front } = arrayFrames(soundbar, 'device', 320);

  it('puts the audience’s left on the left, and the front below', () => {
    const [originX, originY] = above.at([0, 0, 0]);
    expect(above.at([0, 0.1, 0])[0]).toBeLessThan(originX);
    expect(above.at([0.1, 0, 0])[1]).toBeGreaterThan(originY);
    expect(front.at([0, 0, 0.1])[1]).toBeLessThan(front.at([0, 0, 0])[1]);
  });

  it.each([above, front])('reads a point on the screen back as the place it shows: $vertical', (view) => {
    const position = [0.03, -0.12, 0.05] as const;
    const { leftM, alongM } = view.placeAt(...view.at(position));
    expect(leftM).toBeCloseTo(-0.12, 12);
    expect(alongM).toBeCloseTo(position[view.vertical], 12);
  });

  it.each([
    ['device', 320],
    ['device', 1200],
    ['scene', 320],
  ] as [Zoom, number][])('keeps all in sight, both views at one scale: %s in %d px', (zoom, widthPx) => {
    const views = arrayFrames(soundbar, zoom, widthPx);
    expect(views.above.pxPerM).toBe(views.front.pxPerM);
    expect(views.above.heightPx).toBe(views.front.heightPx);
    const { positionM, headRadiusM } = soundbar.listener;
    const shown = soundbar.device.drivers.map(({ positionM, radiusM }) => [positionM, radiusM] as const);
    if (zoom === 'scene') shown.push([positionM, headRadiusM]);
    for (const view of [views.above, views.front]) {
      for (const [place, radiusM] of shown) {
        const [x, y] = view.at(place);
        const radiusPx = radiusM * view.pxPerM;
        expect(Math.min(x, y) - radiusPx).toBeGreaterThan(0);
        expect(x + radiusPx).toBeLessThan(view.widthPx);
        expect(y + radiusPx).toBeLessThan(view.heightPx);
      }
    }
  });

  it('has grid lines only within the view, the axis among them', () => {
    expect(above.leftsM).toContain(0);
    for (const left of above.leftsM) expect(above.at([0, left, 0])[0]).toBeGreaterThanOrEqual(0);
    for (const alongM of above.alongsM) {
      expect(above.at([alongM, 0, 0])[1]).toBeGreaterThanOrEqual(0);
      expect(above.at([alongM, 0, 0])[1]).toBeLessThanOrEqual(above.heightPx);
    }
  });
});

describe('signalOf', () => {
  it('goes by the side', () => {
    expect([0.1, 0, -0.1].map((left) => signalOf([0, left, 0]))).toEqual(['left', 'centre', 'right']);
  });
});
