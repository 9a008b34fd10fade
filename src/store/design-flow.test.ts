import { describe, expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import { settle, startedApp } from './testing/app.ts';
import { fakeOutcome } from './testing/fake-outcome.ts';

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
      said: 'expected a number > 0, got -1',
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
    expect(designer().failure).toEqual({ code: 'worker-failed', field: '', said: 'worker died' });
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
