import { describe, expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import { createSoundstageStore } from './create-store.ts';
import { createApp } from './testing/app.ts';
import { fakePorts } from './testing/fake-ports.ts';

describe('what is remembered', () => {
  it('survives a reload', () => {
    const first = createApp();
    first.act.setVolumeDb(-12);
    first.act.setProfile('video');
    first.act.setTheme('dark');
    first.act.setMetersOpen(true);
    first.act.usePreset('soundbar');
    first.act.setListening({ kind: 'loudspeakers', spacingM: 1.8, distanceM: 2.2 });
    first.act.setListening({ kind: 'headphones' });
    const second = createApp(first.saved.text);
    expect(second.store.getState()).toMatchObject({
      theme: 'dark',
      metersOpen: true,
      player: { volumeDb: -12, profile: 'video' },
      designer: {
        presetId: 'soundbar',
        document: PRESETS.soundbar,
        listening: { kind: 'headphones' },
        pair: { spacingM: 1.8, distanceM: 2.2 },
      },
    });
  });

  it.each([
    ['no JSON', '{'],
    ['another shape', '[1]'],
    [
      'values out of range',
      '{"state":{"volumeDb":99,"profile":"film","theme":"pink","metersOpen":1,"presetId":"toString","pair":{}}}',
    ],
  ])('starts afresh from %s', (_what, stored) => {
    const fresh = createApp();
    const { store } = createApp(stored);
    expect(store.getState().player).toEqual(fresh.player());
    expect(store.getState().designer).toEqual(fresh.designer());
    expect(store.getState().theme).toBe('system');
    expect(store.getState().metersOpen).toBe(false);
  });

  it('works with a storage that refuses', () => {
    const refuse = () => {
      throw new Error('QuotaExceededError');
    };
    const store = createSoundstageStore(fakePorts(), {
      storage: { getItem: refuse, setItem: refuse, removeItem: refuse },
    });
    store.getState().actions.setVolumeDb(-20);
    expect(store.getState().player.volumeDb).toBe(-20);
  });
});
