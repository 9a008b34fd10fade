import type { SiteState, SiteActions } from './state.ts';
import type { Wiring } from './wiring.ts';

export const initialSite: SiteState = { isKept: false, isUpdateReady: false, isInstallable: false };

export function siteActions({ ports }: Wiring): SiteActions {
  return {
    installSite: () => void ports.site.install(),
    updateSite: () => ports.site.update(),
  };
}

/** What is told of the page as a program, into the state. */
export function followSite({ ports, get, set }: Wiring): void {
  const setSite = (partial: Partial<SiteState>) => set({ site: { ...get().site, ...partial } });
  ports.site.start({
    onKept: () => setSite({ isKept: true }),
    onUpdate: () => setSite({ isUpdateReady: true }),
    onInstallable: (isInstallable) => setSite({ isInstallable }),
  });
}
