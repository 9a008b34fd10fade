import { describe, expect, it } from 'vitest';
import { startedApp } from './testing/app.ts';

describe('the page as a program', () => {
  it('is offered when the browser offers it, and asks the outside', async () => {
    const { store, act, site } = await startedApp();
    expect(store.getState().site).toEqual({ isKept: false, isUpdateReady: false, isInstallable: false });
    site.tell((events) => {
      events.onKept();
      events.onInstallable(true);
      events.onUpdate();
    });
    expect(store.getState().site).toEqual({ isKept: true, isUpdateReady: true, isInstallable: true });
    act.installSite();
    act.updateSite();
    expect(site.asked).toEqual(['install', 'update']);
    site.tell((events) => events.onInstallable(false));
    expect(store.getState().site.isInstallable).toBe(false);
  });
});
