import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DesignMetrics } from '../design/metrics.ts';
import { PRESETS } from '../design/presets.ts';
import { writeSofa } from '../export/sofa-writer.ts';
import { changed, HEAD, sphereContent } from '../measured/testing/sphere-sofa.ts';
import type { HeadEvaluation } from './read-head.ts';
import { runCommand, START_MS } from './testing/run-command.ts';

/** A sphere like the listener's, written and read: interpolated between directions, and cut off at the responses' ends. */
const SAME_HEAD_DB = 0.5;

const DESIGN = {
  ...PRESETS.laptop,
  filterTaps: 512,
  listener: { positionM: [0.55, 0, 0], headRadiusM: HEAD.radiusM, earAzimuthDeg: HEAD.earAzimuthDeg },
};

let folder: string;
const at = (name: string) => join(folder, name);

const run = (...args: string[]) => runCommand(folder, ...args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundstage-head-'));
  await writeFile(at('design.json'), JSON.stringify(DESIGN));
  await writeFile(at('long.json'), JSON.stringify(PRESETS.laptop));
  const sphere = sphereContent({ ...HEAD, distanceM: 0.55, stepDeg: 5, maxElevationDeg: 5 });
  await writeFile(at('sphere.sofa'), await writeSofa(sphere));
  await writeFile(at('far.sofa'), await writeSofa(sphereContent({ ...HEAD, stepDeg: 15 })));
  const one = changed(sphereContent(), { 'Data.SamplingRate': { data: Float64Array.of(8000) } });
  await writeFile(at('slow.sofa'), await writeSofa(one));
  await writeFile(at('text.sofa'), 'no SOFA');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('soundstage evaluate --head', { timeout: START_MS }, () => {
  it('gives a sphere in the place of the sphere the same curves', () => {
    const { status, stdout: out } = run('evaluate', at('design.json'), '--head', at('sphere.sofa'), '--json');
    expect(status).toBe(0);
    const metrics = JSON.parse(out) as DesignMetrics & { head: HeadEvaluation };
    const { sides, frequencyHz, head } = metrics;
    expect(head).toMatchObject({ name: 'Sphere, a rigid one', directions: 216, isDistanceOff: false });
    frequencyHz.forEach((hz, i) => {
      if (hz > 10_000) return;
      expect(Math.abs(head.sides.nearEarDb[i]! - sides.nearEarDb[i]!)).toBeLessThan(SAME_HEAD_DB);
      // What leaks to the far ear is small: its errors are those of a far ear 20 dB down.
      if (sides.separationDb[i]! > 12) return;
      expect(Math.abs(head.sides.separationDb[i]! - sides.separationDb[i]!)).toBeLessThan(2 * SAME_HEAD_DB);
    });
    expect(head.sides.summary.separationDb).toBeCloseTo(sides.summary.separationDb, 0);
    expect(head.sides.summary.itdErrorRmsUs!).toBeCloseTo(sides.summary.itdErrorRmsUs!, -1);
  });

  it('shows both in the table, and what speaks against the head', () => {
    const { status, stdout: out } = run('evaluate', at('design.json'), '--head', at('far.sofa'));
    expect(status).toBe(0);
    expect(out).toContain('Heard by a measured head: Sphere, a rigid one');
    expect(out).toContain('The listener sits at 0.55 m: level differences are those of 1.40 m.');
    expect(out).toMatch(/Separation, mean 300 Hz to 8 kHz +\d/);
    expect(out).toMatch(/Separation on the head, mean 300 Hz to 8 kHz +\d/);
  });

  it('refuses a file that is no head by name, rule and what was found, on one line', () => {
    for (const [file, message] of [
      ['text.sofa', 'file: expected a SOFA file, which is HDF5, got one that begins otherwise'],
      ['slow.sofa', 'Data.SamplingRate: expected 40000 Hz or more, got 8000 Hz'],
      ['none.sofa', 'cannot read: no such file or directory'],
    ] as const) {
      const { status, stdout: out, stderr: err } = run('evaluate', at('design.json'), '--head', at(file));
      expect([status, out, err]).toEqual([2, '', `soundstage: ${at(file)}: ${message}\n`]);
    }
  });

  it('designs for music or for video', () => {
    const latency = (...more: string[]) => {
      const { stdout: out } = run('evaluate', at('long.json'), '--json', ...more);
      return (JSON.parse(out) as DesignMetrics).latencySamples;
    };
    expect(latency()).toBe(1024);
    // 25 ms less the upmix's 640 samples and the limiter's 72.
    expect(latency('--profile', 'video')).toBe(488);
    const { status, stderr: err } = run('evaluate', at('design.json'), '--profile', 'film');
    expect(status).toBe(2);
    expect(err).toContain('evaluate: --profile: expected music or video, got "film"');
  });
});
