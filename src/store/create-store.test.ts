import { describe, expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import { createApp, settle } from './testing/app.ts';
import { fakeTrack } from './testing/fake-engine.ts';
import { fakeOutcome } from './testing/fake-outcome.ts';

describe('start', () => {
  it('asks for engine, design and track at the same time and is ready when all three are there', async () => {
    const { act, engine, design, player } = createApp();
    void act.start();
    expect([engine.starts.length, design.designs.length, engine.loads.length]).toEqual([1, 1, 1]);
    expect(player().loading).toBe('Demo');
    design.designs[0]!.resolve({ ok: true, outcome: fakeOutcome('first') });
    await settle();
    expect(engine.last('setFilters')).toBeUndefined();
    engine.starts[0]!.resolve(undefined);
    await settle();
    expect(engine.last('setFilters', 'A')).toEqual(['setFilters', 'A', 'first original', 0]);
    expect(engine.last('setFilters', 'B')).toEqual(['setFilters', 'B', 'first spatial', 0]);
    expect(player().ready).toBe(false);
    engine.loads[0]!.resolve({ ok: true, track: fakeTrack });
    await settle();
    expect(player()).toMatchObject({ ready: true, loading: null, track: fakeTrack });
    expect(design.tracks).toHaveLength(1);
  });

  it('designs the first preset at the rate of the context, on the pair the preset has', () => {
    const { act, design } = createApp();
    void act.start();
    expect(design.designs[0]!.request).toEqual({
      document: PRESETS.laptop,
      listening: { kind: 'loudspeakers', spacingM: 0.24, distanceM: 0.55 },
      sampleRateHz: 44100,
      profile: 'music',
      slots: { A: { kind: 'original' }, B: { kind: 'design', without: null } },
    });
  });

  it('runs once, however often it is called', () => {
    const { act, engine } = createApp();
    void act.start();
    void act.start();
    expect(engine.starts).toHaveLength(1);
  });

  it('tells when the audio side cannot start and still designs', async () => {
    const { act, engine, design, store, designer, player } = createApp();
    void act.start();
    engine.starts[0]!.reject(new Error('no AudioWorklet'));
    design.designs[0]!.resolve({ ok: true, outcome: fakeOutcome('first') });
    await settle();
    expect(store.getState().notices).toMatchObject([
      { code: 'engine-start', severity: 'error', values: { detail: 'no AudioWorklet' } },
    ]);
    expect(designer().view).not.toBeNull();
    expect(player().ready).toBe(false);
  });
});
