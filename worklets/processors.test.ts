import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FilterMatrix } from '../src/kernel/filter-matrix.ts';
import { Limiter } from '../src/kernel/limiter.ts';
import { prepareFilters, type PreparedFilters } from '../src/kernel/prepare-filters.ts';
import { noise, noiseFilters } from '../src/kernel/testing/convolution.ts';
import { kernelModule } from '../src/kernel/testing/kernel-module.ts';
import { Upmix } from '../src/kernel/upmix.ts';
import { LOAD_BOARD_BYTES, LoadClock } from '../src/protocol/load-board.ts';
import { allocatedBytes } from './testing/allocations.ts';
import { loadWorklet, quantum, SAMPLE_RATE_HZ, type Processor } from './testing/audio-scope.ts';

const SHAPE = { inputs: 3, maxOutputs: 2, maxTaps: 3000 };
const CEILING = 10 ** (-1 / 20);
const module = kernelModule();
const load = new SharedArrayBuffer(LOAD_BOARD_BYTES);

interface Kind {
  readonly name: string;
  readonly file: string;
  readonly kernel: { readonly prototype: { process(frames?: number): void } };
  readonly options: object;
  readonly inputs: number;
  readonly outputs: number;
}

const KINDS: readonly Kind[] = [
  {
    name: 'upmix',
    file: 'upmix.worklet.ts',
    kernel: Upmix,
    options: { kind: 'adaptive' },
    inputs: 2,
    outputs: 3,
  },
  {
    name: 'filter matrix',
    file: 'filter-matrix.worklet.ts',
    kernel: FilterMatrix,
    options: { ...SHAPE, sets: 2 },
    inputs: 3,
    outputs: 2,
  },
  {
    name: 'limiter',
    file: 'limiter.worklet.ts',
    kernel: Limiter,
    options: { channels: 2 },
    inputs: 2,
    outputs: 2,
  },
];

const makers = new Map<string, (options: unknown) => Processor>();

beforeAll(async () => {
  for (const { name, file } of KINDS) makers.set(name, await loadWorklet(file));
});

afterEach(() => void vi.restoreAllMocks());

function make({ name, options }: Kind, compiled: unknown = module): Processor {
  const processor = makers.get(name)!({ module: compiled, load, ...options });
  if (name !== 'filter matrix' || compiled !== module) return processor;
  for (const set of [0, 1]) {
    const filters = noiseFilters(3, 2, 3000, 1 + set);
    deliver(processor, set, prepareFilters(module, filters, SHAPE), 0.5);
  }
  return processor;
}

const send = (processor: Processor, data: unknown): void => processor.port.onmessage?.({ data });

/** All of a set's filters, in pieces of so many floats. */
function deliver(
  processor: Processor,
  set: number,
  { spectra, ...header }: PreparedFilters,
  gain?: number,
  piece = 10_000,
): void {
  const delivery = deliveries++;
  const first = spectra?.slice(0, piece);
  send(processor, {
    type: 'begin-filters',
    delivery,
    set,
    header,
    length: spectra?.length,
    spectra: first,
    gain,
  });
  for (let done = piece; wants(processor, delivery); done += piece)
    send(processor, { type: 'spectra', delivery, spectra: spectra.slice(done, done + piece) });
}

let deliveries = 0;

const wants = ({ port }: Processor, delivery: number): boolean => {
  const last = port.reports.findLast((report) => report['delivery'] === delivery);
  return last?.type === 'want';
};

/** Runs quanta of a signal that the number of the quantum gives; all output, one array per channel. */
function run(
  processor: Processor,
  kind: Kind,
  quanta: number,
  signal: (quantum: number) => Float32Array,
): Float32Array[] {
  const results = Array.from({ length: kind.outputs }, () => new Float32Array(128 * quanta));
  for (let q = 0; q < quanta; q++) {
    const output = Array.from({ length: kind.outputs }, () => quantum(0));
    processor.process([Array.from({ length: kind.inputs }, () => signal(q))], [output]);
    output.forEach((samples, channel) => results[channel].set(samples, 128 * q));
  }
  return results;
}

const steady = quantum(0.25);

