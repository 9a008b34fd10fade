import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PlacesEvaluation } from './evaluate-places.ts';
import type { DesignMetrics } from '../design/metrics.ts';
import { modellingDelay } from '../kernel/chain-latency.ts';
import { createDesigner } from '../design/designer.ts';
import type { FilterSet } from '../design/filter-set.ts';
import { relativeSideSet } from '../design/rtf.ts';
import { parseDesign } from '../design/schema.ts';
import { main } from './main.ts';
import { runCommand, START_MS } from './testing/run-command.ts';
import { floatData, wavBytes } from './testing/wav-bytes.ts';
import { WavReader } from './wav-reader.ts';

/** Float32 kernels against Float64, relative to the peak. */
const KERNEL_ERROR = 1e-5;
/** L′ + C and R′ + C against the input, whose peak is 1. */
const UPMIX_ERROR = 1e-6;

const RATE = 48000;
const TAPS = 256;
const DESIGN = {
  format: 'soundstage-design',
  version: 1,
  name: 'Two drivers for the tests',
  sampleRateHz: RATE,
  filterTaps: TAPS,
  speedOfSoundMps: 343,
  device: {
    baffle: { kind: 'none' },
    drivers: [
      { id: 'left', positionM: [0, 0.12, 0], radiusM: 0.015 },
      { id: 'right', positionM: [0, -0.12, 0], radiusM: 0.015 },
    ],
  },
  listener: { positionM: [0.55, 0, 0], headRadiusM: 0.0875, earAzimuthDeg: 100 },
  upmix: { kind: 'adaptive' },
  sides: {
    virtualSpeakerAzimuthDeg: 30,
    cancellation: { targetGainDb: [[1000, 15]], maxEffortDb: 9, headOffsetsM: [[0, 0, 0]] },
  },
  centre: { beam: null },
  room: null,
};

let folder: string;
const at = (name: string) => join(folder, name);

const run = (...args: string[]) => runCommand(folder, ...args);

async function read(name: string): Promise<{ planes: Float32Array[]; sampleRateHz: number }> {
  const reader = await WavReader.open(at(name), 1 << 20);
  const planes = Array.from({ length: reader.format.channels }, () => new Float32Array(reader.frames));
  await reader.read(planes);
  await reader.close();
  return { planes, sampleRateHz: reader.format.sampleRateHz };
}

/** Silence, so that no edge of the signal meets an edge of the file; music of a kind; silence. */
const SILENCE = 6000;
const input = ['left', 'right'].map((_, channel) =>
  Float32Array.from({ length: 2 * SILENCE + 3001 }, (_value, i) => {
    const t = i - SILENCE;
    if (t < 0 || t >= 3001) return 0;
    return 0.5 * Math.sin(0.05 * t) + 0.4 * Math.sin(0.21 * t * (1 + channel)) + (t === 1500 ? 0.1 : 0);
  }),
);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundstage-command-'));
  const stereo = { code: 3, bits: 32, channels: 2, sampleRateHz: RATE };
  await writeFile(at('design.json'), JSON.stringify(DESIGN));
  await writeFile(at('in.wav'), wavBytes(stereo, floatData(input)));
  await writeFile(at('mono.wav'), wavBytes({ ...stereo, channels: 1 }, floatData([input[0]!])));
  await writeFile(at('slow.wav'), wavBytes({ ...stereo, sampleRateHz: 44100 }, floatData(input)));
  await writeFile(at('six.wav'), wavBytes({ ...stereo, channels: 6 }, Buffer.alloc(24 * 100)));
  await writeFile(at('short.wav'), wavBytes(stereo, Buffer.alloc(0)));
  await writeFile(at('broken.json'), '{"format": ');
  const drivers = DESIGN.device.drivers.map((driver) => ({ ...driver, radiusM: -1 }));
  await writeFile(at('bad.json'), JSON.stringify({ ...DESIGN, device: { ...DESIGN.device, drivers } }));
});
afterAll(() => rm(folder, { recursive: true }));

function worst(a: ArrayLike<number>, b: (i: number) => number): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b(i)));
  return most;
}

/** Inputs through one output of a set in Float64, its latency taken off. */
function convolve(set: FilterSet, inputs: readonly Float32Array[], output: number, i: number): number {
  let sum = 0;
  inputs.forEach((signal, channel) => {
    const start = (channel * set.outputs + output) * set.taps;
    for (let t = 0; t < set.taps; t++) {
      sum += set.firs[start + t]! * (signal[i + set.latencySamples - t] ?? 0);
    }
  });
  return sum;
}

