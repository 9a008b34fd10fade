import { describe, expect, it } from 'vitest';
import { createApp, settle, startedApp } from './testing/app.ts';
import { fakeTrack } from './testing/fake-engine.ts';

describe('playing', () => {
  it('selects the side that is heard', async () => {
    const { act, engine, player } = await startedApp();
    act.select('A');
    expect(player().slot).toBe('A');
    expect(engine.last('select')).toEqual(['select', 'A']);
  });

  it('plays, pauses, and is at rest when the track has ended', async () => {
    const { act, engine, player } = await startedApp();
    await act.togglePlay();
    expect(player().playing).toBe(true);
    await act.togglePlay();
    expect(player().playing).toBe(false);
    await act.togglePlay();
    engine.emit({ type: 'ended' });
    expect(player().playing).toBe(false);
  });

  it('does not play before there is anything to hear', async () => {
    const { act, player } = createApp();
    await act.togglePlay();
    expect(player().playing).toBe(false);
  });

  it('seeks within the track', async () => {
    const { act, engine } = await startedApp();
    act.seek(-1);
    expect(engine.last('seek')).toEqual(['seek', 0]);
    act.seek(99);
    expect(engine.last('seek')).toEqual(['seek', 10]);
  });

  it('tells of damage to a file once, with all that was found', async () => {
    const { engine, store } = await startedApp();
    const damaged = { type: 'damaged', title: 'A track', atSeconds: 63 } as const;
    engine.emit({ ...damaged, places: 1, seconds: 0.2 });
    engine.emit({ ...damaged, places: 2, seconds: 0.5 });
    expect(store.getState().notices).toMatchObject([
      { code: 'file-damaged', values: { fileName: 'A track', places: '2', atSeconds: '63', seconds: '0.5' } },
    ]);
  });

  it('keeps the track when another cannot be loaded, and says which file and why', async () => {
    const { act, engine, player, store } = await startedApp();
    void act.load({ kind: 'file', file: new File([], 'broken.mp3') });
    expect(player().loading).toBe('broken.mp3');
    engine.loads[1]!.resolve({ ok: false, code: 'empty', fileName: 'broken.mp3', detail: '0 bytes' });
    await settle();
    expect(player()).toMatchObject({ track: fakeTrack, loading: null, ready: true });
    const { notices } = store.getState();
    expect(notices).toMatchObject([
      { code: 'file-empty', severity: 'error', values: { fileName: 'broken.mp3' }, why: '0 bytes' },
    ]);
    act.dismiss(notices[0]!.id);
    expect(store.getState().notices).toEqual([]);
  });

  it('is silent at the lowest volume', () => {
    const { act, engine, player } = createApp();
    act.setVolumeDb(-60);
    expect(player().volumeDb).toBe(-60);
    expect(engine.last('setVolumeDb')).toEqual(['setVolumeDb', -Infinity]);
  });

  it('forgets an earlier refusal when another file is opened', async () => {
    const { act, engine, store } = await startedApp();
    void act.load({ kind: 'file', file: new File([], 'broken.mp3') });
    engine.loads[1]!.resolve({ ok: false, code: 'empty', fileName: 'broken.mp3', detail: '' });
    engine.emit({ type: 'fault', kind: 'bypassed', part: 'upmix', detail: 'stopped' });
    await settle();
    void act.load({ kind: 'file', file: new File([], 'good.mp3') });
    expect(store.getState().notices.map(({ code }) => code)).toEqual(['engine-bypassed']);
  });

  it('waits for the newer file when a load was overtaken', async () => {
    const { act, engine, player, store } = await startedApp();
    void act.load({ kind: 'file', file: new File([], 'one.mp3') });
    void act.load({ kind: 'file', file: new File([], 'two.mp3') });
    engine.loads[1]!.resolve({ ok: false, code: 'overtaken', fileName: 'one.mp3', detail: '' });
    await settle();
    expect(player().loading).toBe('two.mp3');
    expect(store.getState().notices).toEqual([]);
  });

  it('takes back what a new start has mended, and nothing else', async () => {
    const { act, engine, store } = await startedApp();
    const codes = () => store.getState().notices.map(({ code }) => code);
    for (const kind of ['bypassed', 'stopped', 'refused', 'interrupted', 'blocked', 'device'] as const)
      engine.emit({ type: 'fault', kind, part: 'output', detail: '' });
    expect(codes()).toHaveLength(6);
    await act.togglePlay();
    expect(codes()).toEqual(['engine-refused']);
  });

  it('tells one fault once', async () => {
    const { engine, store } = await startedApp();
    engine.emit({ type: 'fault', kind: 'bypassed', part: 'upmix', detail: 'stopped' });
    engine.emit({ type: 'fault', kind: 'bypassed', part: 'upmix', detail: 'stopped' });
    expect(store.getState().notices).toHaveLength(1);
  });
});
