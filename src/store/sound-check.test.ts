import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestSound } from './ports.ts';
import { driverBandHz } from './sound-check.ts';
import { createApp } from './testing/app.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What was told to sound, one after the other. */
function listen() {
  const app = createApp();
  void app.act.start();
  const into = () =>
    app.engine.calls
      .filter(([name]) => name === 'playTest')
      .map(([, sound]) => {
        const { kind, channels } = (sound as TestSound).into;
        return `${kind} ${channels.join()}`;
      });
  const check = () => app.store.getState().outputs.check;
  return { ...app, into, check };
}

describe('checks by ear', () => {
  it('play left, then right, twice, say which, and end', async () => {
    const { act, into, check } = listen();
    void act.startCheck({ kind: 'sides' });
    expect(check()).toEqual({ check: { kind: 'sides' }, sounding: 'left' });
    await vi.advanceTimersByTimeAsync(1400);
    expect(check()?.sounding).toBe('right');
    await vi.advanceTimersByTimeAsync(5000);
    expect(into()).toEqual(['outputs 0', 'outputs 1', 'outputs 0', 'outputs 1']);
    expect(check()).toBeNull();
  });

  it('go on in turn until they are stopped', async () => {
    const { act, into, check } = listen();
    void act.startCheck({ kind: 'balance' });
    await vi.advanceTimersByTimeAsync(10_500);
    expect(into()).toHaveLength(11);
    act.stopCheck();
    expect(check()).toBeNull();
    await vi.advanceTimersByTimeAsync(5000);
    expect(into()).toHaveLength(11);
  });

  it('give way to a newer one', async () => {
    const { act, into, check } = listen();
    void act.startCheck({ kind: 'balance' });
    await vi.advanceTimersByTimeAsync(100);
    void act.startCheck({ kind: 'driver', driver: 1 });
    await vi.advanceTimersByTimeAsync(2000);
    expect(check()).toEqual({ check: { kind: 'driver', driver: 1 }, sounding: null });
    await vi.advanceTimersByTimeAsync(3000);
    expect(into()).toEqual(['outputs 0', 'outputs 1']);
    expect(check()).toBeNull();
  });

  it('end with the engine’s word', async () => {
    const { act, engine, into, check } = listen();
    void act.startCheck({ kind: 'spot', programme: 'turn' });
    await vi.advanceTimersByTimeAsync(2500);
    expect(into()).toEqual(['programme 0,1', 'programme 0']);
    engine.emit({ type: 'test-ended' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(into()).toHaveLength(2);
    expect(check()).toBeNull();
  });
});

describe('driverBandHz', () => {
  it('is the driver’s own band within hearing, or one that is safe for any', () => {
    const { designer } = createApp();
    const { document } = designer();
    const [first] = document.device.drivers;
    const withBand = (bandHz: readonly [number, number]) => ({
      ...document,
      device: { ...document.device, drivers: [{ ...first!, bandHz }] },
    });
    expect(driverBandHz(document, 0)).toEqual([200, 8000]);
    expect(driverBandHz(withBand([2500, 22_000]), 0)).toEqual([2500, 20_000]);
    expect(driverBandHz(withBand([10, 300]), 0)).toEqual([40, 300]);
  });
});