describe('soundstage design', () => {
  it(
    'writes one file per input, a channel per driver, and the metrics',
    async () => {
      expect(run('design', 'design.json', '--out', 'made/here')).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
      const names = ['README.txt', 'filters-C.wav', 'filters-L.wav', 'filters-R.wav', 'metrics.json'];
      expect((await readdir(at('made/here'))).sort()).toEqual(names);
      const { spatial } = createDesigner().design(parseDesign(DESIGN));
      for (const [channel, name] of ['L', 'R', 'C'].entries()) {
        const { planes, sampleRateHz } = await read(`made/here/filters-${name}.wav`);
        expect(sampleRateHz).toBe(RATE);
        expect(planes).toHaveLength(2);
        planes.forEach((plane, driver) => {
          const start = (channel * 2 + driver) * TAPS;
          expect(Array.from(plane)).toEqual(Array.from(spatial.drivers.firs.subarray(start, start + TAPS)));
        });
      }
      const metrics = JSON.parse(await readFile(at('made/here/metrics.json'), 'utf8')) as DesignMetrics;
      expect(metrics.latencySamples).toBe(spatial.drivers.latencySamples);
      expect(metrics.sides.separationDb).toHaveLength(metrics.frequencyHz.length);
    },
    START_MS,
  );

  it(
    'writes what other programs load, each in a folder that is complete by itself',
    async () => {
      const formats = ['--format', 'camilladsp,csv', '--format', 'brutefir', '--format=sofa'];
      expect(run('design', 'design.json', '--out', 'bundles', ...formats).status).toBe(0);
      const names = ['README.txt', 'brutefir', 'camilladsp', 'csv', 'filters-C.wav', 'filters-L.wav'];
      expect((await readdir(at('bundles'))).sort()).toEqual([
        ...names,
        'filters-R.wav',
        'metrics.json',
        'sofa',
      ]);
      // The signature of HDF5.
      expect((await readFile(at('bundles/sofa/filters.sofa'))).toString('latin1', 0, 4)).toBe('\x89HDF');
      expect((await readdir(at('bundles/camilladsp'))).sort()).toEqual([
        'README.txt',
        'filters-C.wav',
        'filters-L.wav',
        'filters-R.wav',
        'soundstage-stereo.yml',
        'soundstage-three-channel.yml',
      ]);
      expect(await readFile(at('bundles/camilladsp/filters-C.wav'))).toEqual(
        await readFile(at('bundles/filters-C.wav')),
      );
      const { spatial } = createDesigner().design(parseDesign(DESIGN));
      expect(await readFile(at('bundles/brutefir/filters-L.f32'))).toEqual(
        floatData([spatial.drivers.firs.subarray(0, 2 * TAPS)]),
      );
    },
    START_MS,
  );

  it(
    'writes the cancellation in relative form beside them when asked',
    async () => {
      expect(run('design', 'design.json', '--out', 'relative', '--rtf').status).toBe(0);
      const set = relativeSideSet(parseDesign(DESIGN));
      for (const [side, name] of ['L', 'R'].entries()) {
        const { planes } = await read(`relative/filters-${name}-rtf.wav`);
        const start = (2 * side + 1) * TAPS;
        expect(Array.from(planes[1]!)).toEqual(Array.from(set.firs.subarray(start, start + TAPS)));
      }
    },
    START_MS,
  );
});

describe('soundstage evaluate', () => {
  it(
    'prints the metrics that design writes with zone and depth, or a table of them',
    async () => {
      const json = run('evaluate', 'design.json', '--json');
      expect(json.status).toBe(0);
      expect(run('design', 'design.json', '--out', 'evaluated').status).toBe(0);
      const { zone, depth, ...metrics } = JSON.parse(json.stdout) as DesignMetrics & PlacesEvaluation;
      expect(metrics).toEqual(JSON.parse(await readFile(at('evaluated/metrics.json'), 'utf8')));
      expect(zone.areas.find(({ quantity }) => quantity === 'balance')).toMatchObject({
        rule: { kind: 'within', value: 3, of: 0 },
      });
      expect(depth).toBeNull();

      const { frequencyHz, sides } = metrics;
      const table = run('evaluate', 'design.json');
      expect(table).toMatchObject({ status: 0, stderr: '' });
      const lines = table.stdout.split('\n');
      expect(lines[0]).toBe(DESIGN.name);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
      // 20 Hz · 2^(135/24) = 987 Hz lies nearest to 1 kHz on the 1/24-octave grid.
      const cells = lines
        .find((line) => line.trim().startsWith('1000 '))!
        .trim()
        .split(/ +/);
      expect(frequencyHz[135]).toBeCloseTo(987.0, 0);
      expect(cells[1]).toBe(sides.separationDb[135]!.toFixed(1));
      expect(cells[3]).toBe('15.0');
      expect(table.stdout).toMatch(/Separation, mean .* dB\n/);
      const area = zone.areas.find(({ quantity }) => quantity === 'separation')!.areaM2!.toFixed(3);
      expect(table.stdout).toContain(`Separation, mean of both sides at 10 dB or more`);
      expect(table.stdout).toMatch(new RegExp(`10 dB or more +${area} m²\n`));

      const room = { sizeM: [5, 4, 2.5], reverberationTimeS: 0.4, devicePositionM: [1, 2, 1] };
      await writeFile(at('room.json'), JSON.stringify({ ...DESIGN, room }));
      const inRoom = run('evaluate', 'room.json', '--json');
      const { depth: heard } = JSON.parse(inRoom.stdout) as PlacesEvaluation;
      const { q, criticalDistanceM } = heard!.plainMatrix.centre;
      expect(criticalDistanceM).toBeCloseTo(0.057 * Math.sqrt((q * 50) / 0.4), 9);
      expect(run('evaluate', 'room.json').stdout).toMatch(/Direct to reverberant, centre +-?\d+\.\d dB\n/);
    },
    START_MS,
  );
});

