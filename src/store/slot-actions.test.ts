import { describe, expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import { createApp, settle, startedApp } from './testing/app.ts';
import { fakeOutcome } from './testing/fake-outcome.ts';

const WITHOUT_BEAM = { kind: 'design', without: 'beam' } as const;

describe('the slots', () => {
  it('are asked of the designer when something else is to be heard, and only then', async () => {
    const { act, design, player } = await startedApp();
    act.addSlot();
    act.fillSlot('C', WITHOUT_BEAM);
    expect(design.designs.at(-1)!.request.slots).toEqual({
      A: { kind: 'original' },
      B: { kind: 'design', without: null },
      C: WITHOUT_BEAM,
    });
    const asked = design.designs.length;
    act.fillSlot('C', WITHOUT_BEAM);
    act.select('A');
    expect(design.designs).toHaveLength(asked);
    act.fillSlot('A', { kind: 'preset', presetId: 'soundbar' });
    expect(design.designs.at(-1)!.request.slots?.A).toEqual({ kind: 'other', document: PRESETS.soundbar });
    expect(player().slots.A).toEqual({ kind: 'preset', presetId: 'soundbar' });
  });

  it('number four; what is heard stays when its slot goes', async () => {
    const { act, engine, player } = await startedApp();
    for (let i = 0; i < 4; i++) act.addSlot();
    expect(Object.keys(player().slots)).toEqual(['A', 'B', 'C', 'D']);
    act.select('D');
    act.removeSlot('D');
    expect([player().slot, engine.last('select')]).toEqual(['B', ['select', 'B']]);
    act.select('D');
    expect(player().slot).toBe('B');
    expect(Object.keys(player().slots)).toEqual(['A', 'B', 'C']);
  });

  it('offer first what a way of listening lets one hear', async () => {
    const { act, player } = await startedApp();
    act.setListening({ kind: 'headphones' });
    act.addSlot();
    expect(player().slots.C).toEqual({ kind: 'reference' });
  });

  it('hand over what is new and leave what is there', async () => {
    const { act, design, engine } = await startedApp();
    const first = fakeOutcome('first');
    const heard = (outcome: typeof first) => ({ ok: true, outcome }) as const;
    act.edit(PRESETS.laptop);
    design.designs.at(-1)!.resolve(heard(first));
    await settle();
    const told = engine.calls.length;
    act.edit(PRESETS.laptop);
    const second = fakeOutcome('second');
    design.designs.at(-1)!.resolve(heard({ ...second, slots: { A: first.slots.A!, B: second.slots.B! } }));
    await settle();
    const filters = engine.calls.slice(told).filter(([name]) => name === 'setFilters');
    expect(filters.map(([, slot]) => slot)).toEqual(['B']);
  });

  it('bring the upmix with them that they were made for', async () => {
    const { act, design, engine } = await startedApp();
    const outcome = fakeOutcome('other');
    const C = { ...outcome.slots.B!, upmix: 'least-correlated' } as const;
    act.addSlot();
    design.designs.at(-1)!.resolve({ ok: true, outcome: { ...outcome, slots: { ...outcome.slots, C } } });
    await settle();
    expect(engine.last('setUpmix')).toEqual(['setUpmix', 'adaptive']);
    act.select('C');
    expect(engine.last('setUpmix')).toEqual(['setUpmix', 'least-correlated']);
    act.select('B');
    expect(engine.last('setUpmix')).toEqual(['setUpmix', 'adaptive']);
  });

  it('follow the library: a newer version plays, one that is gone is asked for as nothing', async () => {
    const { act, design, library } = await startedApp();
    const first = { ...PRESETS.laptop, name: 'Mine' };
    await act.save('Mine');
    const [saved] = [...library.rows.keys()];
    act.addSlot();
    act.fillSlot('C', { kind: 'saved', id: saved!, name: 'Mine' });
    const asked = () => design.designs.at(-1)!.request.slots?.C;
    expect(asked()).toEqual({ kind: 'other', document: first });
    act.edit({ ...first, filterTaps: 512 });
    await act.save();
    await settle();
    expect(asked()).toMatchObject({ document: { filterTaps: 512 } });
    await act.removeSaved(saved!);
    expect(asked()).toEqual({ kind: 'other', document: null });
  });

  it('survive a reload; what makes no sense is as at first', () => {
    const { act, saved } = createApp();
    act.addSlot();
    act.fillSlot('C', { kind: 'saved', id: 'x', name: 'Mine' });
    act.fillSlot('A', WITHOUT_BEAM);
    expect(createApp(saved.text).player().slots).toEqual({
      A: WITHOUT_BEAM,
      B: { kind: 'design', without: null },
      C: { kind: 'saved', id: 'x', name: 'Mine' },
    });
    const stored = (slots: unknown) => JSON.stringify({ state: { slots }, version: 0 });
    const fresh = createApp().player().slots;
    for (const damaged of [
      1,
      null,
      { A: { kind: 'film' } },
      { A: 7, C: { kind: 'preset', presetId: 'toString' } },
    ])
      expect(createApp(stored(damaged)).player().slots).toEqual(fresh);
  });
});

describe('the amounts', () => {
  it('are heard through the designer and leave the document as it is', async () => {
    const { act, design, designer } = await startedApp();
    act.setAmounts({ cancellation: 0.5 });
    const { document, amounts } = design.designs.at(-1)!.request;
    expect([document, amounts?.cancellation]).toEqual([PRESETS.laptop, 0.5]);
    act.setAmounts({ centreDb: 3 });
    act.edit({ ...PRESETS.laptop, name: 'edited' });
    expect(designer().amounts).toMatchObject({ cancellation: 0.5, centreDb: 3 });
    act.resetAmounts();
    expect(design.designs.at(-1)!.request.amounts).toBeUndefined();
    const asked = design.designs.length;
    act.resetAmounts();
    expect(design.designs).toHaveLength(asked);
  });

  it('become the design as one step to undo', async () => {
    const { act, designer } = await startedApp();
    act.setAmounts({ widthDeg: 45, centreDb: 2 });
    act.makeAmountsDesign();
    expect(designer().document.sides.virtualSpeakerAzimuthDeg).toBe(45);
    expect(designer().amounts).toEqual({ widthDeg: null, centreDb: 2, cancellation: 1, presence: 1 });
    act.undo();
    expect(designer().document).toEqual(PRESETS.laptop);
  });

  it('survive a reload as far as they make sense', () => {
    const { act, saved } = createApp();
    act.setAmounts({ widthDeg: 40, presence: 0.25 });
    expect(createApp(saved.text).designer().amounts).toMatchObject({ widthDeg: 40, presence: 0.25 });
    const stored = JSON.stringify({ state: { amounts: { widthDeg: 400, presence: 'much' } }, version: 0 });
    expect(createApp(stored).designer().amounts).toEqual(createApp().designer().amounts);
  });
});
