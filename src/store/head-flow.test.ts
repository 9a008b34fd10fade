import { describe, expect, it } from 'vitest';
import type { HeadHeard } from '../protocol/heads-protocol.ts';
import { createApp, settle, startedApp } from './testing/app.ts';
import { fakeOutcome } from './testing/fake-outcome.ts';

const INFO = { name: 'KEMAR', directions: 710, distancesM: [1.4], sampleRateHz: 44_100, taps: 512 };
const head = (id: string) => ({ ok: true, id, info: { ...INFO, name: id } }) as const;
const heardBy = (headId: string) => ({ headId }) as HeadHeard;
const file = (name = 'kemar.sofa') => new File(['bytes'], name);

/** The app with a head that was opened and kept. */
async function appWithHead(id = 'KEMAR') {
  const app = await startedApp();
  void app.act.importHead(file());
  await settle();
  app.heads.opens[0]!.resolve(head(id));
  await settle();
  return { ...app, state: () => app.store.getState().heads, codes: () => codes(app) };
}

const codes = ({ store }: Awaited<ReturnType<typeof startedApp>>) =>
  store.getState().notices.map(({ code }) => code);

describe('a measured head', () => {
  it('is read, kept, chosen, and told of this design and of each that follows', async () => {
    const { state, shelf, heads, act, design, designer } = await appWithHead();
    expect(state().chosen).toMatchObject({ id: 'KEMAR', name: 'KEMAR' });
    expect(state().list).toHaveLength(1);
    expect(await shelf.rows.get('KEMAR')!.file.text()).toBe('bytes');
    expect(heads.hears).toHaveLength(1);
    heads.hears[0]!.resolve(heardBy('KEMAR'));
    await settle();
    expect(state().heard).toEqual({ headId: 'KEMAR' });
    expect(state().reading).toBeNull();

    act.edit({ ...designer().document, name: 'another' });
    design.designs.at(-1)!.resolve({ ok: true, outcome: fakeOutcome('another') });
    await settle();
    expect(heads.hears).toHaveLength(2);
    expect(heads.hears[1]!.request.document.name).toBe('another');
  });

  it('that is refused leaves the one before', async () => {
    const { state, heads, act, codes } = await appWithHead();
    void act.importHead(file('no.sofa'));
    await settle();
    heads.opens[1]!.resolve({ ok: false, said: 'file: expected a SOFA file' });
    await settle();
    expect(state().chosen?.id).toBe('KEMAR');
    expect(state().reading).toBeNull();
    expect(codes()).toEqual(['head-refused']);
  });

  it('that cannot be kept hears all the same, and that is told', async () => {
    const app = await startedApp();
    app.shelf.fail({ ok: false, code: 'full', detail: 'no room' });
    void app.act.importHead(file());
    await settle();
    app.heads.opens[0]!.resolve(head('KEMAR'));
    await settle();
    expect(app.store.getState().heads.chosen?.id).toBe('KEMAR');
    expect(app.heads.hears).toHaveLength(1);
    expect(codes(app)).toEqual(['head-not-kept']);
  });

  it('chosen while another is being read takes its place', async () => {
    const { state, heads, act } = await appWithHead('first');
    void act.importHead(file('slow.sofa'));
    await settle();
    void act.chooseHead('first');
    await settle();
    heads.opens[2]!.resolve(head('first'));
    await settle();
    heads.opens[1]!.resolve(head('slow'));
    await settle();
    expect(state().chosen?.id).toBe('first');
    // What the one before still says is not shown as its own.
    heads.hears.at(-1)!.resolve(heardBy('slow'));
    await settle();
    expect(state().heard).toBeNull();
  });

  it('is left for the model alone, and forgotten', async () => {
    const { state, act, shelf } = await appWithHead();
    await act.chooseHead(null);
    expect(state()).toMatchObject({ chosen: null, heard: null });
    expect(state().list).toHaveLength(1);
    await act.removeHead('KEMAR');
    expect(state().list).toEqual([]);
    expect(shelf.rows.size).toBe(0);
  });

  it('is remembered by the next visit, if it is still there', async () => {
    const { saved } = await appWithHead();
    for (const isThere of [true, false]) {
      const later = createApp(saved.text);
      const kept = { id: 'KEMAR', name: 'KEMAR', info: INFO };
      if (isThere) later.shelf.rows.set('KEMAR', { kept, file: file() });
      void later.act.start();
      await settle();
      expect(later.heads.opens).toHaveLength(isThere ? 1 : 0);
      if (isThere) later.heads.opens[0]!.resolve(head('KEMAR'));
      await settle();
      expect(later.store.getState().heads.chosen?.id ?? null).toBe(isThere ? 'KEMAR' : null);
    }
  });

  it('that another tab has added is in the list', async () => {
    const app = await startedApp();
    app.shelf.rows.set('a', { kept: { id: 'a', name: 'a', info: INFO }, file: file() });
    app.shelf.tellChange();
    await settle();
    expect(app.store.getState().heads.list).toHaveLength(1);
  });
});
