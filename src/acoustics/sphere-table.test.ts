import fc from 'fast-check';
import { describe, it } from 'vitest';
import { SphereTable } from './sphere-table.ts';
import { sphereResponses } from './sphere.ts';

const C = 343;
/** What the table promises, relative to the largest response at the distance (on the near side). */
const TABLE_ERROR = 1e-3;

describe('the interpolated sphere', () => {
  it.each([
    ['a head, to 8 kHz', 0.0875, { minDistanceM: 0.1, maxDistanceM: 4 }, 8000, undefined],
    ['a head, to 16 kHz', 0.0875, { minDistanceM: 0.25, maxDistanceM: 3 }, 16000, undefined],
    ['a speaker with caps', 0.12, { minDistanceM: 0.25, maxDistanceM: 3 }, 8000, 0.3],
    ['one distance', 0.0875, { minDistanceM: 2, maxDistanceM: 2 }, 8000, undefined],
    ['far away', 0.0875, { minDistanceM: 2, maxDistanceM: 1e6 }, 2000, undefined],
  ])('keeps to its error: %s', (_, radiusM, range, highestHz, cap) => {
    const frequencies = Float64Array.of(0, 300, highestHz / 3, highestHz);
    const table = new SphereTable(radiusM, frequencies, C, range, cap);
    const out = new Float64Array(2 * frequencies.length);
    const extra = cap === undefined ? {} : { capHalfAngleRad: cap };
    const from = radiusM / range.maxDistanceM;
    const to = radiusM / range.minDistanceM;
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: Math.PI, noNaN: true }),
        (place, theta) => {
          const distanceM = radiusM / (from + place * (to - from));
          const paths = [Math.cos(theta), 1].map((cosAngle) => ({ distanceM, cosAngle, ...extra }));
          const { re, im } = sphereResponses(radiusM, paths, frequencies, C);
          table.evaluate(distanceM, Math.cos(theta), out);
          return frequencies.every((_hz, bin) => {
            const error = Math.hypot(out[2 * bin]! - re[2 * bin]!, out[2 * bin + 1]! - im[2 * bin]!);
            return error < TABLE_ERROR * Math.hypot(re[2 * bin + 1]!, im[2 * bin + 1]!);
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});