describe.each(KINDS)('the $name processor', (kind) => {
  it('allocates nothing while it works and its time is taken', () => {
    const processor = make(kind);
    const clock = new LoadClock(load);
    clock.open();
    const inputs = [Array.from({ length: kind.inputs }, (_, i) => noise(128, i + 1).map((x) => 0.3 * x))];
    const outputs = [Array.from({ length: kind.outputs }, () => quantum(0))];
    // The smallest object takes 12 bytes; measuring itself and the processors' reports take a few thousand in all.
    let microseconds = 0;
    const call = () => {
      clock.tell((microseconds += 2), false);
      processor.process(inputs, outputs);
    };
    expect(allocatedBytes(call)).toBeLessThan(6);
    expect(clock.close().some(({ frames }) => frames > 1000)).toBe(true);
  });

  it('is let go when it is told to end', () => {
    const processor = make(kind);
    const outputs = [Array.from({ length: kind.outputs }, () => quantum(0))];
    expect(processor.process([[]], outputs)).toBe(true);
    send(processor, { type: 'end' });
    expect(processor.process([[]], outputs)).toBe(false);
    // An open port would keep processor and kernel.
    expect(processor.port.closed).toBe(true);
  });

  it.each([
    ['its kernel', module],
    ['none', new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))],
  ])('answers each question once, with %s', (_, compiled) => {
    const processor = make(kind, compiled);
    send(processor, { type: 'ask' });
    send(processor, { type: 'ask' });
    expect(processor.port.reports.filter(({ type }) => type === 'obeyed')).toHaveLength(2);
  });

  it('goes on without its kernel when that traps, from where it was, and says so once', () => {
    const processor = make(kind);
    const before = run(processor, kind, 80, () => steady);
    vi.spyOn(kind.kernel.prototype, 'process').mockImplementation(() => {
      throw new WebAssembly.RuntimeError('unreachable');
    });
    const after = run(processor, kind, 40, () => steady);
    after.forEach((samples, channel) => {
      let last = before[channel].at(-1)!;
      const fade = 0.01 * SAMPLE_RATE_HZ;
      for (const sample of samples) {
        expect(Math.abs(sample - last)).toBeLessThan(2 / fade);
        last = sample;
      }
    });
    const passed = { upmix: [0.25, 0.25, 0], 'filter matrix': [0.25, 0.25], limiter: [0.25, 0.25] };
    expect(after.map((samples) => samples.at(-1))).toEqual(passed[kind.name as keyof typeof passed]);
    expect(processor.port.reports.filter(({ type }) => type === 'fault')).toHaveLength(1);
  });

  it('goes on without its kernel when that has lost its memory, and comes to an end of it', () => {
    const { Instance } = WebAssembly;
    const memories: WebAssembly.Memory[] = [];
    vi.spyOn(WebAssembly, 'Instance').mockImplementation(function (...setup) {
      const instance = new Instance(...setup);
      memories.push(instance.exports['memory'] as WebAssembly.Memory);
      return instance;
    });
    const processor = make(kind);
    run(processor, kind, 80, () => steady);
    // A memory that grows is another one: all that looked at it is empty.
    for (const memory of memories) memory.grow(1);
    const after = run(processor, kind, 40, () => steady);
    expect(after[0].at(-1)).toBe(0.25);
    expect(processor.port.reports.filter(({ type }) => type === 'fault')).toHaveLength(1);
  });

  it.each([
    ['its kernel', module],
    ['none', new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))],
  ])('lets nothing leave that is not a number, with %s', (_, compiled) => {
    const processor = make(kind, compiled);
    const bad = [NaN, Infinity, -Infinity, 3e38, -3e38, 1e-39];
    const outputs = run(processor, kind, 120, (q) => {
      const samples = noise(128, q + 1);
      if (q > 5 && q < 60) samples.fill(bad[q % bad.length], 40, 90);
      return samples;
    });
    for (const samples of outputs) expect(samples.every(Number.isFinite)).toBe(true);
    if (kind.name !== 'limiter') return;
    // One rounding of the ceiling to Float32.
    for (const samples of outputs)
      expect(Math.max(...samples.map(Math.abs))).toBeLessThanOrEqual(CEILING + 1e-7);
  });
});

