import { describe, expect, it } from 'vitest';
import { createDesigner } from '../design/designer.ts';
import { PRESETS } from '../design/presets.ts';
import { writeSofa } from '../export/sofa-writer.ts';
import { HEAD, sphereContent } from '../measured/testing/sphere-sofa.ts';
import { HeadListener } from './head-listener.ts';

const sofa = async (maxElevationDeg: number) =>
  new Blob([new Uint8Array(await writeSofa(sphereContent({ ...HEAD, maxElevationDeg })))]);

describe('the listener of the heads worker', () => {
  it('hears with the head that was read last, and with the one before where a file is refused', async () => {
    const listener = new HeadListener();
    const { document, spatial, cancellation, metrics } = createDesigner({ remember: false }).design({
      ...PRESETS.laptop,
      filterTaps: 512,
    });
    const { separationDb } = metrics.sides;
    const request = { document, drivers: spatial.drivers, cancellation, separationDb };
    expect(listener.hear(request)).toBeNull();
    const first = await listener.open(await sofa(0), 'a.sofa');
    if (!first.ok) throw new Error(String(first.said));
    expect(first.info).toEqual({
      name: 'Sphere, a rigid one',
      directions: 36,
      distancesM: [expect.closeTo(1.4)],
      sampleRateHz: 48_000,
      taps: 256,
    });
    const heard = listener.hear(request)!;
    expect(heard.headId).toBe(first.id);
    expect(heard.fit).toMatchObject({ isDistanceOff: true, listenerM: 0.55 });
    expect(heard.sides.separationDb).toHaveLength(separationDb.length);

    const refused = await listener.open(new Blob(['no SOFA']), 'no.sofa');
    expect(refused).toMatchObject({
      ok: false,
      said: expect.arrayContaining([['a-sofa-file']]) as unknown,
    });
    expect(listener.hear(request)!.headId).toBe(first.id);

    // Refused before it is read: 300 MB would be.
    const huge = { size: 300e6, arrayBuffer: () => expect.fail('was read') } as unknown as Blob;
    expect(await listener.open(huge, 'huge.sofa')).toEqual({
      ok: false,
      said: ['expected', ['size'], ['at-most-bytes', 268435456], 300000000],
    });

    // Written once: HDF5 notes the second in which it is.
    const file = await sofa(10);
    const second = await listener.open(file, 'b.sofa');
    if (!second.ok) throw new Error(String(second.said));
    expect(second.id).not.toBe(first.id);
    // The same file under another name is the same head.
    expect(await listener.open(file, 'c.sofa')).toEqual(second);
    expect(listener.hear(request)!.headId).toBe(second.id);
  });
});
