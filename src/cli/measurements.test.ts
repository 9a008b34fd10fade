import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summariseMetrics } from '../design/metrics-summary.ts';
import type { DesignMetrics } from '../design/metrics.ts';
import { PRESETS } from '../design/presets.ts';
import { measuredCircle } from '../design/testing/measured-circle.ts';
import { measuredEars } from '../design/testing/measured-ears.ts';
import { wavFile } from '../export/wav-file.ts';
import { driverResponsesFile } from '../measured/driver-files.ts';
import { earResponsesFile } from '../measured/ear-responses.ts';
import { planesOf } from '../measured/named-files.ts';
import { runCommand, START_MS } from './testing/run-command.ts';

const DESIGN = { ...PRESETS.laptop, filterTaps: 512 };
let folder: string;
const at = (...names: string[]) => join(folder, ...names);
const write = (name: string, value: unknown) => writeFile(at(name), JSON.stringify(value));
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const evaluate = (...args: string[]) => runCommand(folder, 'evaluate', ...args);
const metrics = (stdout: string) => JSON.parse(stdout) as DesignMetrics;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundstage-measured-'));
  for (const name of ['stereo', 'mono', 'empty']) await mkdir(at(name));
  const ears = measuredEars(DESIGN, 0.5);
  const planes = planesOf(ears.responses, ears.taps);
  for (const [driver, id] of ['left', 'right'].entries()) {
    const pair = planes.slice(2 * driver, 2 * driver + 2);
    await writeFile(at('stereo', `${id}.wav`), wavFile(pair, ears.sampleRateHz));
    await writeFile(at('mono', `${id}.wav`), wavFile([pair[driver]!], ears.sampleRateHz));
  }
  const plant = earResponsesFile(ears);
  const drivers = driverResponsesFile(measuredCircle(DESIGN.device, { stepDeg: 30 }));
  await writeFile(at('ears.wav'), plant);
  await writeFile(at('around.wav'), drivers);
  await write('model.json', DESIGN);
  await write('plant.json', { ...DESIGN, plant: { name: 'My desk', sha256: hash(plant) } });
  await write('missing.json', { ...DESIGN, plant: { name: 'My desk', sha256: 'a'.repeat(64) } });
  const baffle = { kind: 'measured', name: 'Around', sha256: hash(drivers) };
  await write('drivers.json', { ...DESIGN, device: { ...DESIGN.device, baffle } });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('soundstage with measurements', { timeout: START_MS }, () => {
  it('finds what a design refers to by its hash, and takes a plant that it does not refer to from a folder', () => {
    const [model, referred, given] = [
      evaluate('model.json', '--json'),
      evaluate('plant.json', '--json'),
      evaluate('model.json', '--json', '--plant', 'stereo'),
    ];
    expect(model.stderr + referred.stderr + given.stderr).toBe('');
    expect(metrics(given.stdout)).toEqual(metrics(referred.stdout));
    expect(metrics(given.stdout).sides).not.toEqual(metrics(model.stdout).sides);
    // The beam's part is computed in free field, whatever was measured at the ears.
    expect(metrics(given.stdout).centre.directivityIndexDb).toHaveLength(
      metrics(model.stdout).centre.directivityIndexDb.length,
    );
  });

  it('says in the table what was measured', () => {
    const { stdout } = evaluate('plant.json');
    expect(stdout).toContain('At the ears as measured in place: "My desk"; centre, zone and depth computed');
  });

  it('designs on measured drivers beside the design', () => {
    const { stdout, stderr, status } = evaluate('drivers.json', '--json');
    expect([status, stderr]).toEqual([0, '']);
    expect(metrics(stdout).sides.separationDb.every(Number.isFinite)).toBe(true);
  });

  it('sweeps on what was measured, in its workers too', async () => {
    const spec = (design: string, ranges: object) => ({
      format: 'soundstage-sweep',
      version: 1,
      name: 'Measured',
      design,
      ranges,
    });
    const targets = { cancellationGainDb: [5, 15] };
    const sweeps = {
      referred: 'plant.json',
      given: 'model.json',
      model: 'model.json',
      around: 'drivers.json',
    };
    for (const [name, design] of Object.entries(sweeps))
      await write(`${name}-sweep.json`, spec(design, targets));
    const sweep = (name: string, ...args: string[]) =>
      runCommand(folder, 'sweep', `${name}-sweep.json`, '--out', `swept-${name}`, '--threads', '2', ...args);
    const tables: Record<string, string> = {};
    for (const name of Object.keys(sweeps)) {
      const { status, stderr } = sweep(name, ...(name === 'given' ? ['--plant', 'stereo'] : []));
      expect([status, stderr]).toEqual([0, '']);
      tables[name] = await readFile(at(`swept-${name}`, 'sweep.csv'), 'utf8');
    }
    // The design's own part of the row, as its figures alone are computed.
    const separationOf = (name: string) =>
      tables[name]!.split('\r\n')
        .slice(1, -1)
        .map((row) => Number(row.split(',')[2]));
    for (const [name, design] of Object.entries({ referred: 'plant.json', around: 'drivers.json' })) {
      const document = JSON.parse(await readFile(at(design), 'utf8')) as typeof DESIGN;
      const cancellation = { ...document.sides.cancellation, targetGainDb: [[1000, 15]] };
      await write('alone.json', { ...document, sides: { ...document.sides, cancellation } });
      const alone = summariseMetrics(metrics(evaluate('alone.json', '--json').stdout));
      // Four decimals in the table, and as many digits in the JSON.
      expect(Math.abs(separationOf(name)[1]! - alone.separationDb)).toBeLessThan(2e-4);
    }
    expect(tables['given']).toBe(tables['referred']);
    expect(tables['given']).not.toBe(tables['model']);
    expect(separationOf('given')[1]).toBeGreaterThan(separationOf('given')[0]!);

    await write('far-sweep.json', spec('plant.json', { distanceM: [1, 2] }));
    await write('wide-sweep.json', spec('drivers.json', { spacingM: [0.1, 0.2] }));
    await write('missing-sweep.json', spec('missing.json', targets));
    const refusals: [ReturnType<typeof sweep>, string][] = [
      [sweep('far'), 'far-sweep.json: ranges.distanceM: expected a quantity that responses at the ears ("My desk") hold for at any value, got "distanceM"'],
      [sweep('wide'), 'wide-sweep.json: ranges.spacingM: expected a quantity that responses of the drivers ("Around") hold for'],
      [sweep('missing'), 'missing.json: plant: expected the measurement "My desk", a WAV file of SHA-256 aaaa'],
      [sweep('given', '--plant', 'mono'), 'mono: left.wav: expected 2 channels, left and right ear, got 1: it is mono'],
    ]; // prettier-ignore
    for (const [{ status, stderr }, message] of refusals) {
      expect(status).toBe(2);
      expect(stderr).toContain(message);
    }
  });

  it.each([
    [['missing.json'], 'missing.json: plant: expected the measurement "My desk", a WAV file of SHA-256 aaaa'],
    [['model.json', '--plant', 'mono'], 'mono: left.wav: expected 2 channels, left and right ear, got 1: it is mono'],
    [['model.json', '--plant', 'empty'], 'empty: files: expected 2, one for each driver, or one of 4 channels, got 0'],
    [['model.json', '--plant', 'nowhere'], 'nowhere: '],
  ])('refuses %j by name and rule', (args, message) => {
    const { status, stderr } = evaluate(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  }); // prettier-ignore
});
