import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { noise } from '../src/kernel/testing/convolution.ts';
import { kernelModule } from '../src/kernel/testing/kernel-module.ts';
import { FrameRing } from '../src/protocol/frame-ring.ts';
import { METER_FRAME, meterFrameOf, TRACE_POINTS } from '../src/protocol/meter-protocol.ts';
import { IMAGE_TERM_COUNT, IMAGE_TERMS, STAGE_BANDS_HZ } from '../src/protocol/stage-bands.ts';
import { allocatedBytes } from './testing/allocations.ts';
import { loadWorklet, quantum, SAMPLE_RATE_HZ, type Processor } from './testing/audio-scope.ts';

const module = kernelModule();
/** Float32 frames. */
const DIGITS = 5;
const NAMES = Object.keys(METER_FRAME) as (keyof typeof METER_FRAME)[];

let makeProcessor: (options: unknown) => Processor;

beforeAll(async () => {
  makeProcessor = await loadWorklet('meter.worklet.ts');
});

afterEach(() => void vi.stubGlobal('currentTime', 0));

const send = (processor: Processor, data: unknown): void => processor.port.onmessage?.({ data });

/** A meter that is read through shared memory or by messages; `read` takes the newest frame, if there is one. */
function createMeter(transport: 'shared' | 'messages', outputs = 2) {
  const { length } = meterFrameOf(outputs);
  if (transport === 'shared') {
    const shared = new SharedArrayBuffer(FrameRing.bytes(length));
    const ring = new FrameRing(shared, length);
    const processor = makeProcessor({ module, outputs, shared });
    const frame = new Float32Array(length);
    return { processor, read: () => (ring.read(frame) ? frame.slice() : null) };
  }
  const processor = makeProcessor({ module, outputs });
  let seen = 0;
  const read = () => {
    const report = processor.port.reports[seen];
    if (!report) return null;
    seen += 1;
    const frame = (report.frame as Float32Array).slice();
    send(processor, { type: 'take', frame: report.frame });
    return frame;
  };
  return { processor, read };
}

type Signal = (n: number) => number;

/** Plays signals, one per output, from the start of their time. */
function play(
  processor: Processor,
  signals: readonly Signal[],
  seconds: number,
  reductionDb = 0,
  afterQuantum: () => void = () => undefined,
  upmixed: readonly Signal[] = [],
): void {
  const quanta = Math.round((seconds * SAMPLE_RATE_HZ) / 128);
  for (let q = 0; q < quanta; q++) {
    const played = (signal: Signal) => Float32Array.from({ length: 128 }, (_, i) => signal(128 * q + i));
    const inputs = [signals.map(played), [quantum(reductionDb)], upmixed.map(played)];
    processor.process(inputs, [[quantum(0)]]);
    afterQuantum();
  }
}

const sine =
  (amplitude: number, phaseDeg = 0): Signal =>
  (n) =>
    amplitude * Math.sin((2 * Math.PI * 997 * n) / SAMPLE_RATE_HZ + (phaseDeg * Math.PI) / 180);

