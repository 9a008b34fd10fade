import { describe, expect, it } from 'vitest';
import { createApp, settle, startedApp } from './testing/app.ts';
import {
  given,
  info,
  type App,
  queue,
  titles,
  current,
  idOf,
  loads,
  refuses,
  advances,
  withThree,
} from './testing/queue-app.ts';

describe('what is kept of a queue', () => {
  /** The store on another visit, on what the first one kept. */
  async function again(app: App, change: (next: ReturnType<typeof createApp>) => void = () => undefined) {
    const next = createApp(app.saved.text);
    const { port, tracks, problems } = app.queue;
    Object.assign(next.queue.port, port);
    change(Object.assign(next, { queue: { ...app.queue, tracks, problems } }));
    void next.act.start();
    await settle();
    return next as App;
  }

  it('is its order, what is known of its tracks, and where it was left', async () => {
    const app = await withThree();
    await advances(app);
    app.act.setRepeat('all');
    app.engine.port.positionSeconds = () => 7.25;
    app.act.rememberPlace();
    await settle();
    const next = await again(app);
    expect(titles(next)).toEqual(titles(app));
    expect(queue(next).order.repeat).toBe('all');
    await loads(next, '2 b.wav');
    expect(current(next)).toBe('2 b.wav');
    expect(next.engine.last('seek')).toEqual(['seek', 7.25]);
  });

  it('asks for leave where the browser wants it, and goes on where it was left', async () => {
    const app = await withThree();
    app.act.rememberPlace();
    await settle();
    for (const id of queue(app).order.ids) app.queue.problems.set(id, 'ask');
    const next = await again(app);
    expect((next.engine.loads.at(-1)!.request as { title: string }).title).toBe('Demo');
    next.engine.loads.at(-1)!.resolve({ ok: true, track: info('Demo') });
    await settle();
    expect([...queue(next).entries.values()].map(({ problem }) => problem?.code)).toEqual([
      'ask',
      'ask',
      'ask',
    ]);
    void next.act.allowTracks();
    await settle();
    await loads(next, '1 a.wav');
    expect([...queue(next).entries.values()].every(({ problem }) => problem === null)).toBe(true);
  });

  it('is said not to be all of it where a file could not be kept', async () => {
    const app = await startedApp();
    app.queue.answer.add = { keeping: 'none', failure: 'limit' };
    void app.act.openFiles(given('1.wav'), true);
    await settle();
    expect(queue(app)).toMatchObject({ notKept: 'limit' });
    expect([...queue(app).entries.values()]).toMatchObject([{ keeping: 'none' }]);
  });

  it('gives way to designs, and says so', async () => {
    const app = await withThree();
    app.queue.makeRoom();
    expect(queue(app).notKept).toBe('gave-way');
    expect([...queue(app).entries.values()].every(({ keeping }) => keeping === 'none')).toBe(true);
  });

  it('is the order of the tab used last, and other tabs that have it are told of', async () => {
    const app = await withThree();
    const before = app.queue.kept.uses;
    app.act.rememberPlace();
    expect(app.queue.kept.uses).toBe(before + 1);
    app.queue.share(2);
    expect(queue(app).otherTabs).toBe(2);
    app.queue.share(0);
    expect(queue(app).otherTabs).toBe(0);
  });

  it('is whole again with a file that was opened again', async () => {
    const app = await startedApp();
    void app.act.openFiles(given('1.wav'), true);
    await settle();
    await refuses(app, 'loads', '1.wav');
    void app.act.replaceFile(idOf(app, '1.wav'), given('better.wav')[0]!);
    await settle();
    await loads(app, 'better.wav');
    expect(queue(app).entries.get(idOf(app, 'better.wav'))).toMatchObject({ problem: null });
  });
});
