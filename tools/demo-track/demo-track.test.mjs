import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  IDENTIFICATION_CUES,
  IDENTIFICATION_SECONDS,
  placeAt,
  renderIdentification,
} from './identification.mjs';
import { TOTAL_SECONDS } from './score/form.mjs';
import { mixStems, renderStems } from './stems.mjs';

const DEMO = new URL('../../public/demo/', import.meta.url);
/** Where every instrument but the birds sounds (the chimes still ring). */
const FULL_PASSAGE = { fromSeconds: 25, seconds: 2.5 };
const RATE_HZ = 24000;
/** Enough for a question of yes or no. */
const LOW_RATE_HZ = 12000;
/** Two renderings take about a second; a busy machine ten times that. */
const PATIENCE_MS = 30000;
/** Float32 rounding of stems and sum, ten of them at full scale. */
const ROUNDING = 1e-6;
/** An MP3 is a whole number of 1152-sample frames and the encoder's padding longer. */
const MP3_PADDING_SECONDS = 0.1;

const stems = renderStems(RATE_HZ, FULL_PASSAGE);
const byPan = (pan) => stems.filter((stem) => stem.pan === pan);
/** Matchers walk typed arrays far too slowly. */
const same = (a, b) => a.length === b.length && a.every((x, i) => x === b[i]);
const energy = (signal) => signal.reduce((sum, x) => sum + x * x, 0);

/** Duration by counting the MPEG-1 Layer III frames. */
function mp3Seconds(file) {
  const bytes = readFileSync(new URL(file, DEMO));
  const kbps = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
  const rates = [44100, 48000, 32000];
  let at = 0;
  if (bytes.toString('latin1', 0, 3) === 'ID3') {
    at = 10 + bytes.subarray(6, 10).reduce((size, byte) => size * 128 + byte, 0);
  }
  let seconds = 0;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && (bytes[at + 1] & 0xfe) === 0xfa) {
    const rateHz = rates[(bytes[at + 2] >> 2) & 3];
    seconds += 1152 / rateHz;
    at += Math.floor((144000 * kbps[bytes[at + 2] >> 4]) / rateHz) + ((bytes[at + 2] >> 1) & 1);
  }
  expect(at, 'frames up to the end of the file').toBe(bytes.length);
  return seconds;
}

describe('the stems of the demo track', () => {
  it(
    'are the same at every rendering',
    () => {
      const excerpt = { fromSeconds: 25, seconds: 0.4 };
      const again = renderStems(LOW_RATE_HZ, excerpt);
      const differing = renderStems(LOW_RATE_HZ, excerpt).filter(
        (stem, i) => !same(stem.left, again[i].left) || !same(stem.right, again[i].right),
      );
      expect(differing.map(({ name }) => name)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('sound, each of them, where all play', () => {
    const silent = stems
      .filter((stem) => energy(stem.left) + energy(stem.right) === 0)
      .map(({ name }) => name);
    expect(silent).toEqual(['birds']);
  });

  it('add up to the mix, which keeps below full scale', () => {
    const mix = mixStems(stems);
    let [error, peak] = [0, 0];
    for (let i = 0; i < mix.left.length; i++) {
      let [left, right] = [0, 0];
      for (const stem of stems) [left, right] = [left + stem.left[i], right + stem.right[i]];
      error = Math.max(error, Math.abs(left - mix.left[i]), Math.abs(right - mix.right[i]));
      peak = Math.max(peak, Math.abs(left), Math.abs(right));
    }
    expect(error).toBeLessThan(ROUNDING);
    expect(peak).toBeGreaterThan(0.2);
    expect(peak).toBeLessThan(10 ** (-2.5 / 20));
  });

  it('stand where they say', () => {
    expect(byPan('centre').map(({ name }) => name)).toEqual(['lead', 'bass', 'kick']);
    for (const { left, right } of byPan('centre')) expect(same(left, right)).toBe(true);
    for (const { right } of byPan('left')) expect(right.every((x) => x === 0)).toBe(true);
    for (const { left } of byPan('right')) expect(left.every((x) => x === 0)).toBe(true);
    const ratio = ({ left, right }) => Math.sqrt(energy(left) / energy(right));
    for (const stem of byPan('partly-left')) expect(ratio(stem)).toBeCloseTo(0.9 / 0.35, 4);
    for (const stem of byPan('partly-right')) expect(ratio(stem)).toBeCloseTo(0.35 / 0.9, 4);
  });

  it('have an ambience that differs between the sides', () => {
    const { left, right } = stems.find(({ name }) => name === 'ambience');
    const product = left.reduce((sum, x, i) => sum + x * right[i], 0);
    expect(Math.abs(product) / Math.sqrt(energy(left) * energy(right))).toBeLessThan(0.5);
  });
});

describe('the identification', () => {
  it('is on one side alone, in the centre, on the other side, then travels without a step', () => {
    const { left, right } = renderIdentification(RATE_HZ);
    const part = (signal, from, to) => energy(signal.subarray(from * RATE_HZ, to * RATE_HZ));
    expect(part(left, 0.2, 3)).toBeGreaterThan(1);
    expect(part(right, 0, 3)).toBe(0);
    expect(part(left, 3.3, 6)).toBeCloseTo(part(right, 3.3, 6), 4);
    expect(part(left, 6.3, 9)).toBeLessThan(1e-9 * part(right, 6.3, 9));
    const start = IDENTIFICATION_CUES[3].startSeconds;
    expect([0, 1.25, 2.5, 3.75, 5].map((t) => placeAt(start + t).toFixed(6))).toEqual(
      [0, 0.5, 1, 0.5, 0].map((place) => place.toFixed(6)),
    );
  });
});

describe('the committed files', () => {
  const demo = JSON.parse(readFileSync(new URL('demo.json', DEMO), 'utf8'));

  it('are of the length and size that they should be', () => {
    expect(TOTAL_SECONDS).toBeGreaterThanOrEqual(40);
    expect(TOTAL_SECONDS).toBeLessThanOrEqual(60);
    expect(statSync(new URL(demo.track.file, DEMO)).size).toBeLessThanOrEqual(2e6);
    expect(Math.abs(mp3Seconds(demo.track.file) - TOTAL_SECONDS)).toBeLessThan(MP3_PADDING_SECONDS);
    expect(Math.abs(mp3Seconds(demo.identification.file) - IDENTIFICATION_SECONDS)).toBeLessThan(
      MP3_PADDING_SECONDS,
    );
  });

  it('describe what the script makes', () => {
    expect(demo.track.durationSeconds).toBe(TOTAL_SECONDS);
    expect(demo.track.stems).toEqual(stems.map(({ name, pan }) => ({ name, pan })));
    expect(JSON.parse(readFileSync(new URL(demo.identification.cues, DEMO), 'utf8'))).toEqual(
      IDENTIFICATION_CUES,
    );
  });
});
