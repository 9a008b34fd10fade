import { beforeAll, describe, expect, it, vi } from 'vitest';
import { kernelModule } from '../src/kernel/testing/kernel-module.ts';
import { UPMIX_PROCESSOR_NAME } from '../src/protocol/upmix-protocol.ts';
import type { UpmixCommand, UpmixReport } from '../src/protocol/upmix-protocol.ts';

/** The little of the audio thread's scope that a processor sees. */
class FakePort {
  readonly reports: UpmixReport[] = [];
  onmessage: ((event: { data: UpmixCommand }) => void) | undefined;
  postMessage(report: UpmixReport): void {
    this.reports.push(report);
  }
}

interface Processor {
  readonly port: FakePort;
  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean;
}

const registered = new Map<string, new (options: unknown) => Processor>();

beforeAll(async () => {
  vi.stubGlobal('sampleRate', 48_000);
  vi.stubGlobal('registerProcessor', (name: string, type: new (options: unknown) => Processor) =>
    registered.set(name, type),
  );
  vi.stubGlobal(
    'AudioWorkletProcessor',
    class {
      readonly port = new FakePort();
    },
  );
  // By its address: the audio thread's types do not mix with Node's.
  await import(new URL('upmix.worklet.ts', import.meta.url).href);
});

const make = (module: unknown): Processor =>
  new (registered.get(UPMIX_PROCESSOR_NAME)!)({ processorOptions: { module, kind: 'mid-side' } });
const quantum = (value: number): Float32Array => new Float32Array(128).fill(value);

/** One quantum through a processor: left, right, centre. */
function run(processor: Processor, input: Float32Array[]): Float32Array[] {
  const output = [quantum(0), quantum(0), quantum(0)];
  expect(processor.process([input], [output])).toBe(true);
  return output;
}

describe('the upmix processor', () => {
  it('reports its latency and delivers three channels after it', () => {
    const processor = make(kernelModule());
    const [report] = processor.port.reports;
    if (report.type !== 'ready') throw new Error(report.type);
    for (let start = 0; start < report.latencySamples; start += 128) {
      expect(
        run(processor, [quantum(0.5), quantum(0.25)]).every((channel) => channel.every((x) => x === 0)),
      ).toBe(true);
    }
    const [left, right, centre] = run(processor, [quantum(0.5), quantum(0.25)]);
    expect([left[0], right[0], centre[0]]).toEqual([0.125, -0.125, 0.375]);
  });

  it('takes mono and the absence of a source for what they are', () => {
    const processor = make(kernelModule());
    processor.port.onmessage?.({ data: { type: 'reset' } });
    for (let i = 0; i < 40; i++) run(processor, [quantum(0.5)]);
    expect(run(processor, []).map((channel) => channel[0])).toEqual([0, 0, 0.5]);
  });

  it('passes its input with a silent centre after a fault, reported once', () => {
    const processor = make('not a module');
    for (let i = 0; i < 3; i++) {
      const [left, right, centre] = run(processor, [quantum(0.5), quantum(0.25)]);
      expect([left[0], right[0], centre[0]]).toEqual([0.5, 0.25, 0]);
    }
    processor.port.onmessage?.({ data: { type: 'set-kind', kind: 'adaptive' } });
    expect(processor.port.reports.map((report) => report.type)).toEqual(['fault']);
  });
});