describe('soundstage render', () => {
  it(
    'takes upmix and filters of the profile that is asked for',
    async () => {
      const [design, out] = [{ ...DESIGN, filterTaps: 2048 }, ['--profile', 'video']];
      await writeFile(at('long.json'), JSON.stringify(design));
      const upmixOnly = [...out, '--upmix-only'];
      expect(run('render', 'in.wav', 'long.json', '--out', 'video.wav', ...out).status).toBe(0);
      expect(run('render', 'in.wav', 'long.json', '--out', 'video-upmix.wav', ...upmixOnly).status).toBe(0);
      expect(run('render', 'in.wav', 'long.json', '--out', 'music-upmix.wav', '--upmix-only').status).toBe(0);
      const { planes: upmixed } = await read('video-upmix.wav');
      const [left, , centre] = upmixed as [Float32Array, Float32Array, Float32Array];
      expect(worst(input[0]!, (i) => left[i]! + centre[i]!)).toBeLessThan(UPMIX_ERROR);
      const music = (await read('music-upmix.wav')).planes[2]!;
      expect(worst(centre, (i) => music[i]!)).toBeGreaterThan(0.01);

      const delay = modellingDelay('video', 2048, RATE);
      expect(delay).toBeLessThan(1024);
      const { spatial } = createDesigner().design(parseDesign(design), delay);
      const { planes } = await read('video.wav');
      planes.forEach((plane, output) => {
        const peak = worst(plane, () => 0);
        expect(worst(plane, (i) => convolve(spatial.drivers, upmixed, output, i))).toBeLessThan(
          KERNEL_ERROR * peak,
        );
      });
    },
    START_MS,
  );

  it(
    'is the upmix through the filters, aligned with the input, its tail let out',
    async () => {
      for (const args of [
        ['--out', 'upmix.wav', '--upmix-only'],
        ['--out', 'drivers.wav'],
        ['--out', 'ears.wav', '--listen', 'ears'],
      ]) {
        expect(run('render', 'in.wav', 'design.json', ...args)).toEqual({
          status: 0,
          stdout: '',
          stderr: '',
        });
      }
      const { planes: upmixed } = await read('upmix.wav');
      const [left, right, centre] = upmixed as [Float32Array, Float32Array, Float32Array];
      expect(left).toHaveLength(input[0]!.length);
      expect(worst(input[0]!, (i) => left[i]! + centre[i]!)).toBeLessThan(UPMIX_ERROR);
      expect(worst(input[1]!, (i) => right[i]! + centre[i]!)).toBeLessThan(UPMIX_ERROR);
      expect(worst(centre, () => 0)).toBeGreaterThan(0.01);

      const { spatial } = createDesigner().design(parseDesign(DESIGN));
      for (const [name, set] of [
        ['drivers.wav', spatial.drivers],
        ['ears.wav', spatial.ears],
      ] as const) {
        const { planes } = await read(name);
        expect(planes).toHaveLength(2);
        planes.forEach((plane, output) => {
          expect(plane).toHaveLength(input[0]!.length + TAPS - 1 - set.latencySamples);
          const peak = worst(plane, () => 0);
          expect(peak).toBeGreaterThan(0.05);
          expect(worst(plane, (i) => convolve(set, upmixed, output, i))).toBeLessThan(KERNEL_ERROR * peak);
        });
      }
    },
    START_MS,
  );

  it(
    'plays one channel on left and right alike',
    async () => {
      expect(run('render', 'mono.wav', 'design.json', '--out', 'mono-upmix.wav', '--upmix-only').status).toBe(
        0,
      );
      const [left, right] = (await read('mono-upmix.wav')).planes;
      expect(left).toEqual(right);
    },
    START_MS,
  );
});

