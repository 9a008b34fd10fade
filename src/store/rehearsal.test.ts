import { describe, expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import { createApp, settle, startedApp } from './testing/app.ts';
import { fakeOutcome } from './testing/fake-outcome.ts';
import { fakeRehearsal } from './testing/fake-rehearsal.ts';

const heavyNotices = ({ store }: ReturnType<typeof createApp>) =>
  store.getState().notices.filter(({ code }) => code === 'design-heavy');
const state = ({ store }: ReturnType<typeof createApp>) => store.getState().rehearsal;

async function rehearsedApp(share: number) {
  const app = await startedApp();
  const done = app.act.rehearse();
  app.rehearsal.runs[0]!.resolve(fakeRehearsal(share));
  await done;
  return app;
}

/** The worker's answer to an edit: the document with filters of this length. */
async function designedWith(app: Awaited<ReturnType<typeof startedApp>>, filterTaps: number) {
  app.act.edit({ ...PRESETS.laptop, filterTaps });
  const outcome = fakeOutcome('edited');
  const view = { ...outcome.view, document: { ...PRESETS.laptop, filterTaps } };
  app.design.designs.at(-1)!.resolve({ ok: true, outcome: { ...outcome, view } });
  await settle();
}

describe('rehearse', () => {
  it('shows how far it is, then what it means for every design', async () => {
    const app = await startedApp();
    expect(state(app)).toMatchObject({ progress: null, result: null, verdict: null });
    const done = app.act.rehearse();
    app.rehearsal.runs[0]!.onProgress(0.4);
    expect(state(app).progress).toBe(0.4);
    // A second press while it runs begins nothing.
    await app.act.rehearse();
    expect(app.rehearsal.runs).toHaveLength(1);
    app.rehearsal.runs[0]!.resolve(fakeRehearsal(0.75));
    await done;
    const { progress, verdict } = state(app);
    expect(progress).toBeNull();
    expect(verdict!.designs.map(({ name, taps, share }) => [name, taps, share])).toEqual([
      ['current', 2048, 0.09375],
      ['laptop', 2048, 0.09375],
      ['smart-speaker', 2048, 0.09375],
      ['soundbar', 2048, 0.09375],
      ['longest', 16_384, 0.75],
    ]);
    // 0.6 of 0.047 an output, of 0.094, of 0.19.
    expect(verdict!.room.map(({ outputs }) => outputs)).toEqual([12, 6, 3]);
  });

  it('stops when it is cancelled and keeps the result before', async () => {
    const app = await rehearsedApp(0.5);
    const done = app.act.rehearse();
    app.act.cancelRehearsal();
    expect(app.rehearsal.runs[1]!.signal.aborted).toBe(true);
    await done;
    expect(state(app)).toMatchObject({ progress: null, result: fakeRehearsal(0.5) });
  });

  it('pauses what plays and goes on with it, also when it fails', async () => {
    const app = await startedApp();
    await app.act.togglePlay();
    expect(app.player().playing).toBe(true);
    const done = app.act.rehearse();
    expect(app.player().playing).toBe(false);
    app.rehearsal.runs[0]!.reject(new Error('no memory'));
    await done;
    expect(app.player().playing).toBe(true);
    expect(state(app)).toMatchObject({ progress: null, failure: 'no memory', result: null });
  });

  it('gives way to whoever presses Play', async () => {
    const app = await startedApp();
    const done = app.act.rehearse();
    await app.act.togglePlay();
    await done;
    expect(app.rehearsal.runs[0]!.signal.aborted).toBe(true);
    expect(app.player().playing).toBe(true);
    expect(state(app).result).toBeNull();
  });

  it('is remembered with its rate and date, and means nothing at another rate', async () => {
    const first = await rehearsedApp(0.5);
    const again = createApp(first.saved.text);
    expect(state(again).result).toEqual(fakeRehearsal(0.5));
    const elsewhere = JSON.parse(first.saved.text!) as { state: { rehearsal: { sampleRateHz: number } } };
    elsewhere.state.rehearsal.sampleRateHz = 96_000;
    const other = createApp(JSON.stringify(elsewhere));
    void other.act.start();
    other.design.designs[0]!.resolve({ ok: true, outcome: fakeOutcome('first') });
    await settle();
    expect(state(other)).toMatchObject({ result: { sampleRateHz: 96_000 }, verdict: null });
  });

  it.each([{ date: 'yesterday' }, { measured: [] }, { measured: [{ size: null, share: 1 }, {}] }])(
    'forgets what makes no sense: %o',
    async (nonsense) => {
      const { saved } = await rehearsedApp(0.5);
      const stored = JSON.parse(saved.text!) as { state: { rehearsal: object } };
      Object.assign(stored.state.rehearsal, nonsense);
      expect(state(createApp(JSON.stringify(stored))).result).toBeNull();
    },
  );
});

describe('a design that is too much for the machine', () => {
  it('is warned of once, before its filters are handed over, and plays all the same', async () => {
    const app = await rehearsedApp(0.8);
    expect(heavyNotices(app)).toHaveLength(0);
    const told: number[] = [];
    const { setFilters } = app.engine.port;
    app.engine.port.setFilters = (...values) => {
      told.push(heavyNotices(app).length);
      setFilters(...values);
    };
    await designedWith(app, 16_384);
    expect(heavyNotices(app)).toMatchObject([
      { severity: 'warning', values: { percent: '80', taps: '16384' } },
    ]);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told)).toEqual(new Set([1]));
    // Dismissed, it stays so while the design stays too much.
    app.act.dismiss(heavyNotices(app)[0]!.id);
    await designedWith(app, 16_384);
    expect(heavyNotices(app)).toHaveLength(0);
    await designedWith(app, 2048);
    await designedWith(app, 16_384);
    expect(heavyNotices(app)).toHaveLength(1);
    await designedWith(app, 2048);
    expect(heavyNotices(app)).toHaveLength(0);
  });

  it('is warned of when the rehearsal finds it, and never without one', async () => {
    const app = await startedApp();
    await designedWith(app, 16_384);
    expect(heavyNotices(app)).toHaveLength(0);
    const done = app.act.rehearse();
    app.rehearsal.runs[0]!.resolve(fakeRehearsal(0.61));
    await done;
    expect(heavyNotices(app)).toHaveLength(1);
  });
});
