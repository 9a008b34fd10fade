import { describe, expect, it } from 'vitest';
import { LevelMeter } from './level-meter.ts';
import { Steps } from './meter-part.ts';

const RATE_HZ = 48_000;

function sine(seconds: number, amplitude: number): Float32Array {
  return Float32Array.from(
    { length: seconds * RATE_HZ },
    (_, n) => amplitude * Math.sin((2 * Math.PI * n) / 48),
  );
}

describe('LevelMeter', () => {
  it('reads peak and mean square of each channel', () => {
    const meter = new LevelMeter(2, RATE_HZ);
    new Steps(RATE_HZ, [meter]).process([sine(1, 0.5), sine(1, 0.1)], RATE_HZ);
    // Float32 samples; 300 ms are whole periods.
    expect([...meter.peaks].map((peak) => Number(peak.toFixed(6)))).toEqual([0.5, 0.1]);
    expect(meter.meanSquares[0]).toBeCloseTo(0.125, 6);
    expect(meter.meanSquares[1]).toBeCloseTo(0.005, 6);
  });

  it('keeps a peak, and forgets the level after 300 ms', () => {
    const meter = new LevelMeter(1, RATE_HZ);
    const steps = new Steps(RATE_HZ, [meter]);
    const click = new Float32Array(480);
    click[100] = -0.9;
    steps.process([click], 480);
    steps.process([new Float32Array(14_400 - 480)], 14_400 - 480);
    expect(meter.meanSquares[0]).toBeCloseTo(0.81 / 14_400, 9);
    steps.process([new Float32Array(480)], 480);
    expect(meter.meanSquares[0]).toBe(0);
    expect(meter.peaks[0]).toBeCloseTo(0.9, 6);
  });
});
