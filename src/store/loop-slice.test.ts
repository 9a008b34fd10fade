import { describe, expect, it } from 'vitest';
import { startedApp } from './testing/app.ts';
import { fakeTrack } from './testing/fake-engine.ts';

async function app() {
  const started = await startedApp();
  const loop = () => started.store.getState().loop;
  const looped = () => started.engine.last('setLoop')?.[1];
  return { ...started, loop, looped };
}

describe('a loop', () => {
  it('plays once both its points are set, and follows them', async () => {
    const { act, loop, looped } = await app();
    act.setLoopPoint('inSeconds', 2);
    expect(looped()).toBeNull();
    act.setLoopPoint('outSeconds', 5);
    expect(loop()).toEqual({ inSeconds: 2, outSeconds: 5, isOn: true });
    expect(looped()).toEqual({ fromSeconds: 2, toSeconds: 5 });
    act.setLoopPoint('inSeconds', 3.25);
    expect(looped()).toEqual({ fromSeconds: 3.25, toSeconds: 5 });
  });

  it('reaches from the beginning to an out point without an in point, and is all of the track without either', async () => {
    const { act, looped } = await app();
    act.setLoopPoint('outSeconds', 4);
    expect(looped()).toEqual({ fromSeconds: 0, toSeconds: 4 });
    act.clearLoop();
    expect(looped()).toBeNull();
    act.turnLoop();
    expect(looped()).toEqual({ fromSeconds: 0, toSeconds: fakeTrack.durationSeconds });
  });

  it('is left and entered again without losing its points', async () => {
    const { act, loop, looped } = await app();
    act.setLoopPoint('inSeconds', 2);
    act.setLoopPoint('outSeconds', 5);
    act.turnLoop();
    expect(looped()).toBeNull();
    expect(loop()).toEqual({ inSeconds: 2, outSeconds: 5, isOn: false });
    act.turnLoop();
    expect(looped()).toEqual({ fromSeconds: 2, toSeconds: 5 });
  });

  it('shorter than half a second is refused in words; what was looped stays', async () => {
    const { act, looped, store } = await app();
    act.setLoopPoint('inSeconds', 2);
    act.setLoopPoint('outSeconds', 5);
    act.setLoopPoint('inSeconds', 4.75);
    expect(looped()).toEqual({ fromSeconds: 2, toSeconds: 5 });
    expect(store.getState().notices).toMatchObject([{ code: 'loop-short', values: { seconds: '0.250' } }]);
  });

  it('begins anew with a point beyond the other', async () => {
    const { act, loop } = await app();
    act.setLoopPoint('inSeconds', 2);
    act.setLoopPoint('outSeconds', 5);
    act.setLoopPoint('inSeconds', 7);
    expect(loop()).toEqual({ inSeconds: 7, outSeconds: null, isOn: false });
    act.setLoopPoint('outSeconds', 3);
    expect(loop()).toEqual({ inSeconds: 0, outSeconds: 3, isOn: true });
  });

  it('belongs to its track', async () => {
    const { act, engine, loop } = await app();
    act.setLoopPoint('outSeconds', 4);
    engine.emit({
      type: 'advanced',
      track: fakeTrack,
      source: { kind: 'url', url: 'other', title: '', artist: '' },
    });
    expect(loop()).toEqual({ inSeconds: null, outSeconds: null, isOn: false });
  });
});
