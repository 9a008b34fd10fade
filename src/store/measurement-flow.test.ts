import { describe, expect, it } from 'vitest';
import type { Inspected } from '../protocol/measurements-protocol.ts';
import { createApp, settle, startedApp } from './testing/app.ts';
import { fakeOutcome } from './testing/fake-outcome.ts';

const ID = 'a'.repeat(64);
const files = ['desk 1.wav', 'desk 2.wav'].map((name) => new File(['x'], name));
const mapping = [
  [0, 1],
  [2, 3],
] as const;
const found: Inspected = { kind: 'plant', sampleRateHz: 48_000, channels: ['1', '2', '3', '4'], mapping };
const info = { drivers: 2, sampleRateHz: 48_000, taps: 512 };

async function withDraft() {
  const app = await startedApp();
  void app.act.inspectMeasurement('plant', files);
  app.measurements.inspections[0]!.resolve({ ok: true, found });
  await settle();
  return { app, state: () => app.store.getState().measurements };
}

async function withPlant() {
  const { app, state } = await withDraft();
  const taking = app.act.takeMeasurement('desk', { kind: 'plant', mapping });
  app.measurements.assemblies[0]!.resolve({ ok: true, sha256: ID, file: new Blob(['wav']), info });
  expect(await taking).toBe(true);
  return { app, state };
}

describe('measurements', () => {
  it('are shown before they are taken, kept, referred to by the design, and taken back by undo', async () => {
    const { app, state } = await withDraft();
    expect(app.measurements.inspections[0]!.request).toMatchObject({
      kind: 'plant',
      driverIds: ['left', 'right'],
    });
    expect(state().draft).toMatchObject({ name: 'desk', found });
    expect(app.designer().document.plant).toBeUndefined();
    const taken = await withPlant();
    const { designer, shelf, act } = taken.app;
    expect(designer().document.plant).toEqual({ name: 'desk', sha256: ID });
    expect(shelf.rows.get(ID)?.kept).toEqual({ kind: 'plant', id: ID, name: 'desk', info });
    expect(taken.state()).toMatchObject({ draft: null, list: [{ id: ID }] });
    act.undo();
    expect(designer().document.plant).toBeUndefined();
    act.chooseMeasurement('plant', ID);
    expect(designer().document.plant).toEqual({ name: 'desk', sha256: ID });
    await act.removeMeasurement(ID);
    expect(designer().document.plant).toBeUndefined();
    expect(taken.state().list).toEqual([]);
  });

  it('that are refused leave everything as it is, and say why', async () => {
    const { app, state } = await withDraft();
    const before = app.designer().document;
    const taking = app.act.takeMeasurement('desk', { kind: 'plant', mapping });
    app.measurements.assemblies[0]!.resolve({ ok: false, said: '1.wav: expected …' });
    expect(await taking).toBe(false);
    expect(state()).toMatchObject({ refusal: '1.wav: expected …', draft: { name: 'desk' } });
    expect(app.designer().document).toBe(before);
    // Of two that are read at once the newer one counts.
    void app.act.inspectMeasurement('plant', files);
    void app.act.inspectMeasurement('plant', files);
    app.measurements.inspections[2]!.resolve({ ok: false, said: 'no' });
    app.measurements.inspections[1]!.resolve({ ok: true, found });
    await settle();
    expect(state()).toMatchObject({ refusal: 'no', draft: null });
    app.act.dropMeasurement();
    expect(state()).toMatchObject({ refusal: null, draft: null, isReading: false });
  });

  it('that the browser cannot keep are used all the same, and said so', async () => {
    const { app } = await withDraft();
    app.shelf.fail({ ok: false, code: 'full', detail: 'quota' });
    const taking = app.act.takeMeasurement('desk', { kind: 'plant', mapping });
    app.measurements.assemblies[0]!.resolve({ ok: true, sha256: ID, file: new Blob(['wav']), info });
    await taking;
    expect(app.designer().document.plant).toEqual({ name: 'desk', sha256: ID });
    expect(app.store.getState().notices.map(({ code }) => code)).toContain('measurement-not-kept');
  });

  it('that are missing at the start are said to be; the model plays, and the design keeps its reference', async () => {
    const { app } = await withPlant();
    const again = createApp(app.saved.text, '', app.tab.text);
    void again.act.start();
    again.engine.starts[0]!.resolve(undefined);
    const [first] = again.design.designs;
    expect(first!.request.document).toMatchObject({ plant: { sha256: ID } });
    const failure = { code: 'missing-measurement', field: 'plant', said: 'plant: expected …' };
    first!.resolve({ ok: false, failure });
    await settle();
    const [, second] = again.design.designs;
    expect(second!.request.document).not.toHaveProperty('plant');
    second!.resolve({ ok: true, outcome: fakeOutcome('model') });
    await settle();
    expect(again.designer()).toMatchObject({ failure, document: { plant: { sha256: ID } } });
    expect(again.designer().view?.document.name).toBe('model');
    again.act.setVolumeDb(-20);
    expect(again.tab.text).toContain(ID);
  });

  it('stay behind when a link is made, and it is said', async () => {
    const { app } = await withPlant();
    expect(await app.act.makeLink()).toContain('#');
    const notice = app.store.getState().notices.at(-1);
    expect(notice).toMatchObject({ code: 'link-without-measurement', values: { names: '“desk”' } });
  });
});
