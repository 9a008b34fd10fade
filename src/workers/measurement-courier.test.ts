import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDesigner } from '../design/designer.ts';
import { PRESETS } from '../design/presets.ts';
import { earResponsesFile } from '../measured/ear-responses.ts';
import { knowsMeasurements } from './known-measurements.ts';
import { createMeasurementCourier } from './measurement-courier.ts';

const TAPS = 4096;
/** A click at both ears of each of two drivers. */
const responses = new Float32Array(2 * 2 * TAPS);
for (let path = 0; path < 4; path++) responses[path * TAPS + 40 + 4 * path] = 1;
const bytes = earResponsesFile({ drivers: 2, sampleRateHz: 48_000, taps: TAPS, responses });
const sha256 = createHash('sha256').update(bytes).digest('hex');
const document = { ...PRESETS.laptop, plant: { name: 'My desk', sha256 } };

describe('a measurement that is removed', () => {
  const shelf = new Map<string, Blob>();
  const { bring, forget } = createMeasurementCourier((id) =>
    Promise.resolve({ ok: true, value: shelf.get(id) ?? null }),
  );
  const work = async () => {
    await bring(knowsMeasurements, document);
    return createDesigner().design(document).metrics.sides.separationDb.length;
  };
  beforeAll(() => shelf.set(sha256, new Blob([bytes])));

  it('is known to a worker that ran with it no more, until it is there again', async () => {
    expect(await work()).toBeGreaterThan(0);
    expect(bring(knowsMeasurements, document)).toBeNull();
    shelf.delete(sha256);
    forget(sha256);
    await expect(work()).rejects.toMatchObject({ code: 'missing-measurement', field: 'plant' });
    // Not only of a document that refers to it: it may be long.
    shelf.set(sha256, new Blob([bytes]));
    expect(await work()).toBeGreaterThan(0);
    expect(bring(knowsMeasurements, document)).toBeNull();
    forget(sha256);
    await bring(knowsMeasurements, PRESETS.laptop);
    expect(() => createDesigner().design(document)).toThrow(/My desk/);
  });
});
