import { describe, expect, it } from 'vitest';
import { createDesigner } from '../design/designer.ts';
import { PRESETS } from '../design/presets.ts';
import { kernelModule } from '../kernel/testing/kernel-module.ts';
import { ZoneKernel } from '../kernel/zone-kernel.ts';
import type { StudyRequest } from '../protocol/study-protocol.ts';
import { fingerprintsOf, studyDesign } from './study-design.ts';

const designer = createDesigner();
const mixer = new ZoneKernel(kernelModule('zones'));
function study(request: Partial<StudyRequest>) {
  const steps = studyDesign(
    { document: PRESETS.soundbar, sampleRateHz: 48_000, profile: 'music', isPrinted: false, ...request },
    designer,
    mixer,
  );
  const progress: number[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { reply: value, progress };
    progress.push(value);
  }
}

describe('a study', () => {
  const { reply, progress } = study({});
  if (!reply.ok) throw new Error(String(reply.failure.said));

  it('tells how far it is, to the end', () => {
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });

  it('holds what the designer measures, on the design’s own device', () => {
    const { metrics } = createDesigner().design(PRESETS.soundbar);
    expect(reply.study.metrics.sides.separationDb).toEqual(metrics.sides.separationDb);
    expect(reply.study.figures.separationDb).toBe(metrics.sides.summary.separationDb);
    expect(reply.study.filters.left.impulses).toHaveLength(PRESETS.soundbar.device.drivers.length);
    expect(reply.study.maps.right.levelDb).toHaveLength(145 * 121);
    // The middle of the map is in front of the listener, the seat is two thirds of its depth.
    expect(reply.study.zone.values.separation).toHaveLength(101 * 101);
    expect(reply.study.figures.zoneAreaM2).toBeGreaterThan(0);
  });

  it('holds what only a report shows where that is asked for', () => {
    expect(reply.study.printed).toBeNull();
    const { reply: printed, progress: longer } = study({ document: PRESETS.laptop, isPrinted: true });
    if (!printed.ok) throw new Error(String(printed.failure.said));
    expect(longer.at(-1)).toBe(1);
    const { slices, balloons } = printed.study.printed!;
    const { levelDb, frequencyHz, azimuthDeg } = slices.centre;
    const axis = azimuthDeg.indexOf(0);
    // The same band through the same filters, over azimuth and all around.
    const centre = balloons.find(
      ({ column, frequencyHz: hz }) => column === 'centre' && hz === 1000,
    )!.balloon;
    const at = frequencyHz.indexOf(1000);
    const behind = levelDb[azimuthDeg.indexOf(-180) * frequencyHz.length + at]!;
    const row = ((centre.elevationDeg.length - 1) / 2) * centre.azimuthDeg.length;
    expect(levelDb[axis * frequencyHz.length + at]).toBe(0);
    expect(behind).toBeCloseTo(
      centre.levelDb[row + centre.azimuthDeg.indexOf(-180)]! - centre.axisDb,
      // Slices are kept in single precision.
      4,
    );
  });

  it('refuses by name what is no design', () => {
    const { reply: refused } = study({ document: { ...PRESETS.laptop, filterTaps: 1000 } });
    expect(refused).toMatchObject({ ok: false, failure: { field: 'filterTaps' } });
  });

  it('has fingerprints that follow the design and its filters, not its name or the order it was written in', async () => {
    const own = await fingerprintsOf(reply.study, reply.taps);
    expect(own.design).toMatch(/^[0-9a-f]{64}$/);
    const { name, ...rest } = reply.study.document;
    const renamed = await fingerprintsOf({ document: { ...rest, name: `${name}, copy` } }, reply.taps);
    expect(renamed).toEqual(own);
    const longer = { ...reply.study.document, speedOfSoundMps: 344 };
    expect((await fingerprintsOf({ document: longer }, reply.taps)).design).not.toBe(own.design);
    const other = reply.taps.slice();
    other[5]! += 1e-6;
    expect((await fingerprintsOf(reply.study, other)).filters).not.toBe(own.filters);
  });
});