describe('the filter matrix processor', () => {
  const kind = KINDS[1];
  const prepared = prepareFilters(module, noiseFilters(3, 2, 3000, 3), SHAPE);
  const changed = (at: number, value: number) => {
    const header = prepared.header.slice();
    header[at] = value;
    return { ...prepared, header };
  };

  it.each([
    ['another rate', { ...prepared, sampleRateHz: 44_100 }, 'sampleRateHz'],
    ['other inputs', { ...prepared, inputs: 2 }, 'inputs'],
    ['too many outputs', { ...prepared, outputs: 5 }, 'outputs'],
    ['another plan', { ...prepared, plan: [{ block: 128, count: 99 }] }, 'plan'],
    ['a short header', { ...prepared, header: prepared.header.subarray(0, 7) }, 'header'],
    ['more rows than outputs', changed(1, 3), 'header: rows'],
    ['more partitions than planned', changed(3, 1000), 'header: partitions of stage 0'],
    ['a row for an output that is not there', changed(prepared.header.length - 4, 7), 'output of a row'],
    ['a group of inputs that are not there', changed(prepared.header.length - 6, 9), 'header: '],
    ['fewer spectra', { ...prepared, spectra: prepared.spectra.subarray(8) }, 'spectra.length'],
    ['nothing at all', {}, ''],
    [
      'a spectrum that is not finite',
      { ...prepared, spectra: prepared.spectra.map((x, i) => (i === 12_345 ? NaN : x)) },
      'finite',
    ],
  ])('refuses filters with %s by name and plays on unchanged', (_, filters, field) => {
    const processor = make(kind);
    const untouched = make(kind);
    deliver(processor, 0, filters as PreparedFilters);
    const actual = run(processor, kind, 30, (q) => noise(128, q + 1));
    const expected = run(untouched, kind, 30, (q) => noise(128, q + 1));
    actual.forEach((samples, o) => expect(samples).toEqual(expected[o]));
    const refusals = processor.port.reports.filter(({ type }) => type === 'refused');
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({ type: 'refused', message: expect.stringContaining(field) });
  });

  it('takes filters of denormals for the silence that they are', () => {
    const processor = make(kind);
    const faint = { ...prepared, spectra: prepared.spectra.map((x) => 1e-39 * Math.sign(x)) };
    deliver(processor, 0, faint as PreparedFilters);
    // The fade to them and the longest filter's tail.
    const settled = run(processor, kind, 60, (q) => noise(128, q + 1)).map((x) => x.subarray(-128));
    for (const samples of settled) expect(Math.max(...samples.map(Math.abs))).toBeLessThan(1e-30);
    expect(processor.port.reports.map(({ type }) => type)).not.toContain('fault');
    expect(processor.port.reports.map(({ type }) => type)).not.toContain('refused');
  });

  it('takes a command that it does not know for no command', () => {
    const processor = make(kind);
    for (const command of [null, 'play', { type: 'reset-all' }]) send(processor, command);
    expect(run(processor, kind, 3, () => steady)[0].at(-1)).not.toBe(0);
    expect(processor.port.reports.map(({ type }) => type)).not.toContain('fault');
  });
});

describe('the limiter processor', () => {
  it('tells its reduction on a second output, quantum by quantum', () => {
    const processor = make(KINDS[2]);
    const levels = [0.5, 2, 2, 0.5];
    const told = levels.flatMap((level) =>
      Array.from({ length: 200 }, () => {
        const reduction = quantum(9);
        processor.process([[quantum(level), quantum(0)]], [[quantum(0), quantum(0)], [reduction]]);
        expect(new Set(reduction).size).toBe(1);
        return reduction[0];
      }),
    );
    expect(told.slice(0, 200).every((db) => db === 0)).toBe(true);
    // From 2 to the ceiling, with the headroom that the limiter keeps.
    expect(told[599]).toBeCloseTo(20 * Math.log10(2) + 1.1, 3);
    expect(told[799]).toBeLessThan(0.1);
  });
});
