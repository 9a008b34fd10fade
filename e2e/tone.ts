/** The app with a track whose every break can be seen: one low tone, heard as it is. */
import { expect, type Page } from '@playwright/test';
import { framesSoFar, heardSince } from './output-recording.ts';

const RATE_HZ = 44_100;
const FREQUENCY_HZ = 100;
export const AMPLITUDE = 0.5;
/** The app's shortest fade. */
const FADE_SECONDS = 0.01;

/**
 * Largest second difference that a fade of the tone may have: its own curve, below 2e−4, and at each end of a straight
 * fade a bend by its slope. Two may meet at one sample: what fades out, and what fades in in its place; what was taken
 * back before it began has none. As it is heard, equally loud on both sides, the tone has half its amplitude and a fade
 * half its bend: the rest is for gestures within
 * one fade. What begins or breaks off at once has hundreds of times as
 * much, a track that begins or ends within it, at its zero, 0.0036.
 */
export const LARGEST_BEND = 2 * (AMPLITUDE / (FADE_SECONDS * RATE_HZ)) + 2e-4;

/**
 * Where a processor takes over from a failed kernel it goes on from the last sample: what stops there is the tone's own
 * slope, at most, besides the fade's.
 */
export const LARGEST_KINK = (2 * Math.PI * FREQUENCY_HZ * AMPLITUDE) / RATE_HZ + LARGEST_BEND;

export function largestBend(samples: Float32Array): number {
  let largest = 0;
  for (let n = 1; n < samples.length - 1; n++) {
    const bend = Math.abs(samples[n + 1]! - 2 * samples[n]! + samples[n - 1]!);
    // What is not a number is larger than anything.
    if (!(bend <= largest)) largest = Number.isNaN(bend) ? Infinity : bend;
  }
  return largest;
}

/** A WAV file of 16 bits. @param sides what each channel has of the tone; mono where absent */
export function toneFile(
  seconds: number,
  sides: readonly number[] = [1],
  frequencyHz = FREQUENCY_HZ,
): Buffer {
  const frames = seconds * RATE_HZ;
  const frameBytes = 2 * sides.length;
  const file = Buffer.alloc(44 + frameBytes * frames);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + frameBytes * frames, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(sides.length, 22);
  file.writeUInt32LE(RATE_HZ, 24);
  file.writeUInt32LE(frameBytes * RATE_HZ, 28);
  file.writeUInt16LE(frameBytes, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(frameBytes * frames, 40);
  for (let n = 0; n < frames; n++) {
    const x = AMPLITUDE * Math.sin((2 * Math.PI * frequencyHz * n) / RATE_HZ);
    sides.forEach((side, c) => file.writeInt16LE(Math.round(32_767 * side * x), 44 + frameBytes * n + 2 * c));
  }
  return file;
}

/** The tone, mono, with a beginning and an end that no one hears as a click: for what is looked at across tracks. */
export function fadedToneFile(seconds: number): Buffer {
  const file = toneFile(seconds);
  const frames = seconds * RATE_HZ;
  const faded = RATE_HZ / 25;
  for (let n = 0; n < faded; n++) {
    const gain = 0.5 - 0.5 * Math.cos((Math.PI * n) / faded);
    for (const frame of [n, frames - 1 - n]) {
      const at = 44 + 2 * frame;
      file.writeInt16LE(Math.round(gain * file.readInt16LE(at)), at);
    }
  }
  return file;
}

export const playButton = (page: Page) => page.getByRole('button', { name: 'Play', exact: true });
export const pauseButton = (page: Page) => page.getByRole('button', { name: 'Pause', exact: true });

/**
 * Presses Play, and waits for what is heard: a track's beginning, left as it was made, has the tone's whole kink, and on a
 * busy machine it may come late.
 */
export async function startTone(page: Page, milliseconds: number): Promise<void> {
  const from = await framesSoFar(page);
  await playButton(page).click();
  await expect(pauseButton(page)).toBeVisible();
  const isHeard = async () => (await heardSince(page, from)).samples.some((x) => Math.abs(x) > 0.1);
  await expect.poll(isHeard).toBe(true);
  await page.waitForTimeout(milliseconds);
}

export async function playedSeconds(page: Page): Promise<number> {
  return Number(await page.getByRole('slider', { name: 'Position' }).getAttribute('aria-valuenow'));
}

/** Opens the app on the original side, with a minute of the tone. */
export async function openWithTone(page: Page): Promise<void> {
  await page.goto('/');
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
  const file = { name: 'tone.wav', mimeType: 'audio/wav', buffer: toneFile(60) };
  await page.setInputFiles('input[type=file]', file);
  await expect(page.getByText('tone', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('a');
  // Its gain is known once its loudness is.
  await expect(page.getByText(/equally loud at the ears/)).toBeVisible({ timeout: 30_000 });
}
