import { describe, expect, it } from 'vitest';
import type { LoadVerdict } from '../../store/index.ts';
import { loadTable, measuredWords, roomWords, verdictWords } from './rehearsal-words.ts';

const verdict = (...shares: number[]): LoadVerdict => ({
  designs: [
    { name: 'current', taps: 2048, share: shares[0]! },
    { name: 'soundbar', taps: 4096, share: shares[1]! },
    { name: 'longest', taps: 16_384, share: shares[2]! },
  ],
  room: [
    { taps: 2048, outputs: 32 },
    { taps: 4096, outputs: 32 },
    { taps: 8192, outputs: 1 },
    { taps: 16_384, outputs: 0 },
  ],
});

describe('verdictWords', () => {
  it('names what will play and what may not; 60 % still plays', () => {
    expect(verdictWords(verdict(0.01, 0.02, 0.6))).toMatch(/^All designs play without gaps/);
    expect(verdictWords(verdict(0.1, 0.2, 0.601))).toBe(
      'Your design and Soundbar will play without gaps on this machine; The longest filters may not.',
    );
    expect(verdictWords(verdict(0.7, 0.8, 0.9))).toMatch(/^No design here/);
  });
});

describe('loadTable', () => {
  it('shows small loads to a tenth and large ones whole, and marks what is too much', () => {
    expect(loadTable(verdict(0.0123, 0.0996, 0.872))).toEqual([
      { name: 'Your design', taps: '2,048 taps', load: '1.2', isTooMuch: false },
      { name: 'Soundbar', taps: '4,096 taps', load: '10', isTooMuch: false },
      { name: 'The longest filters', taps: '16,384 taps', load: '87', isTooMuch: true },
    ]);
  });
});

describe('roomWords', () => {
  it('leaves out what there is no room for, and shorter filters of as many drivers', () => {
    expect(roomWords(verdict(0, 0, 0))).toBe(
      'With an output for every driver there is room for 32 drivers of up to 4,096 taps and 1 driver of up to 8,192 taps.',
    );
    expect(roomWords({ designs: [], room: [{ taps: 2048, outputs: 0 }] })).toMatch(/room for none/);
  });
});

describe('measuredWords', () => {
  it('says when and at which rate', () => {
    const words = measuredWords({ date: '2026-11-21T12:00:00.000Z', sampleRateHz: 44_100, measured: [] });
    expect(words).toMatch(/Measured Nov 2\d, 2026,? .* at 44\.1 kHz/);
  });
});
