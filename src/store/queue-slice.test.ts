import { describe, expect, it } from 'vitest';
import { settle, startedApp } from './testing/app.ts';
import { fakeTrack } from './testing/fake-engine.ts';
import {
  given,
  info,
  queue,
  titles,
  current,
  idOf,
  loads,
  refuses,
  prepares,
  advances,
  withThree,
} from './testing/queue-app.ts';

describe('opening files', () => {
  it('lists them by name as people number them, and takes the first', async () => {
    const app = await withThree();
    expect(titles(app)).toEqual(['1 a.wav', '2 b.wav', '10 c.wav']);
    expect(current(app)).toBe('1 a.wav');
    expect(app.player().track?.title).toBe('1 a.wav');
  });

  it('adds to the end what is not to be played now, and says so', async () => {
    const app = await withThree();
    await app.act.openFiles(given('0.wav'), false);
    expect(titles(app)).toEqual(['1 a.wav', '2 b.wav', '10 c.wav', '0.wav']);
    expect(current(app)).toBe('1 a.wav');
    expect(app.store.getState().notices).toMatchObject([{ code: 'queue-added', values: { count: '1' } }]);
  });

  it('marks the broken ones with their reason and takes the first that is not', async () => {
    const app = await startedApp();
    void app.act.openFiles(given('1.wav', '2.wav'), true);
    await settle();
    await refuses(app, 'loads', '1.wav');
    expect(queue(app).entries.get(idOf(app, '1.wav'))?.problem).toEqual({
      code: 'undecodable',
      detail: 'noise',
    });
    await loads(app, '2.wav');
    expect(current(app)).toBe('2.wav');
  });

  it('leaves what plays when none of them can be played', async () => {
    const app = await startedApp();
    void app.act.openFiles(given('1.wav'), true);
    await settle();
    await refuses(app, 'loads', '1.wav');
    expect(app.player().track).toBe(fakeTrack);
    expect(current(app)).toBeNull();
  });

  it('holds so many, and says how many were left out', async () => {
    const app = await startedApp();
    void app.act.openFiles(given(...Array.from({ length: 5001 }, (_, n) => `${n}.wav`)), false);
    await settle();
    expect(queue(app).order.ids).toHaveLength(5000);
    expect(app.store.getState().notices[0]).toMatchObject({ code: 'queue-long', values: { others: '1' } });
  });
});

it('tells titles and lengths of tracks before they are played', async () => {
  const app = await startedApp();
  app.engine.described.set('2.wav', { ...info('Second'), durationSeconds: 12 });
  await app.act.openFiles(given('1.wav', '2.wav'), false);
  await settle();
  expect(queue(app).entries.get(idOf(app, '2.wav'))).toMatchObject({ title: 'Second', durationSeconds: 12 });
  expect(queue(app).entries.get(idOf(app, '1.wav'))).toMatchObject({ title: '1', durationSeconds: null });
});

describe('playing the queue', () => {
  it('goes on without a gap to what was prepared, and prepares the one after', async () => {
    const app = await withThree();
    await advances(app);
    expect(current(app)).toBe('2 b.wav');
    await prepares(app, '10 c.wav');
    await advances(app);
    expect(current(app)).toBe('10 c.wav');
    expect(app.engine.prepares.at(-1)!.request).toBeNull();
  });

  it('passes over a broken one, marked and told, to the one after', async () => {
    const app = await withThree();
    await advances(app);
    await refuses(app, 'prepares', '10 c.wav');
    expect(queue(app).entries.get(idOf(app, '10 c.wav'))?.problem?.code).toBe('undecodable');
    expect(app.store.getState().notices).toMatchObject([
      { severity: 'info', code: 'queue-skipped', values: { title: '10 c.wav', others: '0' } },
    ]);
    app.act.setRepeat('all');
    await settle();
    await prepares(app, '1 a.wav');
  });

  it('tells of all that it passes over in one notice', async () => {
    const app = await startedApp();
    void app.act.openFiles(given('1.wav', '2.wav', '3.wav', '4.wav'), true);
    await settle();
    await loads(app, '1.wav');
    await refuses(app, 'prepares', '2.wav');
    await refuses(app, 'prepares', '3.wav');
    await prepares(app, '4.wav');
    expect(app.store.getState().notices).toMatchObject([
      { code: 'queue-skipped', values: { title: '3.wav', others: '1' } },
    ]);
  });

  it('prepares another when the order, the shuffle or the repeat change what comes next', async () => {
    const app = await withThree();
    app.act.moveTrack(idOf(app, '10 c.wav'), 1);
    await settle();
    await prepares(app, '10 c.wav');
    app.act.setRepeat('one');
    await settle();
    await prepares(app, '1 a.wav');
    await advances(app);
    expect(current(app)).toBe('1 a.wav');
  });

  it('does not prepare again what is prepared', async () => {
    const app = await withThree();
    const { length } = app.engine.prepares;
    app.act.moveTrack(idOf(app, '10 c.wav'), 3);
    app.act.setRepeat('all');
    await settle();
    expect(app.engine.prepares).toHaveLength(length);
  });

  it('loads what follows where it was not ready when the track ended, and plays it', async () => {
    const app = await startedApp();
    void app.act.openFiles(given('1.wav', '2.wav'), true);
    await settle();
    await loads(app, '1.wav');
    await app.act.togglePlay();
    app.engine.emit({ type: 'ended' });
    await settle();
    await loads(app, '2.wav');
    expect(current(app)).toBe('2.wav');
    expect(app.player().playing).toBe(true);
  });

  it('stays at rest at its end', async () => {
    const app = await withThree();
    void app.act.playTrack(idOf(app, '10 c.wav'));
    await settle();
    await loads(app, '10 c.wav');
    const { length } = app.engine.loads;
    app.engine.emit({ type: 'ended' });
    await settle();
    expect(app.player().playing).toBe(false);
    expect(app.engine.loads).toHaveLength(length);
  });

  it('goes to the next and back by hand, and back to a track’s beginning once that is some seconds ago', async () => {
    const app = await withThree();
    void app.act.nextTrack();
    await settle();
    await loads(app, '2 b.wav');
    void app.act.previousTrack();
    await settle();
    await loads(app, '1 a.wav');
    app.engine.port.positionSeconds = () => 3.5;
    const { length } = app.engine.loads;
    await app.act.previousTrack();
    expect(app.engine.last('seek')).toEqual(['seek', 0]);
    expect(app.engine.loads).toHaveLength(length);
  });

  it('plays the one that was asked for last', async () => {
    const app = await withThree();
    void app.act.playTrack(idOf(app, '2 b.wav'));
    void app.act.playTrack(idOf(app, '10 c.wav'));
    await settle();
    await loads(app, '10 c.wav');
    expect(current(app)).toBe('10 c.wav');
  });

  it('leaves the queue for a demo track, which nothing follows, and comes back with Next', async () => {
    const app = await withThree();
    void app.act.load({ kind: 'url', url: 'demo.mp3', title: 'Demo', artist: '' });
    app.engine.loads.at(-1)!.resolve({ ok: true, track: info('Demo') });
    await settle();
    expect(current(app)).toBeNull();
    expect(app.engine.prepares.at(-1)!.request).toBeNull();
    void app.act.nextTrack();
    await settle();
    await loads(app, '1 a.wav');
  });
});

