import { beforeAll, describe, expect, it } from 'vitest';
import { kernelModule } from '../src/kernel/testing/kernel-module.ts';
import { loadWorklet, quantum, type Processor } from './testing/audio-scope.ts';

let make: (module: unknown) => Processor;

beforeAll(async () => {
  const processor = await loadWorklet('upmix.worklet.ts');
  make = (module) => processor({ module, kind: 'mid-side', profile: 'music' });
});

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
    expect(report.type).toBe('ready');
    for (let start = 0; start < Number(report.latencySamples); start += 128) {
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
    for (let i = 0; i < 4; i++) run(processor, [quantum(0.5), quantum(0.25)]);
    for (let i = 0; i < 3; i++) {
      const [left, right, centre] = run(processor, [quantum(0.5), quantum(0.25)]);
      expect([left[0], right[0], centre[0]]).toEqual([0.5, 0.25, 0]);
    }
    processor.port.onmessage?.({ data: { type: 'set-kind', kind: 'adaptive' } });
    expect(processor.port.reports.map((report) => report.type)).toEqual(['fault']);
  });
});
