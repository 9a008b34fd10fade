/** Files of noise, of which each sample tells where it stood. */
import { wavFile } from '../src/media/testing/sound-files.ts';
import type { NamedFile } from './harness/sources.ts';

/** The headless browser's output. */
export const RATE_HZ = 44_100;

export const named = (name: string, bytes: Uint8Array): NamedFile => ({
  name,
  base64: Buffer.from(bytes).toString('base64'),
});

/** Told apart from itself a sample later. */
export function noise(frames: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length: frames }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 0.2 * (state / 2 ** 31 - 1);
  });
}

export const wavOf = (x: Float32Array): Uint8Array =>
  wavFile({ rateHz: RATE_HZ, planes: [x, x], bits: 32, isFloat: true });