describe('the command', () => {
  it(
    'refuses with exit code 2 and one line, no stack trace and no file',
    async () => {
      const before = await readdir(folder);
      const { status, stdout, stderr } = run('design', 'bad.json', '--out', 'refused');
      expect(status).toBe(2);
      expect(stdout).toBe('');
      const message = 'bad.json: device.drivers[0].radiusM: expected a number > 0, got -1';
      expect(stderr).toBe(`soundstage: ${message}\n`);
      expect(await readdir(folder)).toEqual(before);
    },
    START_MS,
  );

  it.each([
    [[], 'expected a command'],
    [['desing'], 'desing: no such command'],
    [['constructor'], 'constructor: no such command'],
    [['evaluate'], 'evaluate: expected FILE.json, got nothing'],
    [['evaluate', 'bad.json'], 'bad.json: device.drivers[0].radiusM: expected a number > 0, got -1'],
    [['evaluate', 'design.json', '--jason'], '--jason: no such option'],
    [['design'], 'expected FILE.json, got nothing'],
    [['design', 'design.json'], '--out: expected the folder to write into, got nothing'],
    [
      ['design', 'design.json', '--out', 'x', '--format', 'csv,flac'],
      '--format: expected wav, camilladsp, equalizer-apo, brutefir, csv, sofa, got "flac"',
    ],
    [['design', 'none.json', '--out', 'x'], 'none.json: cannot read: no such file'],
    [['design', 'broken.json', '--out', 'x'], 'broken.json: expected a JSON design document'],
    [['design', 'design.json', '--out', 'in.wav'], 'in.wav: expected a directory, got a file'],
    [['render', 'in.wav', '--out', 'x.wav'], 'expected IN.wav and FILE.json, got '],
    [['render', 'none.wav', 'design.json', '--out', 'x.wav'], 'none.wav: cannot read: no such file'],
    [['render', 'design.json', 'design.json', '--out', 'x.wav'], 'design.json: expected a WAV file'],
    [['render', 'six.wav', 'design.json', '--out', 'x.wav'], 'six.wav: expected 1 or 2 channels, got 6'],
    [['render', 'short.wav', 'design.json', '--out', 'x.wav'], 'short.wav: expected audio, got none'],
    [
      ['render', 'slow.wav', 'design.json', '--out', 'x.wav'],
      'slow.wav: expected 48000 Hz, the sampleRateHz of ',
    ],
    [['render', 'in.wav', 'design.json', '--out', 'in.wav'], 'in.wav: expected another file than the input'],
    [
      ['render', 'in.wav', 'design.json', '--out', 'x.wav', '--profile', 'film'],
      '--profile: expected music or video, got "film"',
    ],
    [
      ['render', 'in.wav', 'design.json', '--out', 'x.wav', '--listen', 'nose'],
      '--listen: expected drivers or ears',
    ],
    [
      ['render', 'in.wav', 'design.json', '--out', 'x.wav', '--listen', 'ears', '--upmix-only'],
      '--listen: expected without --upmix-only',
    ],
  ])('refuses %j', async (args, message) => {
    const before = await readdir(folder);
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const paths = args.map((arg) => (/\.(json|wav)$/.test(arg) || arg === 'x' ? at(arg) : arg));
    const code = await main(paths);
    const lines = stderr.mock.calls.map(([text]) => String(text)).join('');
    stderr.mockRestore();
    expect(code).toBe(2);
    expect(lines).toContain(message);
    expect(lines.match(/\n/g)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(before);
  });

  it('explains itself', async () => {
    const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    for (const args of [
      ['--help'],
      ['design', '--help'],
      ['render', '--help'],
      ['--version'],
      ['evaluate', '--help'],
    ]) {
      expect(await main(args)).toBe(0);
    }
    const texts = stdout.mock.calls.map(([text]) => String(text));
    stdout.mockRestore();
    expect(texts[0]).toContain('Usage:');
    expect(texts[1]).toContain('soundstage design FILE.json --out DIR');
    expect(texts[2]).toContain('--listen ears');
    expect(texts[4]).toContain('soundstage evaluate FILE.json [--head FILE.sofa] [--plant DIR] [--json]');
    expect(texts[2]).toContain('--profile video');
    expect(texts[3]).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
