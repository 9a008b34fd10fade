import { describe, expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import type { DesignStudy } from '../protocol/study-protocol.ts';
import { selectOrigin } from './selectors.ts';
import { createApp as createStoreApp, settle } from './testing/app.ts';
import { fakeOutcome } from './testing/fake-outcome.ts';

const OTHER = { origin: { kind: 'preset', presetId: 'soundbar' }, document: PRESETS.soundbar } as const;
const study = (marker: string) => ({ ok: true, study: { marker } as unknown as DesignStudy }) as const;

async function createApp() {
  const { store, act, design, snapshots } = createStoreApp();
  let designed = 0;
  const edit = async (name: string) => {
    act.edit({ ...store.getState().designer.document, name });
    design.designs[designed++]!.resolve({ ok: true, outcome: fakeOutcome(name) });
    await settle();
  };
  const answer = async (at: number, marker: string) => {
    design.studies[at]!.resolve(study(marker));
    await settle();
  };
  await edit('first');
  return { store, act, design, snapshots, edit, answer, studies: () => store.getState().studies };
}

describe('studies', () => {
  it('are not made while nobody looks, and one after the other when somebody does', async () => {
    const { act, design, answer, studies } = await createApp();
    act.compareWith(OTHER);
    await settle();
    expect(design.studies).toHaveLength(0);
    act.watchStudies(true);
    expect(design.studies).toHaveLength(1);
    expect(design.studies[0]!.request).toMatchObject({ document: { name: 'first' }, profile: 'music' });
    expect(studies().progress).toBe(0);
    await answer(0, 'ours');
    expect(design.studies[1]!.request.document).toBe(PRESETS.soundbar);
    await answer(1, 'theirs');
    expect(studies()).toMatchObject({
      ours: { marker: 'ours' },
      theirs: { marker: 'theirs' },
      progress: null,
    });
  });

  it('are made again with what a report shows when it is opened, and not once more when it is left', async () => {
    const { act, design, answer } = await createApp();
    act.watchStudies(true);
    await answer(0, 'ours');
    expect(design.studies[0]!.request.isPrinted).toBe(false);
    act.openReport();
    act.watchStudies(true);
    expect(design.studies).toHaveLength(2);
    expect(design.studies[1]!.request.isPrinted).toBe(true);
    await answer(1, 'printed');
    act.closeReport();
    act.watchStudies(false);
    act.watchStudies(true);
    await settle();
    expect(design.studies).toHaveLength(2);
  });

  it('follow edits, the newest after the one that is under way, and stop when nobody looks any more', async () => {
    const { act, design, edit, answer, studies } = await createApp();
    act.watchStudies(true);
    await edit('second');
    await edit('third');
    expect(design.studies).toHaveLength(1);
    await answer(0, 'first');
    expect(studies().ours).toEqual({ marker: 'first' });
    expect(design.studies).toHaveLength(2);
    expect(design.studies[1]!.request).toMatchObject({ document: { name: 'third' } });
    act.watchStudies(false);
    await answer(1, 'third');
    await edit('fourth');
    expect(design.studies).toHaveLength(2);
  });

  it('of a design that was put away meanwhile come to nothing', async () => {
    const { act, design, answer, studies } = await createApp();
    act.watchStudies(true);
    await answer(0, 'ours');
    act.compareWith(OTHER);
    act.compareWith({
      origin: { kind: 'preset', presetId: 'smart-speaker' },
      document: PRESETS['smart-speaker'],
    });
    await answer(1, 'soundbar');
    expect(studies().theirs).toBeNull();
    expect(design.studies[2]!.request.document).toBe(PRESETS['smart-speaker']);
    await answer(2, 'smart speaker');
    expect(studies().theirs).toEqual({ marker: 'smart speaker' });
  });

  it('are made anew for another profile', async () => {
    const { act, design, answer } = await createApp();
    act.watchStudies(true);
    await answer(0, 'music');
    act.setProfile('video');
    design.designs.at(-1)!.resolve({ ok: true, outcome: fakeOutcome('video') });
    await settle();
    expect(design.studies[1]!.request.profile).toBe('video');
  });

  it('tell why a design cannot be studied, and of a worker that died', async () => {
    const { act, design, studies } = await createApp();
    act.compareWith(OTHER);
    act.watchStudies(true);
    const failure = { code: 'ill-posed', field: 'device', said: 'no driver reaches an ear' };
    design.studies[0]!.resolve({ ok: false, failure });
    await settle();
    expect(studies()).toMatchObject({ ours: null, failure });
    design.studies[1]!.reject(new Error('gone'));
    await settle();
    expect(studies()).toMatchObject({ theirs: null, failure: { said: 'gone' }, progress: null });
  });
});

describe('what a design is compared with', () => {
  it('is a file that is a design; another is refused by name', async () => {
    const { act, studies, store } = await createApp();
    await act.compareWithFile(new File([JSON.stringify(PRESETS.laptop)], 'laptop.json'));
    expect(studies().other).toMatchObject({ origin: { kind: 'file', fileName: 'laptop.json' } });
    await act.compareWithFile(new File(['{"format":"other"}'], 'other.json'));
    expect(store.getState().notices.at(-1)).toMatchObject({
      code: 'design-file-refused',
      values: { fileName: 'other.json' },
    });
    expect(studies().other?.origin).toMatchObject({ fileName: 'laptop.json' });
  });

  it('is a snapshot, each with a number of its own', async () => {
    const { act, edit, studies } = await createApp();
    await act.pinSnapshot();
    await edit('second');
    await act.pinSnapshot();
    expect(studies().snapshots.map(({ id, document }) => [id, document.name])).toEqual([
      [1, 'first'],
      [2, 'second'],
    ]);
  });

  it('is a snapshot that was kept before, until it is removed', async () => {
    const { act, snapshots, studies } = await createApp();
    await snapshots.port.keep(PRESETS.soundbar);
    void act.start();
    await settle();
    const [snapshot] = studies().snapshots;
    act.compareWith({ origin: { kind: 'snapshot', id: 1 }, document: snapshot!.document });
    await act.removeSnapshot(1);
    expect(studies()).toMatchObject({ other: null, snapshots: [] });
  });

  it('is a snapshot also where the disk is full, which is said; and none is lost by failing to remove it', async () => {
    const { act, store, snapshots, studies } = await createApp();
    snapshots.failing.reply = { ok: false, code: 'full', detail: 'no room' };
    await act.pinSnapshot();
    expect(studies().snapshots).toHaveLength(1);
    const notices = () => store.getState().notices.map(({ code, values }) => [code, values?.['detail']]);
    expect(notices()).toEqual([['snapshot-not-kept', 'no room']]);
    await act.removeSnapshot(1);
    expect(studies().snapshots).toHaveLength(1);
    expect(notices()).toContainEqual(['library-full', 'no room']);
  });

  it('is the design before it was edited: its preset, the saved version, or as it came', async () => {
    const { act, store, edit } = await createApp();
    expect(selectOrigin(store.getState())).toBe(PRESETS.laptop);
    await act.save('Mine');
    const saved = store.getState().designer.saved!.document;
    await edit('later');
    expect(selectOrigin(store.getState())).toBe(saved);
    const own = { ...PRESETS.laptop, name: 'From a file', filterTaps: 1024 };
    await act.importDesign(new File([JSON.stringify(own)], 'own.json'));
    act.edit({ ...store.getState().designer.document, speedOfSoundMps: 340 });
    expect(selectOrigin(store.getState())).toEqual(own);
  });
});

describe('the report', () => {
  it('is opened by its address and by its button, and left by both', async () => {
    const linked = createStoreApp(null, 'report');
    void linked.act.start();
    expect(linked.store.getState().reportOpen).toBe(true);
    linked.address.go('');
    expect(linked.store.getState().reportOpen).toBe(false);
    linked.act.openReport();
    expect(linked.store.getState().reportOpen).toBe(true);
    expect(linked.address.bar.fragment).toBe('report');
    linked.act.closeReport();
    expect(linked.store.getState().reportOpen).toBe(false);
    expect(linked.address.bar.fragment).toBe('');
  });
});
