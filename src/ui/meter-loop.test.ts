import { describe, expect, it } from 'vitest';
import type { MeterReading } from '../store/index.ts';
import { MeterLoop, type MeterFrame } from './meter-loop.ts';

/** A loop over an engine that reads what the test wants, with frames when the test wants them. */
function createLoop({ calm = false } = {}) {
  const asked: ((nowMs: number) => void)[] = [];
  const engine = { levelDb: -6, reductionDb: 0, reads: 0 };
  let nowMs = 1000;
  const readMeters = (into: MeterReading) => {
    engine.reads += 1;
    into.peakDb.fill(engine.levelDb);
    into.reductionDb = engine.reductionDb;
  };
  const loop = new MeterLoop(
    { readMeters },
    { request: (callback) => asked.push(callback), cancel: () => void asked.splice(0), calm: () => calm },
  );
  const frames = (count: number, intervalMs = 20) => {
    for (let n = 0; n < count; n++) {
      nowMs += intervalMs;
      for (const callback of asked.splice(0)) callback(nowMs);
    }
  };
  return { loop, engine, frames, asked };
}

const NOTHING = () => undefined;

describe('MeterLoop', () => {
  it('reads once a frame for all that look, while something plays', () => {
    const { loop, engine, frames } = createLoop();
    const seen: number[] = [];
    loop.subscribe(({ levels }) => seen.push(levels.shownDb[0]!));
    loop.subscribe(NOTHING);
    loop.setPlaying(true);
    frames(10);
    expect(engine.reads).toBe(10);
    expect(seen).toEqual(Array(10).fill(-6));
  });

  it('reads nothing while nobody looks', () => {
    const { loop, engine, frames, asked } = createLoop();
    loop.setPlaying(true);
    frames(5);
    expect(asked).toHaveLength(0);
    const end = loop.subscribe(NOTHING);
    frames(5);
    end();
    frames(5);
    expect(engine.reads).toBe(5);
    expect(asked).toHaveLength(0);
  });

  it('falls after a pause, then rests: one empty frame, and none after it', () => {
    const { loop, engine, frames, asked } = createLoop();
    const last: { frame?: MeterFrame } = {};
    loop.subscribe((frame) => (last.frame = { ...frame }));
    loop.setPlaying(true);
    engine.reductionDb = 3;
    frames(5);
    expect(last.frame?.reductionDb).toBe(3);
    loop.setPlaying(false);
    engine.levelDb = -Infinity;
    engine.reductionDb = 0;
    frames(10);
    expect(last.frame?.resting).toBe(false);
    expect(last.frame?.levels.shownDb[0]).toBeLessThan(-10);
    expect(last.frame?.reductionDb).toBeLessThan(2);
    frames(150);
    expect(last.frame).toMatchObject({ resting: true, reductionDb: 0 });
    expect(asked).toHaveLength(0);
    const { reads } = engine;
    loop.refresh();
    frames(5);
    expect(engine.reads).toBe(reads + 1);
  });

  it('shows what there is to one who comes while nothing plays', () => {
    const { loop, frames } = createLoop();
    let shown = 0;
    loop.subscribe(() => (shown += 1));
    frames(3);
    expect(shown).toBe(1);
  });

  it('is calm where less motion is asked for: ten frames a second', () => {
    const { loop, engine, frames } = createLoop({ calm: true });
    loop.subscribe(({ calm }) => expect(calm).toBe(true));
    loop.setPlaying(true);
    frames(100);
    expect(engine.reads).toBeGreaterThan(15);
    expect(engine.reads).toBeLessThan(22);
  });

  it('does not make up for the time in which the page was hidden', () => {
    const { loop, engine, frames } = createLoop();
    const elapsed: number[] = [];
    loop.subscribe((frame) => elapsed.push(frame.elapsedSeconds));
    loop.setPlaying(true);
    frames(2);
    engine.levelDb = -Infinity;
    frames(1, 3_600_000);
    expect(elapsed.at(-1)).toBe(0.1);
  });
});
