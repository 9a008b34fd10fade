import { describe, expect, it } from 'vitest';
import type { DesignDocument } from '../../store/index.ts';
import { drawingFrame, signalOf } from './drawing-geometry.ts';

const documentWith = (device: DesignDocument['device']) => ({ device }) as DesignDocument;
const LINE = documentWith({
  baffle: { kind: 'none' },
  drivers: [-0.4, 0, 0.4].map((left) => ({ id: String(left), positionM: [0, left, 0], radiusM: 0.03 })),
});

describe('drawingFrame', () => {
  it('puts the audience’s left on the left, and the front below', () => {
    const above = drawingFrame(LINE, 0, 600);
    const [originX, originY] = above.at([0, 0, 0]);
    expect(above.at([0, 0.1, 0])[0]).toBeLessThan(originX);
    expect(above.at([0.1, 0, 0])[1]).toBeGreaterThan(originY);
    expect(drawingFrame(LINE, 2, 600).at([0, 0, 0.1])[1]).toBeLessThan(originY);
  });

  it.each([320, 640, 1200])('keeps every driver inside %d px, both views at one scale', (widthPx) => {
    const [above, front] = [drawingFrame(LINE, 0, widthPx), drawingFrame(LINE, 2, widthPx)];
    expect(above.pxPerM).toBe(front.pxPerM);
    for (const { positionM, radiusM } of LINE.device.drivers) {
      const [x] = above.at(positionM);
      expect(x - radiusM * above.pxPerM).toBeGreaterThan(0);
      expect(x + radiusM * above.pxPerM).toBeLessThan(widthPx);
    }
  });
});

describe('signalOf', () => {
  it('goes by the side', () => {
    expect([0.1, 0, -0.1].map((left) => signalOf([0, left, 0]))).toEqual(['left', 'centre', 'right']);
  });
});
