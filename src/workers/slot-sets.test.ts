import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FilterSet } from '../design/filter-set.ts';
import { PRESETS } from '../design/presets.ts';
import type { DesignOutcome, SlotRequests } from '../protocol/designer-protocol.ts';
import type { Listening } from '../protocol/listening-protocol.ts';
import { DesignRunner } from './design-runner.ts';

const HEADPHONES = { kind: 'headphones' } as const;
const PAIR = { kind: 'loudspeakers', spacingM: 0.24, distanceM: 0.55 } as const;
const DESIGN = { kind: 'design', without: null } as const;

let kernel: WebAssembly.Module;
beforeAll(() => {
  kernel = new WebAssembly.Module(readFileSync('build/kernel.wasm'));
});

function run(
  runner: DesignRunner,
  slots: SlotRequests,
  listening: Listening = HEADPHONES,
  document: unknown = PRESETS['smart-speaker'],
): DesignOutcome {
  const reply = runner.run({ document, listening, sampleRateHz: 48_000, slots });
  if (!reply.ok) throw new Error(String(reply.failure.said));
  return reply.outcome;
}

const outcomeOf = (slots: SlotRequests, listening?: Listening, document?: unknown) =>
  run(new DesignRunner(kernel), slots, listening, document);

/** Largest difference of two sets, taps side by side. */
function difference(one: FilterSet, other: FilterSet): number {
  expect([one.taps, one.latencySamples]).toEqual([other.taps, other.latencySamples]);
  return one.firs.reduce((most, tap, i) => Math.max(most, Math.abs(tap - other.firs[i]!)), 0);
}

