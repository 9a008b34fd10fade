import { describe, expect, it } from 'vitest';
import { earTransfers } from '../acoustics/transfers.ts';
import { createDesigner } from './designer.ts';
import type { DesignDocument } from './document.ts';
import { hasEarResponses, keepEarResponses, plantTransfers } from './plant.ts';
import { PRESETS } from './presets.ts';
import { parseDesign } from './schema.ts';
import { measuredEars } from './testing/measured-ears.ts';

const RATE = 48_000;
const DOCUMENT: DesignDocument = { ...PRESETS.laptop, filterTaps: 1024 };
const hash = (figure: string) => figure.repeat(64);

const FREQUENCIES = Float64Array.of(150, 300, 500, 1000, 2000, 3000, 5000, 8000, 12_000, 16_000);

describe('a measured plant', () => {
  it('of the model itself is the model, whatever gain, delay and microphone it was measured with', () => {
    const { device, listener, speedOfSoundMps } = DOCUMENT;
    const model = earTransfers(device, listener, FREQUENCIES, speedOfSoundMps);
    for (const rate of [48_000, 44_100, 96_000]) {
      const made = plantTransfers(DOCUMENT, measuredEars(DOCUMENT, 1, rate), FREQUENCIES);
      const size = Math.max(...model.re.map((x, at) => Math.hypot(x, model.im[at]!)));
      made.re.forEach((x, at) => {
        const error = Math.hypot(x - model.re[at]!, made.im[at]! - model.im[at]!);
        // The delay is found in steps of 2 µs, 0.2 rad at 16 kHz; it is common to all.
        const hz = FREQUENCIES[Math.floor(at / (2 * model.columns))]!;
        expect(error / size).toBeLessThan(0.01 + 2 * Math.PI * hz * 1.5e-6);
      });
    }
  });

  it('keeps what differs between the ears, and the design follows it', () => {
    const made = plantTransfers(DOCUMENT, measuredEars(DOCUMENT, 0.5), FREQUENCIES);
    const { columns: n } = made;
    FREQUENCIES.forEach((_, bin) => {
      const level = (ear: number) => {
        let sum = 0;
        for (let i = 0; i < n; i++) {
          const at = (2 * bin + ear) * n + i;
          sum += made.re[at]! ** 2 + made.im[at]! ** 2;
        }
        return 10 * Math.log10(sum);
      };
      // Half the pressure at the right ear is 6.02 dB; left and right are alike on the model.
      expect(level(0) - level(1)).toBeCloseTo(6.02, 1);
    });
    keepEarResponses(hash('a'), measuredEars(DOCUMENT, 0.5));
    expect(hasEarResponses(hash('a'))).toBe(true);
    const document = parseDesign({ ...DOCUMENT, plant: { name: 'ears.wav', sha256: hash('a') } });
    const designer = createDesigner();
    const onPlant = designer.design(document);
    const onModel = designer.design(DOCUMENT);
    const again = designer.design(document);
    // It reaches its target on what it was designed on, and is another design than the model's.
    const { separationDb, nearEarDb } = onPlant.metrics.sides;
    const { frequencyHz, sides } = onModel.metrics;
    frequencyHz.forEach((hz, i) => {
      if (hz < 300 || hz > 8000) return;
      expect(separationDb[i]!).toBeGreaterThan(sides.targetGainDb![i]! - 1.5);
      expect(Math.abs(nearEarDb[i]!)).toBeLessThan(1);
    });
    expect(onPlant.spatial.drivers.firs).not.toEqual(onModel.spatial.drivers.firs);
    expect(again.spatial.drivers.firs).toEqual(onPlant.spatial.drivers.firs);
  });

  it('is refused by name where it is not known, of another device, or at several places', () => {
    const plant = { name: 'desk.wav', sha256: hash('b') };
    const design = (document: unknown) => createDesigner().design(parseDesign(document));
    expect(() => design({ ...DOCUMENT, plant })).toThrow(
      'plant: expected the measurement "desk.wav" (SHA-256 bbbbbbbbbbbb…), got none',
    );
    keepEarResponses(hash('b'), { drivers: 5, sampleRateHz: RATE, taps: 1, responses: new Float32Array(10) });
    expect(() => design({ ...DOCUMENT, plant })).toThrow(
      'plant: expected responses of 2 drivers, got those of 5 in "desk.wav"',
    );
    const { cancellation } = DOCUMENT.sides;
    const headOffsetsM = [
      [0, 0, 0],
      [0, 0.05, 0],
    ];
    expect(() =>
      design({
        ...DOCUMENT,
        plant,
        sides: { ...DOCUMENT.sides, cancellation: { ...cancellation, headOffsetsM } },
      }),
    ).toThrow('sides.cancellation.headOffsetsM: expected only [0, 0, 0] with a plant');
    expect(() => design({ ...DOCUMENT, plant: { ...plant, sha256: 'b' } })).toThrow(
      'plant.sha256: expected a SHA-256 of 64 figures from 0 to f, got "b"',
    );
  });
});
