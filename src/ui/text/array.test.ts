import { describe, expect, it } from 'vitest';
import { arrayText } from './array.ts';

describe('words of the array editor', () => {
  it.each([
    [[40, 300], '40–300 Hz'],
    [[3000, 20_000], '3–20 kHz'],
    [[300, 3000], '300 Hz – 3 kHz'],
  ] as const)('name the band %j', (band, words) => {
    expect(arrayText.band(band)).toBe(words);
  });

  it('say where a driver is, without a sign at zero', () => {
    expect(arrayText.place(0, -0.0125, 0.1)).toBe('front 0 cm, left −1.25 cm, up 10 cm');
  });

  it('say how many drivers another baffle moved, and how far', () => {
    expect(arrayText.done.ontoSphere(0, 0)).toContain('none was moved');
    expect(arrayText.done.intoWall(1, 0.09)).toBe('One driver was moved into the wall, by up to 90 mm.');
  });
});
