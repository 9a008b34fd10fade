import { describe, expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import type { SavedDesign } from './ports.ts';
import { createApp, settle } from './testing/app.ts';
import { inEnglish } from '../refusal/english.ts';
import type { Phrase } from '../refusal/phrase.ts';

const { laptop, soundbar } = PRESETS;
const FULL = { ok: false, code: 'full', detail: 'no room' } as const;

/** The app with its library read. */
async function openApp() {
  const app = createApp();
  void app.act.start();
  await settle();
  const state = () => app.store.getState();
  const shelf = () => state().library;
  const codes = () => state().notices.map(({ code }) => code);
  const newest = (): SavedDesign => shelf().designs![0]!;
  return { ...app, state, shelf, codes, newest };
}

async function savedApp(name = 'My desk') {
  const app = await openApp();
  await app.act.save(name);
  return app;
}

const jsonFile = (content: unknown, name = 'design.json') => new File([JSON.stringify(content)], name);

describe('saving', () => {
  it('under a name makes a design of its own, which is then the one worked on', async () => {
    const { shelf, designer, newest, codes } = await savedApp();
    expect(shelf().designs).toHaveLength(1);
    expect(newest()).toMatchObject({ name: 'My desk', version: 1, document: { name: 'My desk' } });
    expect(designer().saved).toMatchObject({ id: newest().id, version: 1 });
    expect(designer().document.name).toBe('My desk');
    expect(codes()).toEqual([]);
  });

  it('again adds a version to it; under another name it makes another', async () => {
    const { act, designer, newest, shelf, library } = await savedApp();
    act.edit({ ...designer().document, filterTaps: 1024 });
    await act.save();
    expect(shelf().designs).toHaveLength(1);
    expect(newest()).toMatchObject({ version: 2, document: { filterTaps: 1024 } });
    expect(designer().saved).toMatchObject({ version: 2 });
    await act.save('Another');
    expect(shelf().designs!.map(({ name, version }) => [name, version])).toEqual([
      ['My desk', 2],
      ['Another', 1],
    ]);
    expect([...library.rows.values()].map((versions) => versions.length)).toEqual([2, 1]);
  });

  it('beside another tab that has saved meanwhile keeps both, and tells it', async () => {
    const { act, designer, library, newest, codes, state } = await savedApp();
    const { id } = newest();
    await library.port.save(id, { ...laptop, name: 'My desk' });
    library.changeElsewhere();
    await settle();
    expect(newest().version).toBe(2);
    act.edit({ ...designer().document, filterTaps: 512 });
    await act.save();
    expect(newest().version).toBe(3);
    expect(codes()).toEqual(['library-beside']);
    expect(state().notices[0]!.values).toEqual({ name: 'My desk', version: '3', other: '2' });
  });

  it('what breaks a rule is refused before it is written', async () => {
    const { act, designer, library, codes } = await savedApp();
    act.edit({ ...designer().document, filterTaps: 1000 });
    await act.save();
    expect([...library.rows.values()][0]).toHaveLength(1);
    expect(codes()).toEqual(['library-unfit']);
  });

  it.each(['full', 'blocked', 'failed'] as const)('into a library that is %s loses nothing', async (code) => {
    const { act, designer, library, codes, shelf } = await savedApp();
    const before = designer();
    act.edit({ ...before.document, filterTaps: 512 });
    library.failing.reply = { ok: false, code, detail: 'as the browser said' };
    await act.save();
    expect(codes()).toEqual([`library-${code}`]);
    expect(shelf().problem).toEqual({ code, detail: 'as the browser said' });
    expect(shelf().designs).toHaveLength(1);
    expect(designer().document.filterTaps).toBe(512);
    expect(designer().saved).toEqual(before.saved);
    library.failing.reply = null;
    await act.save();
    expect(shelf().problem).toBeNull();
    expect(designer().saved?.version).toBe(2);
  });
});

describe('opening', () => {
  it('a saved design takes the place of this one, which comes back with undo', async () => {
    const { act, designer, newest } = await savedApp();
    act.usePreset('soundbar');
    act.openSaved(newest());
    expect(designer()).toMatchObject({
      presetId: null,
      document: { name: 'My desk' },
      saved: { version: 1 },
    });
    act.undo();
    expect(designer()).toMatchObject({ presetId: 'soundbar', document: soundbar, saved: null });
  });

  it('a design that a newer Soundstage has written changes nothing', async () => {
    const { act, designer, newest } = await savedApp();
    const before = designer().document;
    act.openSaved({ ...newest(), document: null });
    expect(designer().document).toBe(before);
  });

  it('a file takes the place of this one, and says what was left out', async () => {
    const { act, designer, codes, state } = await openApp();
    await act.importDesign(jsonFile({ ...laptop, name: 'From a file' }), 2);
    expect(designer()).toMatchObject({ presetId: null, document: { name: 'From a file' }, saved: null });
    expect(codes()).toEqual(['design-file-opened']);
    expect(state().notices[0]!.values).toEqual({ fileName: 'design.json', others: '2' });
    act.undo();
    expect(designer().document).toEqual(laptop);
  });

  it.each([
    ['that is no JSON', new File(['{'], 'broken.json'), /expected a JSON design document/],
    ['that is empty', new File([], 'empty.json'), /expected a JSON design document/],
    ['that is too large', new File([new Uint8Array(2 ** 20 + 1)], 'huge.json'), /at most 1048576 bytes/],
    ['with a broken rule', jsonFile({ ...laptop, filterTaps: 1000 }), /filterTaps: expected a power of two/],
    ['of a newer version', jsonFile({ ...laptop, version: 9 }), /made by a newer Soundstage/],
  ])('a file %s is refused by name and rule, and nothing changes', async (_, file, rule) => {
    const { act, designer, codes, state } = await openApp();
    const before = designer();
    await act.importDesign(file);
    expect(codes()).toEqual(['design-file-refused']);
    expect(state().notices[0]!.values['fileName']).toBe(file.name);
    expect(inEnglish(state().notices[0]!.why as Phrase)).toMatch(rule);
    expect(designer()).toEqual(before);
  });
});

describe('the library', () => {
  it('renames a design, also the one worked on', async () => {
    const { act, designer, newest } = await savedApp();
    await act.renameSaved(newest().id, 'The kitchen');
    expect(newest().name).toBe('The kitchen');
    expect(designer().saved!.document.name).toBe('The kitchen');
    expect(designer().document.name).toBe('The kitchen');
  });

  it('duplicates a design under another name, and stays with the first', async () => {
    const { act, designer, newest, shelf } = await savedApp();
    await act.duplicateSaved(newest(), 'My desk, copy');
    expect(shelf().designs!.map(({ name }) => name)).toEqual(['My desk', 'My desk, copy']);
    expect(designer().saved!.id).toBe(shelf().designs![0]!.id);
  });

  it('gives back what was deleted, with all its versions', async () => {
    const { act, designer, newest, shelf, library } = await savedApp();
    act.edit({ ...designer().document, filterTaps: 512 });
    await act.save();
    const { id } = newest();
    await act.removeSaved(id);
    expect(shelf().designs).toEqual([]);
    expect(shelf().removed).toMatchObject({ name: 'My desk' });
    await act.putBackRemoved();
    expect(shelf().removed).toBeNull();
    expect(library.rows.get(id)).toHaveLength(2);
    // What was gone already is not offered back.
    await act.removeSaved('never there');
    expect(shelf().removed).toBeNull();
  });

  it('does not say that it deleted what it could not', async () => {
    const { act, newest, shelf, library, codes } = await savedApp();
    library.failing.reply = FULL;
    await act.removeSaved(newest().id);
    expect(shelf().removed).toBeNull();
    expect(shelf().designs).toHaveLength(1);
    expect(codes()).toEqual(['library-full']);
  });

  it('shows the versions of a design, follows what other tabs add, and closes when it is gone', async () => {
    const { act, newest, shelf, library } = await savedApp();
    const { id } = newest();
    await act.showVersions(id);
    expect(shelf().versions!.list.map(({ version }) => version)).toEqual([1]);
    await library.port.save(id, { ...laptop, name: 'My desk' });
    library.changeElsewhere();
    await settle();
    expect(shelf().versions!.list.map(({ version }) => version)).toEqual([2, 1]);
    library.rows.clear();
    library.changeElsewhere();
    await settle();
    expect(shelf().versions).toBeNull();
    await act.showVersions(null);
    expect(shelf().versions).toBeNull();
  });

  it('that cannot be read says so in itself, without a notice', async () => {
    const app = createApp();
    app.library.failing.reply = { ok: false, code: 'blocked', detail: 'private window' };
    void app.act.start();
    await settle();
    expect(app.store.getState().library).toMatchObject({
      designs: null,
      problem: { code: 'blocked', detail: 'private window' },
    });
    expect(app.store.getState().notices).toEqual([]);
  });
});

describe('an export', () => {
  it('is asked for with the document as it is edited, its text, and a folder that every disk takes', async () => {
    const { act, exports } = await openApp();
    act.edit({ ...laptop, name: ' Küche / “Süd” ' });
    void act.exportDesign('csv', 'video');
    const { request } = exports.list[0]!;
    expect(request).toMatchObject({ format: 'csv', profile: 'video', folder: 'küche-süd' });
    expect(JSON.parse(request.designText)).toEqual(request.document);
    act.edit({ ...laptop, name: '…' });
    void act.exportDesign('wav', 'music');
    expect(exports.list[1]!.request.folder).toBe('design');
  });
});
