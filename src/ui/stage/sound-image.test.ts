import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMAGE_LENGTH, IMAGE_TERM_COUNT, STAGE_BANDS_HZ } from '../../store/index.ts';
import { Principal } from './principal.ts';
import { PANNED, PLACES, SoundImage } from './sound-image.ts';

/** Float32 images. */
const RELATIVE = 1e-5;

/** The image of independent sources: amplitudes in left, right, centre. In all bands alike. */
function imageOf(...sources: readonly (readonly [number, number, number])[]): Float32Array {
  const term = (i: number, j: number) => sources.reduce((sum, source) => sum + source[i]! * source[j]!, 0);
  const band = [term(0, 0), term(1, 1), term(2, 2), term(0, 2), term(1, 2), term(0, 1)];
  return Float32Array.from({ length: IMAGE_LENGTH }, (_, i) => band[i % IMAGE_TERM_COUNT]!);
}

/** Of the first band: [azimuth, energy] of each place that has some. */
function placesOf(image: Float32Array, pairDeg = 30): [number, number][] {
  const sound = new SoundImage();
  sound.place(image, pairDeg);
  return Array.from({ length: PLACES }, (_, p): [number, number] => [
    sound.azimuthsDeg[p]!,
    sound.energies[p]!,
  ]).filter(([, energy]) => energy > 1e-6);
}

describe('SoundImage', () => {
  it('puts what is in one channel alone where that stands', () => {
    for (const [source, azimuth] of [
      [[0.5, 0, 0], 30],
      [[0, 0.5, 0], -30],
      [[0, 0, 0.5], 0],
    ] as const) {
      const [[at, energy]] = placesOf(imageOf(source)) as [[number, number]];
      expect(at).toBeCloseTo(azimuth, 3);
      expect(energy).toBeCloseTo(0.25, 6);
    }
  });

  it('pans a source by the law of tangents', () => {
    const [[at]] = placesOf(imageOf([0.9, 0.35, 0])) as [[number, number]];
    const wanted = Math.atan(((0.9 - 0.35) / (0.9 + 0.35)) * Math.tan(Math.PI / 6));
    expect(at).toBeCloseTo((wanted * 180) / Math.PI, 3);
  });

  it('leaves sources of one strength apart, each in its channel', () => {
    const places = placesOf(imageOf([0.5, 0, 0], [0, 0.5, 0]));
    expect(places.map(([azimuth]) => Math.round(azimuth))).toEqual([30, -30]);
    for (const [, energy] of places) expect(energy).toBeCloseTo(0.25, 6);
  });

  it('pans nothing by what is against it', () => {
    const places = placesOf(imageOf([0.6, -0.3, 0]));
    expect(places.map(([azimuth, energy]) => [Math.round(azimuth), Number(energy.toFixed(4))])).toEqual([
      [30, 0.36],
      [-30, 0.09],
    ]);
  });

  it('neither loses nor adds energy, and stays between the pair', () => {
    const amplitude = fc.double({ min: -1, max: 1, noNaN: true });
    const source = fc.tuple(amplitude, amplitude, amplitude);
    fc.assert(
      fc.property(
        fc.array(source, { maxLength: 5 }),
        fc.double({ min: 5, max: 90, noNaN: true }),
        (sources, pairDeg) => {
          const image = imageOf(...sources);
          const sound = new SoundImage();
          sound.place(image, pairDeg);
          const all = sound.energies.subarray(0, PLACES).reduce((a, b) => a + b, 0);
          const wanted = image[0]! + image[1]! + image[2]!;
          // Below Float32's smallest normal number its steps are no longer relative.
          expect(Math.abs(all - wanted)).toBeLessThanOrEqual(RELATIVE * wanted + 2 ** -126);
          expect(Math.abs(sound.azimuthsDeg[PANNED]!)).toBeLessThanOrEqual(pairDeg + 1e-9);
        },
      ),
    );
  });

  it('is silent for silence', () => {
    const sound = new SoundImage();
    sound.place(new Float32Array(IMAGE_LENGTH), 30);
    expect(sound.energies).toHaveLength(PLACES * STAGE_BANDS_HZ.length);
    expect(sound.energies.every((energy) => energy === 0)).toBe(true);
    expect(sound.azimuthsDeg.some(Number.isNaN)).toBe(false);
  });
});

describe('Principal', () => {
  it('solves the eigenvalue’s equation', () => {
    const value = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(value, value, value, value, value, value, (a, b, c, ab, ac, bc) => {
        const principal = new Principal();
        principal.solve(a, b, c, ab, ac, bc);
        const { largest, second, vector } = principal;
        expect(second).toBeLessThanOrEqual(largest + 1e-12);
        const [x, y, z] = [...vector] as [number, number, number];
        // Where eigenvalues come close to one another the closed form loses half its digits.
        const errors = [
          a * x + ab * y + ac * z - largest * x,
          ab * x + b * y + bc * z - largest * y,
          ac * x + bc * y + c * z - largest * z,
        ];
        for (const error of errors) expect(Math.abs(error)).toBeLessThan(1e-5);
      }),
    );
  });
});