describe('the slots', () => {
  it('are the original and the design unless something else is asked for', () => {
    const reply = new DesignRunner(kernel).run({
      document: PRESETS.laptop,
      listening: PAIR,
      sampleRateHz: 48_000,
    });
    if (!reply.ok) throw new Error(String(reply.failure.said));
    const { slots, original, spatial, standIns } = reply.outcome;
    expect([slots.A, slots.B, standIns]).toEqual([original, spatial, {}]);
  });

  it('hold the same filters, sample for sample, where they play the same design', () => {
    const other = { kind: 'other', document: PRESETS['smart-speaker'] } as const;
    const { slots } = outcomeOf({ A: DESIGN, B: DESIGN, C: other });
    expect(slots.A).toBe(slots.B);
    // Two designers: only their order of summing could differ.
    expect(difference(slots.B!.outputs, slots.C!.outputs)).toBe(0);
  });

  it('are all as late as the longest of them', () => {
    const long = { ...PRESETS.laptop, filterTaps: 8192 };
    const short = { ...PRESETS.laptop, filterTaps: 512 };
    const slots: SlotRequests = {
      A: { kind: 'original' },
      B: DESIGN,
      C: { kind: 'other', document: long },
      D: { kind: 'other', document: short },
    };
    const { slots: made, view } = outcomeOf(slots);
    const latencies = Object.values(made).map(({ outputs }) => outputs.latencySamples);
    expect(latencies).toEqual([4096, 4096, 4096, 4096]);
    expect(Object.values(made).map(({ prepared }) => prepared.latencySamples)).toEqual(latencies);
    const alone = outcomeOf({ A: DESIGN }).view.latencySamples;
    const ownDelay = PRESETS['smart-speaker'].filterTaps / 2;
    expect(view.latencySamples.music - alone.music).toBe(4096 - ownDelay);
    // What the pictures are drawn from stays as it is designed.
    expect(view.metrics.latencySamples).toBe(ownDelay);
  });

  it('play the design without its parts', () => {
    const without = (part: 'upmix' | 'cancellation' | 'beam') => ({ kind: 'design', without: part }) as const;
    const { slots } = outcomeOf({
      A: DESIGN,
      B: without('upmix'),
      C: without('cancellation'),
      D: without('beam'),
    });
    const column = (set: FilterSet, input: number) =>
      set.firs.subarray(input * set.outputs * set.taps, (input + 1) * set.outputs * set.taps);
    const [whole, plain] = [slots.A!.outputs, slots.B!.outputs];
    const sum = column(whole, 0).map((tap, i) => tap + column(whole, 1)[i]!);
    expect(column(plain, 0)).toEqual(column(whole, 0));
    expect(column(plain, 2)).toEqual(sum);
    expect(slots.B!.upmix).toBe('off');
    // Only the part that is left out is another: the other columns are the design's.
    expect(column(slots.D!.outputs, 0)).toEqual(column(whole, 0));
    expect(column(slots.D!.outputs, 2)).not.toEqual(column(whole, 2));
    expect(column(slots.C!.outputs, 0)).not.toEqual(column(whole, 0));
  });

  it('say what cannot be heard and why, and what stands in', () => {
    const { slots, standIns, original, spatial } = outcomeOf(
      { A: { kind: 'reference' }, B: DESIGN, C: { kind: 'reference' }, D: { kind: 'other', document: null } },
      PAIR,
    );
    expect([slots.A, slots.C, slots.D]).toEqual([original, spatial, spatial]);
    expect([standIns.A?.code, standIns.C?.code]).toEqual(['headphones-only', 'headphones-only']);
    expect(standIns.D).toBeDefined();
    expect(standIns.B).toBeUndefined();
    expect(outcomeOf({ A: { kind: 'reference' } }).standIns).toEqual({});
  });

  it('put another design’s targets on the device where all of its drivers are listened to', () => {
    const other = { kind: 'other', document: PRESETS.soundbar } as const;
    const { slots, standIns } = outcomeOf({ B: DESIGN, C: other }, { kind: 'device', channels: 3 });
    expect([slots.B!.outputs.outputs, slots.C!.outputs.outputs, standIns]).toEqual([3, 3, {}]);
  });

  it('have a picture of their own where they are neither the original nor the whole design', () => {
    const { slots, view } = outcomeOf({
      A: { kind: 'original' },
      B: { kind: 'design', without: 'cancellation' },
      C: { kind: 'other', document: PRESETS.laptop },
      D: { kind: 'reference' },
    });
    expect([slots.A!.picture, slots.D!.picture]).toEqual([null, null]);
    const [partial, other] = [slots.B!.picture!, slots.C!.picture!];
    const side = (levels: Float32Array) => levels.subarray(0, view.beams.azimuthDeg.length);
    const centre = (levels: Float32Array) => levels.subarray(2 * view.beams.azimuthDeg.length);
    // Heard at the ears, and still the beams are those of the drivers: the centre's own, the sides without their filters.
    expect(centre(partial.beams.bandPowers).length).toBeGreaterThan(0);
    expect(side(partial.beams.levelDb)).not.toEqual(side(view.beams.levelDb));
    expect(partial.metrics).toBeNull();
    expect(other.document.device).toEqual(PRESETS.laptop.device);
    const alone = outcomeOf({ A: DESIGN }, HEADPHONES, PRESETS.laptop).view;
    expect(other.metrics!.sides).toEqual(alone.metrics.sides);
    expect(other.beams).toEqual(alone.beams);
  });

  it('are made again only where something has changed', () => {
    const runner = new DesignRunner(kernel);
    const slots = {
      A: { kind: 'original' },
      B: DESIGN,
      C: { kind: 'other', document: PRESETS.laptop },
    } as const;
    const idsOf = ({ slots: made }: DesignOutcome) => Object.values(made).map(({ id }) => id);
    const first = idsOf(run(runner, slots));
    expect(idsOf(run(runner, slots))).toEqual(first);
    const document = { ...PRESETS['smart-speaker'], centre: { beam: null } };
    const edited = idsOf(run(runner, slots, HEADPHONES, document));
    expect(edited.map((id, i) => id === first[i])).toEqual([true, false, true]);
  });
});
