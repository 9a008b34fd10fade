import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FilterSet } from '../design/filter-set.ts';
import { PRESETS } from '../design/presets.ts';
import type { DesignReply } from '../protocol/designer-protocol.ts';
import type { Listening } from '../protocol/listening-protocol.ts';
import { DesignRunner } from './design-runner.ts';

const PAIR: Listening = { kind: 'loudspeakers', spacingM: 0.24, distanceM: 0.55 };

let kernel: WebAssembly.Module;
beforeAll(() => {
  kernel = new WebAssembly.Module(readFileSync('build/kernel.wasm'));
});

function outcomeOf(reply: DesignReply) {
  if (!reply.ok) throw new Error(String(reply.failure.said));
  return reply.outcome;
}

describe('DesignRunner', () => {
  it('plays drivers on loudspeakers, the left one first', () => {
    const request = { document: PRESETS.soundbar, listening: PAIR, sampleRateHz: 48000 };
    const { original, spatial, cancellation, view } = outcomeOf(new DesignRunner(kernel).run(request));
    expect(view.document.device.drivers.map(({ positionM }) => positionM[1])).toEqual([0.12, -0.12]);
    expect(spatial.outputs).not.toBe(spatial.ears);
    expect([cancellation.inputs, cancellation.outputs]).toEqual([2, 2]);
    expect([original.outputs.outputs, spatial.outputs.outputs, spatial.ears.outputs]).toEqual([2, 2, 2]);
    // The original passes L′ to the left output and nothing of it to the right.
    const { firs, taps, latencySamples } = original.outputs;
    expect(firs[latencySamples]).toBeCloseTo(1, 6);
    expect(firs.subarray(taps, 2 * taps).every((tap) => tap === 0)).toBe(true);
    expect(original.outputs.latencySamples).toBe(spatial.outputs.latencySamples);
  });

  it('plays the ears on headphones, of the device as it is', () => {
    const request = {
      document: PRESETS.soundbar,
      listening: { kind: 'headphones' },
      sampleRateHz: 48000,
    } as const;
    const { spatial, cancellation, view } = outcomeOf(new DesignRunner(kernel).run(request));
    expect(view.document.device).toEqual(PRESETS.soundbar.device);
    expect(cancellation.outputs).toBe(PRESETS.soundbar.device.drivers.length);
    expect(spatial.outputs).toBe(spatial.ears);
    expect(spatial.prepared.outputs).toBe(2);
  });

  it('makes the same drafts whether they were prepared or not, and refuses nothing before it is asked', () => {
    const request = { document: PRESETS.soundbar, listening: PAIR, sampleRateHz: 48000 };
    const prepared = new DesignRunner(kernel);
    prepared.run(request);
    prepared.prepareDrafts(request);
    const [one, other] = [prepared, new DesignRunner(kernel)].map((runner) =>
      outcomeOf(runner.run({ ...request, isDraft: true })),
    );
    expect(one!.isDraft).toBe(true);
    expect(one!.spatial.outputs.firs).toEqual(other!.spatial.outputs.firs);
    expect(one!.view.centreMap.levelDb).toEqual(other!.view.centreMap.levelDb);
    prepared.prepareDrafts({ ...request, document: { ...PRESETS.soundbar, speedOfSoundMps: -1 } });
  });

  it('designs for the rate at which the filters run', () => {
    const request = { document: PRESETS.laptop, listening: PAIR, sampleRateHz: 44100 };
    const { spatial, view } = outcomeOf(new DesignRunner(kernel).run(request));
    expect([spatial.outputs.sampleRateHz, view.document.sampleRateHz]).toEqual([44100, 44100]);
  });

  it('keeps the filters as long in time at a higher rate', () => {
    const tapsAt = (sampleRateHz: number, filterTaps: number) => {
      const document = { ...PRESETS.laptop, filterTaps };
      return outcomeOf(new DesignRunner(kernel).run({ document, listening: PAIR, sampleRateHz })).spatial
        .outputs.taps;
    };
    expect([tapsAt(44100, 2048), tapsAt(96000, 2048), tapsAt(192000, 1024)]).toEqual([2048, 4096, 4096]);
    expect(tapsAt(96000, 16384)).toBe(16384);
  });

  it('shows beams of all columns relative to the loudest', () => {
    const request = { document: PRESETS.laptop, listening: PAIR, sampleRateHz: 48000 };
    const { beams, centreMap } = outcomeOf(new DesignRunner(kernel).run(request)).view;
    expect(beams.levelDb).toHaveLength(3 * beams.azimuthDeg.length);
    expect(Math.max(...beams.levelDb)).toBe(0);
    expect(centreMap.levelDb).toHaveLength(centreMap.azimuthDeg.length * centreMap.frequencyHz.length);
    // L and R are mirror images: azimuth −180 … 180 read backwards. Float32 filters: 0.01 dB.
    const count = beams.azimuthDeg.length;
    for (let a = 0; a < count; a++) {
      expect(beams.levelDb[a]! - beams.levelDb[2 * count - 1 - a]!).toBeCloseTo(0, 2);
    }
  });

  it('drafts filters that fit where those of the design play, and come near to them', () => {
    const runner = new DesignRunner(kernel);
    const request = {
      document: PRESETS.soundbar,
      listening: { kind: 'headphones' },
      sampleRateHz: 48000,
    } as const;
    const slots = {
      A: { kind: 'original' },
      B: { kind: 'design', without: null },
      C: { kind: 'reference' },
    } as const;
    const [design, draft] = [false, true].map((isDraft) =>
      outcomeOf(runner.run({ ...request, slots, isDraft })),
    );
    expect([design!.isDraft, draft!.isDraft]).toEqual([false, true]);
    for (const slot of ['A', 'B', 'C'] as const) {
      const shapeOf = ({ inputs, outputs, taps, latencySamples, sampleRateHz }: FilterSet) => [
        ...[inputs, outputs, taps],
        ...[latencySamples, sampleRateHz],
      ];
      expect(shapeOf(draft!.slots[slot]!.outputs)).toEqual(shapeOf(design!.slots[slot]!.outputs));
    }
    expect(draft!.view.latencySamples).toEqual(design!.view.latencySamples);
    const at = (view: typeof design, hertz: number) => {
      const { frequencyHz, sides, centre } = view!.view.metrics;
      const index = frequencyHz.findIndex((f) => f >= hertz - 1);
      return { separation: sides.separationDb[index]!, rejection: centre.sideRejectionDb[index]! };
    };
    // Bins of 94 Hz: above a few hundred hertz the curves are those of the design to about a decibel.
    for (const hertz of [640, 1280, 2560, 5120]) {
      expect(Math.abs(at(draft, hertz).separation - at(design, hertz).separation)).toBeLessThan(1.5);
      expect(Math.abs(at(draft, hertz).rejection - at(design, hertz).rejection)).toBeLessThan(3);
    }
  });

  it.each([
    [{ ...PRESETS.laptop, filterTaps: 1000 }, PAIR, 'filterTaps'],
    [PRESETS.laptop, { ...PAIR, spacingM: -1 }, 'spacingM'],
    [{ ...PRESETS.laptop, sampleRateHz: 8000 }, PAIR, 'sampleRateHz'],
    ['no document', PAIR, ''],
  ])('refuses in words, naming the field', (document, listening, field) => {
    const reply = new DesignRunner(kernel).run({ document, listening, sampleRateHz: 48000 });
    expect(reply).toMatchObject({ ok: false, failure: { field } });
  });
});
