import { describe, expect, it } from 'vitest';
import { AS_DESIGNED, isAsDesigned, madeDesign, withAmounts } from './amounts.ts';
import { createDesigner } from './designer.ts';
import type { FilterSet } from './filter-set.ts';
import { PRESETS } from './presets.ts';

const BAR = PRESETS.soundbar;

/** Filters of Float32 at most some ten in size. */
const FLOAT32 = 1e-6;

const designer = createDesigner();
const filters = (amounts = AS_DESIGNED) =>
  designer.filters(withAmounts(BAR, amounts), undefined, amounts).drivers;

const column = (set: FilterSet, input: number): Float32Array =>
  set.firs.subarray(input * set.outputs * set.taps, (input + 1) * set.outputs * set.taps);

function difference(one: Float32Array, other: Float32Array): number {
  return one.reduce((most, x, i) => Math.max(most, Math.abs(x - other[i]!)), 0);
}

describe('amounts', () => {
  it('are the very design where all is as designed', () => {
    expect(isAsDesigned(AS_DESIGNED)).toBe(true);
    expect(withAmounts(BAR, AS_DESIGNED)).toEqual(BAR);
    const plain = createDesigner().filters(BAR).drivers;
    expect(filters().firs).toEqual(plain.firs);
  });

  it('turn the centre up and down, and nothing else', () => {
    const [designed, turned] = [filters(), filters({ ...AS_DESIGNED, centreDb: -6 })];
    const gain = 10 ** (-6 / 20);
    expect(column(turned, 0)).toEqual(column(designed, 0));
    expect(
      difference(
        column(turned, 2),
        column(designed, 2).map((tap) => gain * tap),
      ),
    ).toBeLessThan(FLOAT32);
  });

  it('blend the beam with the plain centre', () => {
    const [designed, half, none] = [1, 0.5, 0].map((presence) => filters({ ...AS_DESIGNED, presence }));
    const plain = createDesigner().filters({ ...BAR, centre: { beam: null } }).drivers;
    expect(difference(column(none!, 2), column(plain, 2))).toBeLessThan(FLOAT32);
    const mean = column(designed!, 2).map((tap, i) => (tap + column(plain, 2)[i]!) / 2);
    expect(difference(column(half!, 2), mean)).toBeLessThan(FLOAT32);
    expect(column(half!, 0)).toEqual(column(designed!, 0));
  });

  it('take the cancellation down to what the head does by itself', () => {
    const separation = (cancellation: number) => {
      const { metrics } = createDesigner().design(withAmounts(BAR, { ...AS_DESIGNED, cancellation }));
      const { separationDb, naturalSeparationDb, targetGainDb } = metrics.sides;
      const at = metrics.frequencyHz.findIndex((hz) => hz >= 2000);
      return { reached: separationDb[at]!, natural: naturalSeparationDb[at]!, target: targetGainDb![at]! };
    };
    const [none, most, all] = [0, 0.8, 1].map(separation);
    // A realised filter departs from its design by less.
    expect(Math.abs(none!.reached - none!.natural)).toBeLessThan(0.5);
    expect(most!.target).toBeCloseTo(0.8 * all!.target, 6);
    expect(Math.abs(most!.reached - most!.target)).toBeLessThan(0.5);
    expect(all!.reached).toBeGreaterThan(most!.reached + 1);
  });

  it('move the virtual pair, where there is a cancellation to stand on', () => {
    expect(withAmounts(BAR, { ...AS_DESIGNED, widthDeg: 45 }).sides.virtualSpeakerAzimuthDeg).toBe(45);
    const bare = { ...BAR, sides: { ...BAR.sides, cancellation: null } };
    expect(withAmounts(bare, { ...AS_DESIGNED, widthDeg: 45, cancellation: 0.5 })).toBe(bare);
  });
});

describe('madeDesign', () => {
  it('puts width and cancellation into the document and leaves what it cannot say', () => {
    const amounts = { centreDb: 2, widthDeg: 45, cancellation: 0.5, presence: 0.4 };
    const { document, left } = madeDesign(BAR, amounts);
    expect(document.sides.virtualSpeakerAzimuthDeg).toBe(45);
    const target = BAR.sides.cancellation!.targetGainDb;
    expect(document.sides.cancellation!.targetGainDb).toEqual(target.map(([hz, db]) => [hz, db / 2]));
    expect(document.centre).toEqual(BAR.centre);
    expect(left).toEqual({ ...AS_DESIGNED, centreDb: 2, presence: 0.4 });
  });

  it('leaves the beam out where none of it is heard', () => {
    const { document, left } = madeDesign(BAR, { ...AS_DESIGNED, presence: 0 });
    expect(document.centre.beam).toBeNull();
    expect(isAsDesigned(left)).toBe(true);
  });
});
