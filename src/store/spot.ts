import type { DesignHistory } from './design-history.ts';
import type { DesignerState, SpotActions, SpotPlace, SpotSearch } from './state.ts';
import type { FlowWiring } from './wiring.ts';

/** Where a head can be looked for, m. */
export const SPOT_LIMITS = {
  distanceM: { min: 0.2, max: 10 },
  offsetM: { min: -1, max: 1 },
} as const;

/** The place that is designed for: that of the listener's own pair where it plays, else the document's. */
export function spotPlace({ listening, document }: Pick<DesignerState, 'listening' | 'document'>): SpotPlace {
  if (listening.kind === 'loudspeakers') {
    const { distanceM, offsetM = 0 } = listening;
    return { distanceM, offsetM };
  }
  const [distanceM, offsetM] = document.listener.positionM;
  return { distanceM, offsetM };
}

export function spotActions({ get, set, flow }: FlowWiring, history: DesignHistory): SpotActions {
  const search = (spot: SpotSearch | null): void => set({ outputs: { ...get().outputs, spot } });
  return {
    openSpot() {
      search({ from: spotPlace(get().designer), best: null });
      void flow.remap();
    },
    closeSpot: () => search(null),
    moveSpot(change) {
      const { designer, actions } = get();
      const place = { ...spotPlace(designer), ...change };
      if (designer.listening.kind === 'loudspeakers') {
        return actions.setListening({ kind: 'loudspeakers', ...designer.pair, ...place });
      }
      const { document } = designer;
      const { listener } = document;
      const positionM = [place.distanceM, place.offsetM, listener.positionM[2]] as const;
      // A whole search is one step to undo.
      const search = get().outputs.spot?.from ?? null;
      history.edit({ document: { ...document, listener: { ...listener, positionM } } }, search);
    },
    markBestSpot() {
      const { outputs, designer } = get();
      if (outputs.spot !== null) search({ ...outputs.spot, best: spotPlace(designer) });
    },
  };
}