describe.each(['shared', 'messages'] as const)('the meter processor, read by %s', (transport) => {
  it('measures a 997 Hz sine of −20 dBFS in both outputs', () => {
    const { processor, read } = createMeter(transport);
    let frame = new Float32Array();
    play(processor, [sine(0.1), sine(0.1)], 4, 0, () => (frame = read() ?? frame));
    const value = (name: keyof typeof METER_FRAME) => frame[METER_FRAME[name]];
    for (const name of ['momentaryLufs', 'shortTermLufs', 'integratedLufs'] as const) {
      // The recommendation's −3.01 for one channel at full scale has two decimals.
      expect(Math.abs(value(name) + 20)).toBeLessThan(0.01);
    }
    expect(value('rangeLu')).toBeLessThan(0.02);
    // The interpolation's ripple.
    expect(Math.abs(20 * Math.log10(value('maxTruePeak')) + 20)).toBeLessThan(0.05);
    expect(value('correlation')).toBeCloseTo(1, DIGITS);
    const { meanSquares } = meterFrameOf(2);
    for (const output of [0, 1]) {
      expect(frame[METER_FRAME.peaks + output]).toBeCloseTo(0.1, 3);
      // 300 ms are not whole periods.
      expect(frame[meanSquares + output]).toBeCloseTo(0.005, 4);
    }
  });

  it('gives each of many outputs its own levels, and measures loudness and image of the programme', () => {
    const { processor, read } = createMeter(transport, 32);
    const signals = Array.from({ length: 32 }, (_, c) => sine(1 / (c + 2), c === 1 ? 90 : 0));
    let frame = new Float32Array();
    const programme = [sine(0.1), sine(0.1, 180), () => 0];
    play(processor, signals, 0.5, 0, () => (frame = read() ?? frame), programme);
    const { meanSquares } = meterFrameOf(32);
    expect(frame[METER_FRAME.outputs]).toBe(32);
    for (let c = 0; c < 32; c++) {
      expect(frame[METER_FRAME.peaks + c]).toBeCloseTo(1 / (c + 2), 2);
      expect(Math.sqrt(2 * frame[meanSquares + c]) * (c + 2)).toBeCloseTo(1, 2);
    }
    expect(frame[METER_FRAME.correlation]).toBeCloseTo(-1, 3);
    // Of 400 ms, and two decimals in the recommendation.
    expect(Math.abs(frame[METER_FRAME.momentaryLufs] + 20)).toBeLessThan(0.01);
    expect(frame[METER_FRAME.truePeak]).toBeCloseTo(0.5, 2);
  });

  it('follows from many outputs to two and back: what was measured of others is forgotten', () => {
    const { processor, read } = createMeter(transport, 8);
    let frame = new Float32Array();
    const keep = () => (frame = read() ?? frame);
    const drivers = Array.from({ length: 8 }, (_, c) => sine(c === 7 ? 0.7 : 0.1));
    const programme = [sine(0), sine(0), sine(0.1)];
    play(processor, drivers, 1, 0, keep, programme);
    // The centre is on both sides.
    expect(frame[METER_FRAME.correlation]).toBeCloseTo(1, 3);
    expect(Math.abs(frame[METER_FRAME.momentaryLufs] + 20)).toBeLessThan(0.01);
    expect(frame[METER_FRAME.maxTruePeak]).toBeCloseTo(0.7, 2);
    play(processor, [sine(0.01), sine(0.01)], 1, 0, keep, programme);
    expect(frame[METER_FRAME.outputs]).toBe(2);
    expect(frame[METER_FRAME.maxTruePeak]).toBeLessThan(0.11);
    expect([...frame.subarray(METER_FRAME.peaks + 2, METER_FRAME.peaks + 8)]).toEqual([0, 0, 0, 0, 0, 0]);
    // What was 20 dB louder a second ago rings on in the filters.
    expect(Math.abs(frame[METER_FRAME.momentaryLufs] + 40)).toBeLessThan(0.05);
    play(processor, drivers, 0.5, 0, keep, programme);
    expect(Math.abs(frame[METER_FRAME.momentaryLufs] + 20)).toBeLessThan(0.01);
    expect(frame[METER_FRAME.peaks + 7]).toBeCloseTo(0.7, 2);
  });

  it('holds the strongest reduction and the largest peak until they were read, then what came since', () => {
    const { processor, read } = createMeter(transport, 1);
    play(processor, [() => 0], 0.02, 0, read);
    play(processor, [(n) => (n === 5 ? 0.7 : 0)], 0.01, 4);
    play(processor, [() => 0.1], 0.5, 1);
    // By messages the first frame is still on its way; what came after it is in the next.
    const frames = [read()!];
    play(processor, [() => 0.1], 0.02, 1, () => frames.push(...[read()].filter((frame) => frame !== null)));
    const held = (name: 'peaks' | 'reductionDb') => frames.map((frame) => frame[METER_FRAME[name]]);
    expect(Math.max(...held('peaks'))).toBeCloseTo(0.7, DIGITS);
    expect(Math.max(...held('reductionDb'))).toBe(4);
    expect(held('peaks').at(-1)).toBeCloseTo(0.1, DIGITS);
    expect(held('reductionDb').at(-1)).toBe(1);
  });

  it('traces the newest samples of the first two outputs', () => {
    const { processor, read } = createMeter(transport);
    let frame = new Float32Array();
    play(processor, [(n) => n / 1e5, (n) => -n / 1e5], 0.5, 0, () => (frame = read() ?? frame));
    const layout = meterFrameOf(2);
    const trace = frame.subarray(layout.trace, layout.image);
    expect(trace).toHaveLength(2 * TRACE_POINTS);
    for (let i = 0; i < TRACE_POINTS; i++) expect(trace[2 * i + 1]).toBe(-trace[2 * i]);
    expect(trace[2] - trace[0]).toBeCloseTo(2e-5, 6);
    // It ends where the last step ended.
    expect(trace.at(-2)! * 1e5).toBeGreaterThan(24_000 - 480 - 3);
  });

  it('tells the power of left, right and centre in each band, and what they share', () => {
    const { processor, read } = createMeter(transport);
    let frame = new Float32Array();
    const upmixed = [sine(0.5), sine(0), sine(0.2)];
    play(processor, [sine(0.1), sine(0.1)], 1.5, 0, () => (frame = read() ?? frame), upmixed);
    const image = frame.subarray(meterFrameOf(2).image);
    const sum = (term: number) =>
      image.filter((_, i) => i % IMAGE_TERM_COUNT === term).reduce((a, b) => a + b, 0);
    // What lies beyond the outermost bands, and the running mean's last 1e−8.
    expect(sum(IMAGE_TERMS.left)).toBeCloseTo(0.125, 4);
    expect(sum(IMAGE_TERMS.right)).toBe(0);
    expect(sum(IMAGE_TERMS.centre)).toBeCloseTo(0.02, 4);
    expect(sum(IMAGE_TERMS.leftCentre)).toBeCloseTo(0.05, 4);
    expect(sum(IMAGE_TERMS.leftRight)).toBe(0);
    const lefts = STAGE_BANDS_HZ.map((_, b) => image[IMAGE_TERM_COUNT * b + IMAGE_TERMS.left]);
    expect(STAGE_BANDS_HZ[lefts.indexOf(Math.max(...lefts))]).toBeCloseTo(1008, 0);
  });

  it('starts anew with another programme, at its time', () => {
    const { processor, read } = createMeter(transport);
    let frame = new Float32Array();
    const keep = () => (frame = read() ?? frame);
    play(processor, [sine(0.5), sine(0.5)], 1, 0, keep);
    send(processor, { type: 'restart', programme: 7, atSeconds: 2 });
    vi.stubGlobal('currentTime', 1.999);
    play(processor, [sine(0.5), sine(0.5)], 0.1, 0, keep);
    expect(frame[METER_FRAME.programme]).toBe(0);
    expect(frame[METER_FRAME.integratedLufs]).toBeGreaterThan(-10);
    vi.stubGlobal('currentTime', 2);
    play(processor, [sine(0.01), sine(0.01)], 1, 0, keep);
    expect(frame[METER_FRAME.programme]).toBe(7);
    // The filters ring on from what was 34 dB louder.
    expect(Math.abs(frame[METER_FRAME.integratedLufs] + 40)).toBeLessThan(0.05);
    expect(20 * Math.log10(frame[METER_FRAME.maxTruePeak])).toBeLessThan(-5);
  });

  it('allocates nothing while it works', () => {
    const { processor } = createMeter(transport);
    const inputs = [
      [noise(128, 1), noise(128, 2)],
      [quantum(1)],
      [noise(128, 3), noise(128, 4), noise(128, 5)],
    ];
    const outputs = [[quantum(0)]];
    const process = () => processor.process(inputs, outputs);
    // Until all of it is optimised, numbers are objects now and then.
    for (let q = 0; q < 60_000; q++) process();
    // The smallest object takes 12 bytes, and a frame is made every four quanta; measuring itself takes some too.
    expect(allocatedBytes(process)).toBeLessThan(1);
  });

  it('leaves its output silent', () => {
    const { processor } = createMeter(transport);
    const output = quantum(0);
    for (let q = 0; q < 20; q++)
      processor.process([[noise(128, 1), noise(128, 2)], [quantum(1)], []], [[output]]);
    expect(output.every((x) => x === 0)).toBe(true);
  });

  it('takes what is no number for silence, and channels that are not there', () => {
    const { processor, read } = createMeter(transport);
    const bad = [NaN, Infinity, -Infinity, 3e38, -3e38, 1e-39];
    let frame = new Float32Array();
    const keep = () => (frame = read() ?? frame);
    play(processor, [(n) => bad[n % bad.length], () => NaN], 0.5, NaN, keep, [
      () => NaN,
      () => Infinity,
      sine(0.1),
    ]);
    expect(frame.some(Number.isNaN)).toBe(false);
    expect(NAMES.filter((name) => Number.isNaN(frame[METER_FRAME[name]]))).toEqual([]);
    expect(frame[METER_FRAME.maxTruePeak]).toBe(0);
    for (let q = 0; q < 20; q++) processor.process([[], [], []], [[quantum(0)]]);
    play(processor, [sine(0.1), sine(0.1)], 1, 0, keep);
    expect(Math.abs(frame[METER_FRAME.momentaryLufs] + 20)).toBeLessThan(0.01);
  });

  it('is let go when it is told to end, and takes no command that it does not know', () => {
    const { processor } = createMeter(transport);
    for (const command of [null, 'take', { type: 'take' }, { type: 'restart' }, { type: 'reset-all' }])
      send(processor, command);
    expect(processor.process([[quantum(0), quantum(0)], [], []], [[quantum(0)]])).toBe(true);
    send(processor, { type: 'end' });
    expect(processor.process([[quantum(0), quantum(0)], [], []], [[quantum(0)]])).toBe(false);
    expect(processor.port.reports.filter(({ type }) => type === 'fault')).toEqual([]);
  });

  it('stops without a kernel, says so once, and throws nothing', () => {
    const empty = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    const processor = makeProcessor({ module: empty, outputs: 2 });
    for (let q = 0; q < 20; q++) {
      expect(processor.process([[quantum(0.1), quantum(0.1)], [], []], [[quantum(0)]])).toBe(true);
    }
    expect(processor.port.reports.map(({ type }) => type)).toEqual(['fault']);
  });
});

describe('the meter processor, read by messages', () => {
  it('sends one frame, and no other before that came back', () => {
    const { processor, read } = createMeter('messages');
    // A page that is hidden for a minute.
    play(processor, [sine(0.1), sine(0.1)], 60);
    expect(processor.port.reports).toHaveLength(1);
    read();
    play(processor, [sine(0.1), sine(0.1)], 1);
    expect(processor.port.reports).toHaveLength(2);
  });
});
