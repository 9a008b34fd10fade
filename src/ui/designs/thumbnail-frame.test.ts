import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../design/presets.ts';
import { thumbnailFrame } from './thumbnail-frame.ts';

describe('thumbnailFrame', () => {
  it.each(Object.entries(PRESETS))('takes in all of %s', (_id, document) => {
    const { leftM, topM, widthM, heightM } = thumbnailFrame(document);
    for (const { positionM, radiusM } of document.device.drivers) {
      const [x, y] = [-positionM[1], positionM[0]];
      expect(x - radiusM).toBeGreaterThanOrEqual(leftM);
      expect(x + radiusM).toBeLessThanOrEqual(leftM + widthM);
      expect(y - radiusM).toBeGreaterThanOrEqual(topM);
      expect(y + radiusM).toBeLessThanOrEqual(topM + heightM);
    }
  });

  it('does not blow up a single small driver', () => {
    const [driver] = PRESETS.laptop.device.drivers;
    const device = {
      baffle: { kind: 'none' },
      drivers: [{ ...driver!, positionM: [0, 0, 0], radiusM: 0.01 }],
    } as const;
    expect(thumbnailFrame({ ...PRESETS.laptop, device }).widthM).toBe(0.12);
  });
});
