import { describe, expect, it } from 'vitest';
import { settle, startedApp } from './testing/app.ts';
import { createApp } from './testing/app.ts';

const MICROPHONE = { kind: 'input', deviceId: 'line', isGuarded: true } as const;

async function listening() {
  const app = await startedApp();
  void app.act.listen(MICROPHONE);
  app.engine.lives[0]!.resolve({ ok: true, live: { kind: 'input', label: 'Line in' } });
  await settle();
  const live = () => app.store.getState().live;
  return { ...app, live };
}

describe('something live', () => {
  it('plays in the video profile, and the one before comes back with the track', async () => {
    const { act, engine, live, player } = await listening();
    expect(live()).toMatchObject({ source: { label: 'Line in' }, inputs: [{ id: 'line' }] });
    expect(player()).toMatchObject({ profile: 'video', playing: true });
    act.stopLive();
    expect(engine.last('stopLive')).toBeDefined();
    engine.emit({ type: 'live-ended', cause: 'stopped', label: 'Line in' });
    expect(live().source).toBeNull();
    expect(player().profile).toBe('music');
  });

  it('leaves the profile alone that was chosen before, for this visit and the next', async () => {
    const app = await listening();
    expect(createApp(app.saved.text).player().profile).toBe('music');
    const chosen = await startedApp();
    chosen.act.setProfile('video');
    void chosen.act.listen(MICROPHONE);
    chosen.engine.lives[0]!.resolve({ ok: true, live: { kind: 'input', label: 'Line in' } });
    await settle();
    chosen.engine.emit({ type: 'live-ended', cause: 'stopped', label: 'Line in' });
    expect(chosen.player().profile).toBe('video');
  });

  it('says why there is none, and what plays goes on', async () => {
    const { act, engine, store, player } = await startedApp();
    void act.listen({ kind: 'screen' });
    engine.lives[0]!.resolve({ ok: false, code: 'silent', detail: '' });
    await settle();
    expect(store.getState().notices).toMatchObject([{ code: 'live-silent' }]);
    expect(store.getState().live).toMatchObject({ source: null, isStarting: false });
    expect(player().profile).toBe('music');
  });

  it('is told when it is lost, and when it howls', async () => {
    const { engine, live, store } = await listening();
    engine.emit({ type: 'live-howled', label: 'Line in' });
    expect(live().source).not.toBeNull();
    engine.emit({ type: 'live-ended', cause: 'lost', label: 'Line in' });
    expect(live().source).toBeNull();
    expect(store.getState().notices.map(({ code }) => code)).toEqual(['live-howled', 'live-lost']);
  });

  it('leaves the track that rests where it is, and what was told of it before goes when it plays again', async () => {
    const { act, engine, store } = await listening();
    act.seek(5);
    expect(engine.last('seek')).toBeUndefined();
    engine.emit({ type: 'live-howled', label: 'Line in' });
    engine.emit({ type: 'playing', playing: true });
    expect(store.getState().notices).toEqual([]);
  });

  it('gives way to a track', async () => {
    const { act, engine } = await listening();
    void act.load({ kind: 'url', url: 'demo.mp3', title: 'Demo', artist: '' });
    expect(engine.last('stopLive')).toBeDefined();
  });
});
