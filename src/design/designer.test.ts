import { describe, expect, it } from 'vitest';
import { plainMatrixSet, referencePairEars } from './comparisons.ts';
import { createDesigner, type Design } from './designer.ts';
import type { DesignDocument } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import { meanPowers, polarField, polarMap } from './polar-map.ts';
import { PRESETS } from './presets.ts';
import { spectrumColumns } from './spectrum.ts';

type PresetId = keyof typeof PRESETS;
const names = Object.keys(PRESETS) as PresetId[];

const designer = createDesigner();
const designs = Object.fromEntries(names.map((name) => [name, designer.design(PRESETS[name])])) as Record<
  PresetId,
  Design
>;

function peakOf(set: FilterSet, input: number, output: number): number {
  const start = (input * set.outputs + output) * set.taps;
  const fir = set.firs.subarray(start, start + set.taps);
  return fir.reduce((peak, x, t) => (Math.abs(x) > Math.abs(fir[peak]!) ? t : peak), 0);
}

/** Level of an output for some input signal (gains of L′, R′, C), dB, mean power over 200 Hz to 2 kHz. */
function levelDb(set: FilterSet, gains: readonly number[], output: number): number {
  const frequenciesHz = Float64Array.from({ length: 24 }, (_, i) => 200 * 10 ** (i / 23));
  const { re, im } = spectrumColumns(set, frequenciesHz);
  let power = 0;
  for (let bin = 0; bin < 24; bin++) {
    const at = (bin * set.outputs + output) * 3;
    const x = gains.reduce((sum, gain, input) => sum + gain * re[at + input]!, 0);
    const y = gains.reduce((sum, gain, input) => sum + gain * im[at + input]!, 0);
    power += (x * x + y * y) / 24;
  }
  return 10 * Math.log10(power);
}

describe.each(names)('design of the %s', (name) => {
  const document = PRESETS[name];
  const { spatial, original, metrics } = designs[name];

  it('lets every path arrive at the head together', () => {
    // One sample is what the alignment is held to; all arrive at the latency.
    for (const [input, ear] of [
      [0, 0],
      [1, 1],
      [2, 0],
      [2, 1],
    ] as const) {
      expect(Math.abs(peakOf(spatial.ears, input, ear) - spatial.ears.latencySamples)).toBeLessThanOrEqual(1);
    }
  });

  it('has one latency in everything that is compared', () => {
    const sets = [
      spatial.drivers,
      spatial.ears,
      original.drivers,
      original.ears,
      plainMatrixSet(document),
      referencePairEars(document),
    ];
    expect(new Set(sets.map((set) => set.latencySamples))).toEqual(new Set([document.filterTaps / 2]));
    expect(metrics.latencySamples).toBe(document.filterTaps / 2);
  });

  it('ends its filters 60 dB below their energy', () => {
    expect(metrics.tailEnergyDb).toBeLessThan(-60);
  });

  it('plays a centred signal of the original exactly', () => {
    const { firs, taps, outputs, latencySamples } = original.drivers;
    for (let output = 0; output < outputs; output++) {
      // L = R = x reaches the filters as L′ + C = R′ + C = x, whatever the upmix makes C.
      for (const c of [0, 0.5, 1]) {
        const at = (input: number) => firs[(input * outputs + output) * taps + latencySamples]!;
        expect(at(0) * (1 - c) + at(1) * (1 - c) + at(2) * c).toBeCloseTo(1, 6);
      }
    }
  });

  it('gives a centred signal the level of the original', () => {
    // At the ears rather than at the head's centre, where the level is matched: the head tells directions apart a little.
    const left = levelDb(spatial.ears, [0, 0, 1], 0) - levelDb(original.ears, [0, 0, 1], 0);
    expect(Math.abs(left)).toBeLessThan(name === 'smart-speaker' ? 2.5 : 1);
  });

  it('keeps near ears flat within 0.1 dB from 20 Hz to 16 kHz', () => {
    const flat = metrics.sides.nearEarDb.filter((_, i) => metrics.frequencyHz[i]! <= 16000);
    expect(Math.max(...flat.map(Math.abs))).toBeLessThan(0.1);
  });

  it('keeps to the effort cap as realised', () => {
    // The cap is kept bin by bin; between bins the realised filters may pass it by this much.
    const slack = 0.3;
    expect(metrics.sides.summary.maxEffortDb).toBeLessThan(document.sides.cancellation!.maxEffortDb + slack);
  });
});