describe('removing', () => {
  it('goes on with what followed a track that was removed while it played', async () => {
    const app = await withThree();
    await app.act.removeTracks([idOf(app, '1 a.wav')]);
    expect(titles(app)).toEqual(['2 b.wav', '10 c.wav']);
    expect(app.player().track?.title).toBe('1 a.wav');
    await advances(app);
    expect(current(app)).toBe('2 b.wav');
  });

  it('puts all back where it was, also what is kept of it', async () => {
    const app = await withThree();
    const before = queue(app).order;
    const kept = new Map(app.queue.tracks);
    await app.act.removeTracks(before.ids);
    expect(queue(app).order.ids).toEqual([]);
    expect(app.queue.tracks.size).toBe(0);
    await app.act.putBackTracks();
    await settle();
    expect(queue(app).order).toEqual(before);
    expect(app.queue.tracks).toEqual(kept);
    expect(app.queue.kept.order).toEqual(before.ids);
  });
});

describe('sorting by album', () => {
  /** Of one album, its tracks numbered against their names, beside one of which nothing is known. */
  async function withAlbum() {
    const app = await startedApp();
    for (const [name, trackNumber] of [
      ['a.wav', 2],
      ['b.wav', 1],
    ] as const) {
      const { tags, ...rest } = info(name);
      app.engine.described.set(name, { ...rest, tags: { ...tags, album: 'Album', trackNumber } });
    }
    await app.act.openFiles(given('0.wav', 'a.wav', 'b.wav'), false);
    await settle();
    return app;
  }

  it('is asked for, kept, and taken back in one step', async () => {
    const app = await withAlbum();
    expect(titles(app)).toEqual(['0.wav', 'a.wav', 'b.wav']);
    const before = queue(app).order;
    app.act.sortByAlbum();
    await settle();
    expect(titles(app)).toEqual(['b.wav', 'a.wav', '0.wav']);
    expect(queue(app).sorted).toEqual({ before: before.ids, withoutAlbum: 1 });
    expect(app.queue.kept.order).toEqual(queue(app).order.ids);
    expect(app.queue.tracks.get(idOf(app, 'b.wav'))).toMatchObject({ album: 'Album', trackNumber: 1 });
    app.act.putBackOrder();
    await settle();
    expect(queue(app)).toMatchObject({ order: before, sorted: null });
    expect(app.queue.kept.order).toEqual(before.ids);
  });

  it('prepares what comes next in it', async () => {
    const app = await withAlbum();
    void app.act.playTrack(idOf(app, 'b.wav'));
    await settle();
    app.engine.loads.at(-1)!.resolve({ ok: true, track: app.engine.described.get('b.wav')! });
    await settle();
    app.act.sortByAlbum();
    await settle();
    expect(current(app)).toBe('b.wav');
    await prepares(app, 'a.wav');
  });

  it('says so where they are sorted, and keeps the way back to what they were', async () => {
    const app = await withAlbum();
    app.act.sortByAlbum();
    const { sorted } = queue(app);
    app.act.sortByAlbum();
    expect(queue(app).sorted).toBe(sorted);
    expect(app.store.getState().notices).toMatchObject([{ code: 'queue-added' }, { code: 'queue-in-order' }]);
  });
});
