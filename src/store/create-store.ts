import { persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DesignOutcome } from '../protocol/designer-protocol.ts';
import { MATRIX_SHAPE } from '../protocol/listening-protocol.ts';
import { amountActions } from './amount-actions.ts';
import { createDesignFlow } from './design-flow.ts';
import { createDesignHistory } from './design-history.ts';
import { designerActions, initialDesigner } from './designer-slice.ts';
import { createHeadFlow, initialHeads } from './head-flow.ts';
import { createLibraryActions, initialLibrary } from './library-actions.ts';
import { createLinkActions, type LinkActions } from './link-actions.ts';
import { createMeasurementFlow, initialMeasurements } from './measurement-flow.ts';
import { NO_HISTORY } from './history.ts';
import { createNotify, initialInterface, interfaceActions } from './interface-slice.ts';
import { audibleDb, followEngine, initialPlayer, playerActions } from './player-slice.ts';
import { initialOutputs, outputRouteActions } from './outputs-slice.ts';
import { createLiveSlice, initialLive, type LiveSlice } from './live-slice.ts';
import { loopActions, NO_LOOP } from './loop-slice.ts';
import { createQueueSlice, initialQueue, type QueueSlice } from './queue-slice.ts';
import { createPictureFlow, initialPictures } from './picture-flow.ts';
import type { Ports, TrackSource } from './ports.ts';
import { createReportActions } from './report-actions.ts';
import { initialRehearsal, rehearsalActions } from './rehearsal-slice.ts';
import { FORGETFUL, rememberedStorage, type TextStorage } from './remembered-storage.ts';
import { REMEMBERED_AS } from './design-schema.ts';
import { recall, remember, type Remembered } from './remembered.ts';
import { followSite, initialSite, siteActions } from './site-slice.ts';
import { slotActions } from './slot-actions.ts';
import { createStudyFlow, initialStudies } from './study-flow.ts';
import { createTrackFlow } from './track-flow.ts';
import type { SoundstageState } from './state.ts';
import { soundCheckActions } from './sound-check.ts';
import { spotActions } from './spot.ts';
import { reasonOf, type FlowWiring, type Wiring } from './wiring.ts';

export interface StoreOptions {
  /** Where the settings live between visits; without one they last as long as the store. */
  readonly storage?: TextStorage;
  /** Where this tab's own work lives while it is open. */
  readonly tabStorage?: TextStorage;
  /** What is loaded at the start. */
  readonly demoTrack?: TrackSource;
  /** How long nothing has been edited when things have come to rest; at once where 0. */
  readonly restMs?: number;
}

const REST_MS = 150;

/** The one store of the app, free of DOM and Web Audio: both come in through the ports. */
export function createSoundstageStore(ports: Ports, options: StoreOptions = {}): StoreApi<SoundstageState> {
  return createStore<SoundstageState>()(
    persist<SoundstageState, [], [], Remembered>(
      (set, get) => {
        const wiring: Wiring = {
          ports,
          get,
          set,
          setPlayer: (partial) => set({ player: { ...get().player, ...partial } }),
          setDesigner: (partial) => set({ designer: { ...get().designer, ...partial } }),
          notify: createNotify(get, set),
        };
        const pictures = createPictureFlow(wiring);
        const studies = createStudyFlow(wiring);
        const heads = createHeadFlow(wiring);
        const measurements = createMeasurementFlow(wiring);
        const report = createReportActions(wiring);
        const showDesign = (outcome: DesignOutcome): void => {
          pictures.designed(outcome);
          studies.designed();
          heads.designed(outcome);
        };
        const flowing: FlowWiring = {
          ...wiring,
          flow: createDesignFlow(wiring, showDesign, options.restMs ?? REST_MS),
        };
        const history = createDesignHistory(flowing);
        const { followAddress, ...linkActions } = createLinkActions(flowing, history);
        const { followLibrary, ...libraryActions } = createLibraryActions(flowing, history);
        const tracks = createTrackFlow(flowing);
        const live = createLiveSlice(flowing, tracks);
        const queue = createQueueSlice(flowing, tracks, Math.random);
        const actions = {
          ...playerActions(flowing),
          ...slotActions(flowing),
          ...queue.actions,
          ...loopActions(flowing),
          ...live.actions,
          ...designerActions(flowing, history),
          ...amountActions(flowing, history),
          ...linkActions,
          ...pictures.actions,
          ...studies.actions,
          ...report.actions,
          ...rehearsalActions(flowing),
          ...libraryActions,
          ...heads.actions,
          ...outputRouteActions(flowing),
          ...soundCheckActions(flowing),
          ...measurements.actions,
          ...spotActions(flowing, history),
          ...interfaceActions(flowing),
          ...siteActions(wiring),
          start: once(() =>
            start(
              flowing,
              {
                followAddress,
                queue,
                live,
                follow: [
                  followLibrary,
                  report.follow,
                  heads.follow,
                  studies.follow,
                  measurements.follow,
                  () => followSite(wiring),
                ],
              },
              options.demoTrack,
            ),
          ),
        };
        return {
          ...initialInterface,
          site: initialSite,
          player: initialPlayer,
          designer: initialDesigner,
          outputs: initialOutputs,
          history: NO_HISTORY,
          pictures: initialPictures,
          studies: initialStudies,
          rehearsal: initialRehearsal,
          library: initialLibrary,
          heads: initialHeads,
          queue: initialQueue,
          loop: NO_LOOP,
          measurements: initialMeasurements,
          live: initialLive,
          actions,
        };
      },
      {
        name: REMEMBERED_AS,
        storage: rememberedStorage(options.storage ?? FORGETFUL, options.tabStorage ?? FORGETFUL),
        partialize: remember,
        merge: recall,
      },
    ),
  );
}

/** First run: engine, first design and demo track at the same time. */
async function start(
  wiring: FlowWiring,
  outside: Pick<LinkActions, 'followAddress'> & {
    readonly queue: QueueSlice;
    readonly live: LiveSlice;
    readonly follow: readonly (() => unknown)[];
  },
  demoTrack: TrackSource | undefined,
): Promise<void> {
  const { ports, get, flow } = wiring;
  followEngine(wiring, outside.queue.player, outside.live);
  const { volumeDb, slot, profile, wantedOutput } = get().player;
  ports.engine.setVolumeDb(audibleDb(volumeDb));
  ports.engine.select(slot);
  ports.engine.setPath({ profile, shape: MATRIX_SHAPE });
  void ports.engine.outputs?.start(wantedOutput);
  const engine = ports.engine
    .start()
    .then(() => flow.engineStarted())
    .catch((error: unknown) =>
      wiring.notify({ severity: 'error', code: 'engine-start', values: { detail: reasonOf(error) } }),
    );
  const track = firstTrack(wiring, outside.queue, demoTrack);
  outside.follow.forEach((follow) => void follow());
  const linked = outside.followAddress();
  const design =
    linked === null ? flow.redesign() : linked.then((opened) => (opened ? undefined : flow.redesign()));
  await Promise.all([engine, design, track]);
}

/** The one that was left, where there is one; the demo track otherwise. */
async function firstTrack(
  { get }: FlowWiring,
  queue: QueueSlice,
  demoTrack: TrackSource | undefined,
): Promise<void> {
  if (get().queue.place !== null) {
    await queue.restore();
    if (await queue.player.returnToPlace()) return;
    return demoTrack && get().actions.load(demoTrack);
  }
  await Promise.all([queue.restore(), demoTrack && get().actions.load(demoTrack)]);
}

/** A second call is given the first one's promise: React mounts twice in development. */
function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= run());
}
