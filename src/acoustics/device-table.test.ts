import { describe, expect, it } from 'vitest';
import { DeviceTable } from './device-table.ts';
import { pressureTransfers } from './transfers.ts';
import type { Device, Vec3 } from './types.ts';

/** What the table promises, relative to the largest pressure at the distance: at most 2.5/r here. */
const TABLE_ERROR = 1e-3;

describe('the tabulated device', () => {
  it.each(['none', 'infinite-plane', 'rigid-sphere'] as const)('plays as the exact one does: %s', (kind) => {
    const device: Device = {
      baffle: kind === 'rigid-sphere' ? { kind, radiusM: 0.1 } : { kind },
      drivers: [
        { id: 'a', positionM: [0, 0.1, 0], radiusM: 0.03, gainDb: -4 },
        { id: 'b', positionM: [0, -0.08, 0.06], radiusM: 0.02 },
      ],
    };
    const frequencies = Float64Array.of(100, 1234, 8000);
    const points: Vec3[] = [
      [0.3, 0.1, 0],
      [1.5, -2, 0.4],
      [-1, 0.3, 0],
    ];
    const table = new DeviceTable(device, frequencies, 343, { minDistanceM: 0.3, maxDistanceM: 3 });
    const exact = pressureTransfers(device, points, frequencies, 343);
    const out = new Float64Array(6);
    points.forEach((point, row) =>
      device.drivers.forEach((_, driver) => {
        table.evaluate(driver, point, out);
        frequencies.forEach((_hz, bin) => {
          const at = (bin * 3 + row) * 2 + driver;
          const error = Math.hypot(out[2 * bin]! - exact.re[at]!, out[2 * bin + 1]! - exact.im[at]!);
          expect(error).toBeLessThan((TABLE_ERROR * 2.5) / Math.hypot(...point));
        });
      }),
    );
  });
});
