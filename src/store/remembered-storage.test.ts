import { describe, expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import { createApp } from './testing/app.ts';

const { laptop } = PRESETS;

describe('what survives a reload', () => {
  it('is each tab’s own work, and the settings of whichever changed them last', () => {
    const first = createApp();
    first.act.edit({ ...laptop, name: 'first' });
    const second = createApp(first.saved.text);
    // A new tab begins with what was worked on last.
    expect(second.designer().document.name).toBe('first');
    second.act.edit({ ...laptop, name: 'second' });
    second.act.setVolumeDb(-20);

    const reloaded = createApp(second.saved.text, '', first.tab.text);
    expect(reloaded.designer().document.name).toBe('first');
    expect(reloaded.player().volumeDb).toBe(-20);
    expect(createApp(second.saved.text).designer().document.name).toBe('second');
  });

  it('is a preset too, where another tab has left it', () => {
    const first = createApp();
    first.act.usePreset('soundbar');
    const second = createApp(first.saved.text);
    second.act.edit({ ...laptop, name: 'second' });
    const reloaded = createApp(second.saved.text, '', first.tab.text);
    expect(reloaded.designer()).toMatchObject({ presetId: 'soundbar', document: PRESETS.soundbar });
  });
});
