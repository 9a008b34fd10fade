import { describe, expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import { createSoundstageStore } from './create-store.ts';
import { createApp, settle, startedApp } from './testing/app.ts';
import { fakeTrack } from './testing/fake-engine.ts';
import { fakeEstimate, fakeMatch, fakeOutcome } from './testing/fake-outcome.ts';
import { fakePorts } from './testing/fake-ports.ts';

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

describe('designing', () => {
  it('ignores the answer to an older request that comes after a newer one', async () => {
    const { act, design, designer, engine } = await startedApp();
    act.edit({ ...PRESETS.laptop, name: 'second' });
    act.edit({ ...PRESETS.laptop, name: 'third' });
    design.designs[2]!.resolve({ ok: true, outcome: fakeOutcome('third') });
    await settle();
    design.designs[1]!.resolve({ ok: true, outcome: fakeOutcome('second') });
    await settle();
    expect(designer()).toMatchObject({ designing: false, view: { document: { name: 'third' } } });
    expect(engine.last('setFilters', 'B')).toEqual(['setFilters', 'B', 'third spatial', -1.1]);
  });

  it('shows what is ready while something newer is on its way', async () => {
    const { act, design, designer } = await startedApp();
    act.edit({ ...PRESETS.laptop, name: 'second' });
    act.edit({ ...PRESETS.laptop, name: 'third' });
    design.designs[1]!.resolve({ ok: true, outcome: fakeOutcome('second') });
    await settle();
    expect(designer()).toMatchObject({ designing: true, view: { document: { name: 'second' } } });
  });

  it('keeps designing when an overtaken request resolves to null', async () => {
    const { act, design, designer } = await startedApp();
    act.edit(PRESETS.laptop);
    act.edit(PRESETS.laptop);
    design.designs[1]!.resolve(null);
    await settle();
    expect(designer().designing).toBe(true);
    design.designs[2]!.resolve({ ok: true, outcome: fakeOutcome('third') });
    await settle();
    expect(designer().designing).toBe(false);
  });

  it('keeps the last good design when one is refused, and forgets the refusal with the next good one', async () => {
    const { act, design, designer, engine } = await startedApp();
    const before = designer().view;
    const failure = {
      code: 'schema',
      field: 'listener.headRadiusM',
      message: 'expected a number > 0, got -1',
    };
    act.edit({ ...PRESETS.laptop, listener: { ...PRESETS.laptop.listener, headRadiusM: -1 } });
    const told = engine.calls.length;
    design.designs[1]!.resolve({ ok: false, failure });
    await settle();
    expect(designer()).toMatchObject({ failure, designing: false });
    expect(designer().view).toBe(before);
    expect(engine.calls).toHaveLength(told);
    act.edit(PRESETS.laptop);
    design.designs[2]!.resolve({ ok: true, outcome: fakeOutcome('good') });
    await settle();
    expect(designer()).toMatchObject({ failure: null, view: { document: { name: 'good' } } });
  });

  it('says so when the worker is gone', async () => {
    const { act, design, designer } = await startedApp();
    act.edit(PRESETS.laptop);
    design.designs[1]!.reject(new Error('worker died'));
    await settle();
    expect(designer().failure).toEqual({ code: 'worker-failed', field: '', message: 'worker died' });
  });

  it('resets the document with a preset and leaves the listener their own pair', async () => {
    const { act, design, designer } = await startedApp();
    const listening = { kind: 'loudspeakers', spacingM: 1.8, distanceM: 2.2 } as const;
    act.setListening(listening);
    act.usePreset('soundbar');
    expect(design.designs.at(-1)!.request).toMatchObject({ document: PRESETS.soundbar, listening });
    act.setListening({ kind: 'headphones' });
    expect(designer()).toMatchObject({ presetId: 'soundbar', pair: { spacingM: 1.8, distanceM: 2.2 } });
  });

  it('maps the listening zone of each design, and again for another band, coarse maps first', async () => {
    const { act, design, designer } = await startedApp();
    // Nobody sees it.
    expect(design.maps).toHaveLength(0);
    act.setFace('design');
    expect(design.maps).toHaveLength(1);
    act.setFace('listen');
    act.setFace('design');
    expect(design.maps).toHaveLength(1);
    expect(designer().zoneProgress).toBe(0);
    act.setZoneThreshold('separation', 15);
    expect(design.maps).toHaveLength(1);
    expect(designer().zoneThresholds.separation).toBe(15);
    act.setZoneBand([700, 1400]);
    design.maps[1]!.tell({ marker: 'coarse' } as never, 0.25);
    expect(designer()).toMatchObject({ zone: { marker: 'coarse' }, zoneProgress: 0.25 });
    design.maps[0]!.tell({ marker: 'overtaken' } as never, 0.5);
    expect(designer()).toMatchObject({ zone: { marker: 'coarse' }, zoneProgress: 0.25 });
    design.maps[1]!.resolve({ marker: 'map' } as never);
    await settle();
    expect(design.maps[1]!.request.bandHz).toEqual([700, 1400]);
    expect(designer()).toMatchObject({ zone: { marker: 'map' }, zoneProgress: null });
    act.setZoneBand([300, 8000]);
    design.maps[2]!.tell({ marker: 'again coarse' } as never, 0.25);
    act.cancelZones();
    expect(design.cancelledMaps).toEqual([3]);
    design.maps[2]!.tell({ marker: 'too late' } as never, 0.5);
    expect(designer()).toMatchObject({ zone: { marker: 'again coarse' }, zoneProgress: null });
  });
});

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
    void act.load({ kind: 'url', url: './long.flac', title: 'Long' });
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

  it('keeps the track when another cannot be loaded, and says which file and why', async () => {
    const { act, engine, player, store } = await startedApp();
    void act.load({ kind: 'file', file: new File([], 'broken.mp3') });
    expect(player().loading).toBe('broken.mp3');
    engine.loads[1]!.resolve({ ok: false, code: 'empty', fileName: 'broken.mp3', detail: '0 bytes' });
    await settle();
    expect(player()).toMatchObject({ track: fakeTrack, loading: null, ready: true });
    const { notices } = store.getState();
    expect(notices).toMatchObject([
      { code: 'file-empty', severity: 'error', values: { fileName: 'broken.mp3', detail: '0 bytes' } },
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
