import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { endPaddingSeconds } from './webm-padding.ts';

const webm = readFileSync(new URL('../../e2e/fixtures/sounds/tone.webm', import.meta.url));

describe('endPaddingSeconds', () => {
  it('is what the encoder filled its last packet up with', async () => {
    // 21,600 frames and 312 before them in packets of 960: 168 too many, in whole nanoseconds.
    expect(await endPaddingSeconds(new Blob([webm]))).toBeCloseTo(168 / 48_000, 8);
  });

  it('is found before megabytes of tags, and not in what only looks like a cluster', async () => {
    const tags = Buffer.from([0x12, 0x54, 0xc3, 0x67, 0x01, 0, 0, 0, 0, 0x20, 0, 0]);
    const content = Buffer.alloc(0x200000);
    content.set([0x1f, 0x43, 0xb6, 0x75, 0xff, 0x13], 1000);
    expect(await endPaddingSeconds(new Blob([webm, tags, content]))).toBeCloseTo(168 / 48_000, 8);
  });

  it('is nothing where the file says nothing', async () => {
    expect(await endPaddingSeconds(new Blob([new Uint8Array(1000)]))).toBe(0);
    expect(await endPaddingSeconds(new Blob([webm.subarray(0, webm.length / 2)]))).toBe(0);
  });
});
