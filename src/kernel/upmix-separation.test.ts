import { describe, expect, it } from 'vitest';
import { kernelModule } from './testing/kernel-module.ts';
import { sdrDb } from './testing/separation.ts';
import { HARD, makeStems, MIX_KINDS, mixStems, PARTLY, type MixKind } from './testing/upmix-mixes.ts';
import { upmixSignal, type UpmixKind } from './upmix.ts';

const SAMPLE_RATE_HZ = 48_000;
const module = kernelModule();
const stems = new Map(MIX_KINDS.map((kind) => [kind, makeStems(kind, SAMPLE_RATE_HZ)]));

/** Centre SDR, dB, of each kind of upmix on one mix. */
function separation(
  mix: MixKind,
  pan: typeof HARD,
): Record<'mid-side' | 'least-correlated' | 'similarity' | 'adaptive', number> {
  const { left, right } = mixStems(stems.get(mix)!, pan);
  const sdr = (kind: UpmixKind): number =>
    sdrDb(
      upmixSignal(module, { sampleRateHz: SAMPLE_RATE_HZ, kind }, left, right).centre,
      stems.get(mix)!.centre,
    );
  return {
    'mid-side': sdr('mid-side'),
    'least-correlated': sdr('least-correlated'),
    similarity: sdr('similarity'),
    adaptive: sdr('adaptive'),
  };
}

/** Sides that overlap now and then, as in most arrangements; `chamber` is dense without a rest. */
const ARRANGED: readonly MixKind[] = ['song', 'speech', 'band', 'ballad'];

describe.each(MIX_KINDS)('centre separation of a %s', (mix) => {
  it('with hard-panned sides', () => {
    const sdr = separation(mix, HARD);
    expect(sdr.adaptive).toBeGreaterThanOrEqual(Math.max(sdr['least-correlated'], sdr.similarity));
    if (!ARRANGED.includes(mix)) return;
    expect(sdr['least-correlated'] - sdr['mid-side']).toBeGreaterThanOrEqual(9);
    expect(sdr.adaptive - sdr['mid-side']).toBeGreaterThanOrEqual(11);
  });

  it('with partly panned sides', () => {
    const sdr = separation(mix, PARTLY);
    expect(sdr.adaptive).toBeGreaterThanOrEqual(Math.max(sdr['least-correlated'], sdr.similarity));
    if (ARRANGED.includes(mix)) expect(sdr.adaptive - sdr['mid-side']).toBeGreaterThanOrEqual(7);
  });
});
