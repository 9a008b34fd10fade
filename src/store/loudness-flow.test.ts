import { describe, expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import { settle, startedApp } from './testing/app.ts';
import { fakeTrack } from './testing/fake-engine.ts';
import { fakeEstimate, fakeMatch, fakeOutcome } from './testing/fake-outcome.ts';

describe('loudness', () => {
  it('brings a new set in with the gains that were estimated for it, not with those of the one before', async () => {
    const { act, design, engine, player } = await startedApp();
    design.matches.at(-1)!.resolve(fakeMatch);
    await settle();
    design.holds.estimates = true;
    act.edit(PRESETS.laptop);
    design.designs[1]!.resolve({ ok: true, outcome: fakeOutcome('second') });
    await settle();
    expect(engine.last('setFilters', 'B')?.[2]).not.toBe('second spatial');
    design.estimates[0]!.resolve({ ...fakeEstimate, gainDb: { A: 0, B: -7 } });
    await settle();
    expect(engine.last('setFilters', 'B')).toEqual(['setFilters', 'B', 'second spatial', -7]);
    expect(player().loudness?.gainDb.B).toBe(-7);
  });

  it('is asked of a track only once what it is measured on is there', async () => {
    const { act, design, engine, player } = await startedApp();
    const before = design.matches.length;
    let arrive!: () => void;
    const samples = { sampleRateHz: 44100, left: new Float32Array(8), right: new Float32Array(8) };
    engine.port.trackSamples = () => new Promise((resolve) => (arrive = () => resolve(samples)));
    void act.load({ kind: 'url', url: './long.flac', title: 'Long', artist: '' });
    engine.loads.at(-1)!.resolve({ ok: true, track: { ...fakeTrack, title: 'Long' } });
    await settle();
    expect(player()).toMatchObject({ track: { title: 'Long' }, ready: true });
    act.edit({ ...PRESETS.laptop, name: 'meanwhile' });
    design.designs.at(-1)!.resolve({ ok: true, outcome: fakeOutcome('meanwhile') });
    await settle();
    expect(engine.last('setFilters', 'B')?.[2]).toBe('meanwhile spatial');
    expect(design.matches).toHaveLength(before);
    arrive();
    await settle();
    expect(design.matches).toHaveLength(before + 1);
  });

  it('gives up measuring when the design is edited, and measures what it comes to, also where that is what it was', async () => {
    const { act, design } = await startedApp();
    const before = design.matches.length;
    expect(design.cancelledMatches).toEqual([]);
    act.edit({ ...PRESETS.laptop, name: '' });
    expect(design.cancelledMatches).toEqual([before]);
    design.matches.at(-1)!.resolve(null);
    const failure = { code: 'invalid-field', field: 'name', said: 'a name is needed' };
    design.designs.at(-1)!.resolve({ ok: false, failure });
    await settle();
    expect(design.matches).toHaveLength(before + 1);
  });

  it('does not let a new set wait for long', async () => {
    const { act, design, engine } = await startedApp();
    design.holds.estimates = true;
    act.edit(PRESETS.laptop);
    design.designs[1]!.resolve({ ok: true, outcome: fakeOutcome('second') });
    await new Promise((resolve) => setTimeout(resolve, 550));
    expect(engine.last('setFilters', 'B')).toEqual(['setFilters', 'B', 'second spatial', -1.1]);
    design.estimates[0]!.resolve({ ...fakeEstimate, gainDb: { A: 0, B: -7 } });
    await settle();
    expect(engine.last('setGainDb', 'B')).toEqual(['setGainDb', 'B', -7]);
  });

  it('leaves an overtaken set to the one that overtook it', async () => {
    const { act, design, engine } = await startedApp();
    design.holds.estimates = true;
    for (const [index, name] of [
      [1, 'second'],
      [2, 'third'],
    ] as const) {
      act.edit(PRESETS.laptop);
      design.designs[index]!.resolve({ ok: true, outcome: fakeOutcome(name) });
      await settle();
    }
    design.estimates[0]!.resolve(null);
    design.estimates[1]!.resolve(fakeEstimate);
    await settle();
    const played = engine.calls.filter(([call, slot]) => call === 'setFilters' && slot === 'B');
    expect(played.map(([, , filters]) => filters)).not.toContain('second spatial');
    expect(played.at(-1)?.[2]).toBe('third spatial');
  });

  it('keeps an estimate that is newer than a measurement under way', async () => {
    const { act, design, player } = await startedApp();
    act.edit(PRESETS.laptop);
    design.designs[1]!.resolve({ ok: true, outcome: fakeOutcome('second') });
    await settle();
    design.matches[0]!.resolve(fakeMatch);
    await settle();
    expect(player().loudness).toEqual(fakeEstimate);
  });

  it('hands the matched gains to both slots', async () => {
    const { design, engine, player } = await startedApp();
    design.matches.at(-1)!.resolve(fakeMatch);
    await settle();
    expect(engine.last('setGainDb', 'A')).toEqual(['setGainDb', 'A', -3]);
    expect(engine.last('setGainDb', 'B')).toEqual(['setGainDb', 'B', -1]);
    expect(player().loudness).toEqual(fakeMatch);
  });

  it('gives both slots the common gain when it is off', async () => {
    const { act, design, engine } = await startedApp();
    design.matches.at(-1)!.resolve(fakeMatch);
    await settle();
    act.setMatchLoudness(false);
    expect(engine.last('setGainDb', 'A')).toEqual(['setGainDb', 'A', -2]);
    expect(engine.last('setGainDb', 'B')).toEqual(['setGainDb', 'B', -2]);
  });

  it('ignores a measurement that a newer one overtook', async () => {
    const { act, design, player } = await startedApp();
    act.edit(PRESETS.laptop);
    design.designs[1]!.resolve({ ok: true, outcome: fakeOutcome('second') });
    await settle();
    const [older, newer] = design.matches.slice(-2);
    newer!.resolve(fakeMatch);
    await settle();
    older!.resolve({ ...fakeMatch, gainDb: { A: 0, B: -9 } });
    await settle();
    expect(player().loudness).toEqual(fakeMatch);
  });
});
