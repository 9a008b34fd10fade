import { describe, expect, it, vi } from 'vitest';
import { integratedLoudness } from '../design/loudness.ts';
import type { LoudnessMatch, TrackSamples } from '../protocol/loudness-protocol.ts';
import { PRESETS } from '../design/presets.ts';
import { settle, startedApp } from './testing/app.ts';
import { fakeMatch, fakeOutcome } from './testing/fake-outcome.ts';

async function listening() {
  const app = await startedApp();
  app.act.setProfile('video');
  app.design.designs.at(-1)!.resolve({ ok: true, outcome: fakeOutcome('video') });
  await settle();
  const tracks = app.design.tracks.length;
  void app.act.listen({ kind: 'screen' });
  app.engine.lives[0]!.resolve({ ok: true, live: { kind: 'screen', label: 'A tab' } });
  // What measures comes with the first that is listened to: a module, which takes its time.
  await vi.waitFor(() => expect(app.design.tracks.length).toBeGreaterThan(tracks));
  await settle();
  const heard = async (seconds: number) => {
    app.engine.emit({ type: 'live-heard', seconds });
    await settle();
  };
  /** Answers the measurement that was asked for last. */
  const answer = async (gainOfB: number) => {
    const match: LoudnessMatch = { ...fakeMatch, gainDb: { A: 0, B: gainOfB } };
    app.design.matches.at(-1)!.resolve(match);
    await settle();
  };
  return { ...app, heard, answer, measured: () => app.design.matches.length };
}

describe('the loudness of what is live', () => {
  it('is estimated with pink noise at first', async () => {
    const { design, player, answer } = await listening();
    const noise = design.tracks.at(-1) as TrackSamples;
    // −23 dB on each of two sides, −20 together; what K-weighting makes of pink noise besides is under a decibel.
    expect(integratedLoudness([noise.left, noise.right], noise.sampleRateHz)).toBeCloseTo(-19.6, 0);
    await answer(-4);
    expect(player()).toMatchObject({ loudnessOf: 'noise', loudness: { gainDb: { B: -4 } } });
  });

  it('is measured on what was heard once that is three seconds, and glides there', async () => {
    const { design, engine, player, heard, answer, measured } = await listening();
    await answer(-4);
    const before = measured();
    await heard(2.9);
    expect(measured()).toBe(before);
    await heard(3.2);
    expect(design.tracks.at(-1)).toBe(engine.heardLive);
    expect(measured()).toBe(before + 1);
    await answer(-7);
    expect(player()).toMatchObject({ loudnessOf: 'live', loudness: { gainDb: { B: -7 } } });
    expect(engine.last('setGainDb', 'B')).toEqual(['setGainDb', 'B', -7, 2]);
  });

  it('is measured again while it changes, and seldom once it stands', async () => {
    const { heard, answer, measured } = await listening();
    await answer(-4);
    const before = measured();
    const heardUntil = async (from: number, to: number) => {
      for (let s = from; s <= to; s++) await heard(s);
    };
    await heardUntil(3, 3);
    await answer(-7);
    await heardUntil(4, 10);
    expect(measured()).toBe(before + 2);
    await answer(-6);
    await heardUntil(11, 20);
    expect(measured()).toBe(before + 3);
    await answer(-6.05);
    await heardUntil(21, 49);
    expect(measured()).toBe(before + 3);
    await heardUntil(50, 50);
    expect(measured()).toBe(before + 4);
  });

  it('lets a design in that was estimated when more was heard', async () => {
    const { act, design, engine, heard, answer } = await listening();
    await answer(-4);
    design.holds.estimates = true;
    act.edit(PRESETS.laptop);
    design.designs.at(-1)!.resolve({ ok: true, outcome: fakeOutcome('edited') });
    await settle();
    await heard(3);
    // As the workers answer for sound that they have no more.
    design.estimates[0]!.resolve(null);
    await settle();
    expect(engine.last('setFilters', 'B')?.[2]).toBe('edited spatial');
  });

  it('gives way to that of the track when it ends', async () => {
    const { design, engine, player, heard, answer } = await listening();
    await heard(3);
    await answer(-7);
    engine.emit({ type: 'live-ended', cause: 'stopped', label: 'A tab' });
    await settle();
    expect(design.tracks.at(-1)).toMatchObject({ left: new Float32Array(8) });
    expect(design.tracks.at(-1)).not.toBe(engine.heardLive);
    design.matches.at(-1)!.resolve(fakeMatch);
    await settle();
    expect(player()).toMatchObject({ loudnessOf: 'track', loudness: fakeMatch });
    await heard(30);
    expect(design.tracks.at(-1)).not.toBe(engine.heardLive);
  });
});
