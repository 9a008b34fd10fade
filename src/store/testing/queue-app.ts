import { expect } from 'vitest';
import type { TrackInfo } from '../ports.ts';
import { settle, startedApp } from './app.ts';
import { fakeTrack } from './fake-engine.ts';

export const given = (...names: string[]) =>
  names.map((name) => ({ file: new File(['sound'], name), folder: '' }));
export const info = (title: string): TrackInfo => ({ ...fakeTrack, title });

export type App = Awaited<ReturnType<typeof startedApp>>;
export const queue = ({ store }: App) => store.getState().queue;
export const titles = (app: App) => queue(app).order.ids.map((id) => queue(app).entries.get(id)!.fileName);
export const current = (app: App) =>
  queue(app).entries.get(queue(app).order.currentId ?? '')?.fileName ?? null;
export const idOf = (app: App, name: string) =>
  [...queue(app).entries.values()].find((e) => e.fileName === name)!.id;
const nameOf = (request: unknown) => (request as { file?: File } | null)?.file?.name ?? null;

/** Answers the newest load. */
export async function loads(app: App, name: string): Promise<void> {
  const load = app.engine.loads.at(-1)!;
  expect(nameOf(load.request)).toBe(name);
  load.resolve({ ok: true, track: info(name) });
  await settle();
}
export async function refuses(app: App, list: 'loads' | 'prepares', name: string): Promise<void> {
  const asked = app.engine[list].at(-1)!;
  expect(nameOf(asked.request)).toBe(name);
  asked.resolve({ ok: false, code: 'undecodable', fileName: name, detail: 'noise' });
  await settle();
}
export async function prepares(app: App, name: string): Promise<void> {
  const asked = app.engine.prepares.at(-1)!;
  expect(nameOf(asked.request)).toBe(name);
  asked.resolve({ ok: true, track: info(name) });
  await settle();
}
export async function advances(app: App): Promise<void> {
  const { request } = app.engine.prepares.at(-1)!;
  app.engine.emit({ type: 'advanced', track: info('next'), source: request! });
  await settle();
}

/** With three files, the first of which is the current one, and the second ready to follow. */
export async function withThree(): Promise<App> {
  const app = await startedApp();
  void app.act.openFiles(given('10 c.wav', '2 b.wav', '1 a.wav'), true);
  await settle();
  await loads(app, '1 a.wav');
  await prepares(app, '2 b.wav');
  return app;
}
