import { describe, expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import { createApp, settle, startedApp } from './testing/app.ts';
import { fakeOutcome } from './testing/fake-outcome.ts';

const { laptop, soundbar } = PRESETS;
const withHead = (headRadiusM: number) => ({ ...laptop, listener: { ...laptop.listener, headRadiusM } });
const withTaps = (filterTaps: number) => ({ ...laptop, filterTaps });

describe('undo and redo', () => {
  it('design and play what they bring back, like an edit', async () => {
    const { act, design, designer, engine } = await startedApp();
    act.edit(withTaps(512));
    act.undo();
    expect(designer().document).toEqual(laptop);
    expect(design.designs.at(-1)!.request.document).toEqual(laptop);
    design.designs.at(-1)!.resolve({ ok: true, outcome: fakeOutcome('undone') });
    await settle();
    expect(engine.last('setFilters', 'B')?.[2]).toBe('undone spatial');
    act.redo();
    expect(design.designs.at(-1)!.request.document).toEqual(withTaps(512));
  });

  it('do nothing where there is nothing to go to', async () => {
    const { act, design, designer } = await startedApp();
    act.undo();
    act.redo();
    expect(designer().document).toBe(laptop);
    expect(design.designs).toHaveLength(1);
  });

  it('take the preset along', () => {
    const { act, designer } = createApp();
    act.usePreset('soundbar');
    act.undo();
    expect(designer()).toMatchObject({ presetId: 'laptop', document: laptop });
    act.redo();
    expect(designer()).toMatchObject({ presetId: 'soundbar', document: soundbar });
  });

  it('take a whole drag as one step, and the next drag as another', () => {
    const { act, designer } = createApp();
    for (const drag of [[0.08, 0.09, 0.1], [0.11]]) {
      act.pressed();
      for (const radiusM of drag) act.edit(withHead(radiusM));
      act.released();
    }
    act.undo();
    expect(designer().document).toEqual(withHead(0.1));
    act.undo();
    expect(designer().document).toEqual(laptop);
  });

  it('take what two controls did as two steps', () => {
    const { act, designer } = createApp();
    act.edit(withHead(0.1));
    act.focusMoved();
    act.edit(withHead(0.12));
    act.undo();
    expect(designer().document).toEqual(withHead(0.1));
  });

  it('make no step of an edit that changes nothing, but design it: it may be another try', () => {
    const { act, design, store } = createApp();
    act.edit({ ...laptop });
    expect(store.getState().history.past).toEqual([]);
    expect(design.designs).toHaveLength(1);
  });

  it('bring back a document that was refused, and the one before it', async () => {
    const { act, designer } = await startedApp();
    act.edit(withHead(-1));
    act.undo();
    expect(designer().document).toEqual(laptop);
    act.redo();
    expect(designer().document).toEqual(withHead(-1));
  });
});

describe('the design that is worked on', () => {
  it('survives a reload as it was edited', () => {
    const first = createApp();
    first.act.usePreset('soundbar');
    first.act.edit({ ...soundbar, filterTaps: 512 });
    const { designer } = createApp(first.saved.text);
    expect(designer()).toMatchObject({ presetId: 'soundbar', document: { ...soundbar, filterTaps: 512 } });
  });

  it('survives as the last one that could be designed while what was edited since was refused', async () => {
    const first = await startedApp();
    first.act.edit(withTaps(512));
    first.design.designs.at(-1)!.resolve({ ok: true, outcome: fakeOutcome('good') });
    await settle();
    first.act.edit(withHead(-1));
    const failure = { code: 'schema', field: 'listener.headRadiusM', said: 'expected a number > 0' };
    first.design.designs.at(-1)!.resolve({ ok: false, failure });
    await settle();
    expect(createApp(first.saved.text).designer().document).toEqual(withTaps(512));
  });

  it.each([
    ['of another version', { ...soundbar, version: 2 }],
    ['damaged', 'no document'],
  ])('is the preset it was begun with where what was kept is %s', (_what, document) => {
    const { designer } = createApp(JSON.stringify({ state: { presetId: 'soundbar', document } }));
    expect(designer()).toMatchObject({ presetId: 'soundbar', document: soundbar });
  });
});
