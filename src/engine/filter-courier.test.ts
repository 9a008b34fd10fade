import { beforeAll, describe, expect, it } from 'vitest';
import { prepareFilters, type PreparedFilters } from '../kernel/prepare-filters.ts';
import { noise, noiseFilters } from '../kernel/testing/convolution.ts';
import { kernelModule } from '../kernel/testing/kernel-module.ts';
import type { FilterMatrixCommand, FilterMatrixReport } from '../protocol/filter-matrix-protocol.ts';
import { loadWorklet, type Processor } from '../../worklets/testing/audio-scope.ts';
import { FilterCourier } from './filter-courier.ts';

/** Spectra of four pieces where they are sent. */
const SHAPE = { inputs: 3, maxOutputs: 8, maxTaps: 4096 };
const module = kernelModule();
const shared = kernelModule('kernel-shared');

let make: (options: unknown) => Processor;
beforeAll(async () => {
  make = await loadWorklet('filter-matrix.worklet.ts');
});

/** A processor and its courier, with messages that arrive one at a time when the test says so. */
function connect(isShared: boolean) {
  const memory = isShared ? new WebAssembly.Memory({ initial: 1, maximum: 4096, shared: true }) : null;
  const processor = make({ ...SHAPE, sets: 4, ...(memory ? { module: shared, memory } : { module }) });
  const mail: (() => void)[] = [];
  const sent: FilterMatrixCommand[] = [];
  const courier = new FilterCourier({
    memory,
    send(command) {
      sent.push(command);
      mail.push(() => processor.port.onmessage?.({ data: command }));
    },
  });
  processor.port.onreport = (report) => mail.push(() => courier.hear(report as FilterMatrixReport));
  const post = () => {
    for (let next = mail.shift(); next; next = mail.shift()) next();
  };
  return { courier, processor, sent, post, step: () => mail.shift()?.() };
}

const filters = (seed: number): PreparedFilters =>
  prepareFilters(module, noiseFilters(3, SHAPE.maxOutputs, SHAPE.maxTaps, seed), SHAPE);

/** The first output over some quanta of noise. */
function listen(processor: Processor): number[] {
  const heard: number[] = [];
  for (let q = 0; q < 60; q++) {
    const inputs = [1, 2, 3].map((seed) => noise(128, seed + 10 * q));
    const outputs = Array.from({ length: SHAPE.maxOutputs }, () => new Float32Array(128));
    processor.process([inputs], [outputs]);
    heard.push(...outputs[0]!);
  }
  return heard;
}

describe.each([
  ['sent', false],
  ['written into shared memory', true],
])('filters that are %s', (_, isShared) => {
  it('are in when the promise says so, all of them', async () => {
    const { courier, processor, post } = connect(isShared);
    const all = [courier.deliver(0, filters(1)), courier.deliver(2, filters(2), 0.5)];
    post();
    await Promise.all(all);
    const other = connect(false);
    const plain = other.courier.deliver(0, filters(1));
    other.post();
    await plain;
    expect(listen(processor)).toEqual(listen(other.processor));
  });

  it('do not queue up: the newest for a set takes the place of those that wait or are under way', async () => {
    const { courier, processor, sent, post, step } = connect(isShared);
    const deliveries: Promise<void>[] = [];
    const newest = filters(49);
    for (let n = 0; n < 50; n++) {
      deliveries.push(courier.deliver(0, n === 49 ? newest : filters(n % 3)));
      // Less than a whole delivery takes.
      step();
      step();
    }
    post();
    await Promise.all(deliveries);
    const begun = sent.filter(({ type }) => type === 'begin-filters');
    expect(begun.at(-1)).toMatchObject({ length: newest.spectra.length });
    const pieces = sent.flatMap((command) => (command.type === 'spectra' ? [command.delivery] : []));
    // Of all those that were overtaken at most one piece each was on its way.
    const whole = new Set(pieces.filter((delivery, i) => pieces[i + 1] === delivery));
    expect(whole.size).toBeLessThanOrEqual(1);
    const other = connect(isShared);
    void other.courier.deliver(0, newest);
    other.post();
    expect(listen(processor)).toEqual(listen(other.processor));
  });

  it('that are refused leave the set as it was, and the next are brought', async () => {
    const { courier, processor, post } = connect(isShared);
    void courier.deliver(0, filters(1));
    post();
    const poisoned = filters(2);
    poisoned.spectra[poisoned.spectra.length - 3] = NaN;
    const refused = [
      courier.deliver(0, poisoned),
      courier.deliver(1, { ...filters(3), sampleRateHz: 44_100 }),
    ];
    const good = courier.deliver(2, filters(4));
    post();
    await Promise.all([...refused, good]);
    const types = processor.port.reports.map(({ type }) => type);
    expect(types.filter((type) => type === 'refused')).toHaveLength(2);
    expect(types.filter((type) => type === 'taken')).toHaveLength(2);
  });

  it('come in with a gain that was set while they waited', () => {
    const gains = [0.25, 1].map((gain) => {
      const { courier, processor, post } = connect(isShared);
      void courier.deliver(1, filters(1));
      void courier.deliver(0, filters(2), 0.125);
      courier.setGain(0, gain);
      post();
      return listen(processor);
    });
    const [quiet, loud] = gains;
    loud!.forEach((sample, n) => expect(quiet![n]).toBeCloseTo(0.25 * sample, 6));
  });
});

it('settles what cannot be brought any more', async () => {
  const { courier } = connect(false);
  const before = [courier.deliver(0, filters(1)), courier.deliver(1, filters(1))];
  courier.hear({ type: 'fault', message: 'unreachable' });
  await Promise.all([...before, courier.deliver(0, filters(2))]);
});
