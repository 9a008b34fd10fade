import { AS_DESIGNED } from '../design/amounts.ts';
import { PRESETS } from '../design/presets.ts';
import { BROADBAND } from '../design/zone-band.ts';
import { ZONE_THRESHOLDS } from '../design/zone-rules.ts';
import type { LoudspeakerPair } from '../protocol/listening-protocol.ts';
import type { DesignerState, DesignerActions, StepActions } from './state.ts';
import type { DesignHistory } from './design-history.ts';
import { heardListening, pairOf } from './listening.ts';
import type { FlowWiring } from './wiring.ts';

/** A laptop's own loudspeakers in front of its user, as in the preset: what most people start on. */
const FIRST_PAIR: LoudspeakerPair = { spacingM: 0.24, distanceM: 0.55 };

export const initialDesigner: DesignerState = {
  presetId: 'laptop',
  document: PRESETS.laptop,
  accepted: PRESETS.laptop,
  saved: null,
  lineage: 0,
  amounts: AS_DESIGNED,
  listening: { kind: 'loudspeakers', ...FIRST_PAIR },
  wanted: 'loudspeakers',
  pair: FIRST_PAIR,
  designing: false,
  view: null,
  failure: null,
  zone: null,
  zoneProgress: null,
  zoneBandHz: BROADBAND,
  zoneThresholds: ZONE_THRESHOLDS,
};

export function designerActions(
  { get, setDesigner, flow }: FlowWiring,
  history: DesignHistory,
): DesignerActions & StepActions {
  const { undo, redo, pressed, released, focusMoved } = history;
  return {
    undo,
    redo,
    pressed,
    released,
    focusMoved,
    usePreset: (presetId) => history.replace({ presetId, document: PRESETS[presetId], saved: null }),
    edit: (document) => history.edit({ document }),
    setListening(listening) {
      const pair = listening.kind === 'loudspeakers' ? pairOf(listening) : get().designer.pair;
      setDesigner({ listening, pair, wanted: listening.kind });
      void flow.redesign();
    },
    listenOn(wanted) {
      setDesigner({ wanted });
      setDesigner({ listening: heardListening(get(), get().designer.document) });
      void flow.redesign();
    },
    setZoneThreshold(quantity, threshold) {
      setDesigner({ zoneThresholds: { ...get().designer.zoneThresholds, [quantity]: threshold } });
    },
    cancelZones: () => flow.cancelRemap(),
    setZoneBand(zoneBandHz) {
      setDesigner({ zoneBandHz });
      void flow.remap();
    },
  };
}