describe('virtual pair as realised', () => {
  it('sounds at the ears like a real source where separation is 20 dB', () => {
    const { ildErrorRmsDb, itdErrorRmsUs } = designs.laptop.metrics.sides.summary;
    expect(ildErrorRmsDb!).toBeLessThan(1.5);
    expect(itdErrorRmsUs!).toBeLessThan(30);
  });

  it('reaches the target where the cap allows', () => {
    const { frequencyHz, sides } = designs.laptop.metrics;
    frequencyHz.forEach((hz, i) => {
      if (hz < 300 || hz > 8000) return;
      // Within what the bins of 23 Hz and the filter's length smooth.
      expect(sides.separationDb[i]!).toBeGreaterThan(Math.max(sides.targetGainDb![i]!, 0) - 0.5);
    });
  });
});

describe('designer', () => {
  it('designs the same from what it kept as from nothing', () => {
    const document: DesignDocument = {
      ...PRESETS.soundbar,
      sides: { ...PRESETS.soundbar.sides, virtualSpeakerAzimuthDeg: 45 },
    };
    const kept = designer.design(document);
    const fresh = createDesigner({ remember: false }).design(document);
    expect(kept.spatial.drivers.firs).toEqual(fresh.spatial.drivers.firs);
    expect(kept.metrics).toEqual(fresh.metrics);
  });

  it('mirrors left and right for a symmetric device', () => {
    const { firs, taps, outputs } = designs.soundbar.spatial.drivers;
    for (let n = 0; n < outputs; n++) {
      const left = firs.subarray(n * taps, (n + 1) * taps);
      const right = firs.subarray((2 * outputs - 1 - n) * taps, (2 * outputs - n) * taps);
      // Float32 roundings of two solutions.
      left.forEach((x, t) => expect(Math.abs(x - right[t]!)).toBeLessThan(1e-5));
    }
  });

  it('answers the degenerate designs', () => {
    const alone = { id: 'only', positionM: [0, 0, 0], radiusM: 0.02 } as const;
    const none = { kind: 'none' } as const;
    const base: DesignDocument = { ...PRESETS.laptop, filterTaps: 256 };
    const odd: DesignDocument[] = [
      { ...base, device: { baffle: none, drivers: [alone] } },
      {
        ...base,
        device: {
          baffle: none,
          drivers: [
            { ...alone, bandHz: [40, 2000] },
            { ...alone, id: 'within', radiusM: 0.008, bandHz: [2000, 20_000] },
          ],
        },
      },
      { ...base, listener: { ...base.listener, positionM: [-0.55, 0, 0] } },
      { ...base, sides: { virtualSpeakerAzimuthDeg: null, cancellation: null } },
      { ...base, sides: { ...base.sides, cancellation: null } },
      { ...base, sides: { ...base.sides, virtualSpeakerAzimuthDeg: null } },
      { ...base, device: { baffle: none, drivers: [{ ...alone, bandHz: [200, 4000] }] } },
      { ...PRESETS['smart-speaker'], filterTaps: 256, listener: { ...base.listener, positionM: [-2, 0, 0] } },
    ];
    for (const document of odd) {
      const { spatial, metrics } = createDesigner().design(document);
      expect(spatial.drivers.firs.every(Number.isFinite)).toBe(true);
      expect(spatial.ears.firs.every(Number.isFinite)).toBe(true);
      expect(metrics.sides.nearEarDb.every(Number.isFinite)).toBe(true);
    }
  });

  it('maps the beam over azimuth and frequency', () => {
    const field = polarField(
      PRESETS.soundbar,
      designs.soundbar.spatial.drivers,
      [-90, 0, 90],
      Float64Array.of(500, 1000),
    );
    const map = polarMap(field, 2);
    expect(map.levelDb).toHaveLength(6);
    expect(map.levelDb[2]).toBeCloseTo(0, 5);
    expect(map.levelDb[0]!).toBeLessThan(-12);
    expect(map.levelDb[0]).toBeCloseTo(map.levelDb[4]!, 3);
    // The map holds Float32 decibels.
    meanPowers(field, 2, 0, 2).forEach((power, azimuth) => {
      const [low, high] = [map.absoluteDb[2 * azimuth]!, map.absoluteDb[2 * azimuth + 1]!];
      expect(10 * Math.log10(power)).toBeCloseTo(
        10 * Math.log10((10 ** (low / 10) + 10 ** (high / 10)) / 2),
        4,
      );
    });
  });
});
