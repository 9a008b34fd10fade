import type { LiveEvent, LiveRequest } from './ports.ts';
import type { LiveState, LiveActions } from './state.ts';
import type { LiveLoudness } from './live-loudness.ts';
import type { TrackFlow } from './track-flow.ts';
import type { FlowWiring } from './wiring.ts';

export const initialLive: LiveState = {
  source: null,
  isStarting: false,
  inputs: [],
  isGuarded: true,
  profileBefore: null,
};

export interface LiveSlice {
  readonly actions: LiveActions;
  /** Follows the engine. */
  told(event: LiveEvent): void;
  /** @param seconds of what is live so far, silence and feedback apart */
  readonly heard: LiveLoudness['heard'];
}

/** Sound from elsewhere. While it plays, the chain is the one with the short way: lips and fingers are to agree with it. */
export function createLiveSlice(wiring: FlowWiring, tracks: Pick<TrackFlow, 'measure'>): LiveSlice {
  const { ports, get, set, notify } = wiring;
  /** Comes with the first that is listened to. */
  let loudness: LiveLoudness | null = null;
  const loadLoudness = async (): Promise<LiveLoudness> => {
    const { createLiveLoudness } = await import('./live-loudness.ts');
    return (loudness ??= createLiveLoudness(wiring));
  };
  const setLive = (partial: Partial<LiveState>) => set({ live: { ...get().live, ...partial } });

  async function findInputs(): Promise<void> {
    setLive({ inputs: await ports.engine.live.inputs() });
  }

  async function listen(request: LiveRequest): Promise<void> {
    if (get().live.isStarting) return;
    setLive({ isStarting: true });
    // Where it cannot be fetched, the gains stay as they are.
    const loading = loadLoudness().catch(() => null);
    const reply = await ports.engine.live.start(request);
    setLive({ isStarting: false });
    // Named now, where they were not before.
    void findInputs();
    if (!reply.ok) {
      const values = { kind: request.kind, detail: reply.detail };
      return notify({ severity: 'warning', code: `live-${reply.code}`, values });
    }
    const { profile } = get().player;
    const { profileBefore } = get().live;
    setLive({ source: reply.live, profileBefore: profile === 'video' ? profileBefore : profile });
    void loading.then((loaded) => loaded?.began());
    get().actions.setProfile('video');
    await ports.engine.play();
  }

  return {
    actions: {
      listen,
      stopLive: () => ports.engine.live.stop(),
      findInputs,
      setGuarded: (isGuarded) => setLive({ isGuarded }),
    },
    heard: async (seconds) => loudness?.heard(seconds),
    told(event) {
      const values = { label: event.label };
      if (event.type === 'live-howled') return notify({ severity: 'warning', code: 'live-howled', values });
      const { profileBefore } = get().live;
      setLive({ source: null, profileBefore: null });
      if (profileBefore !== null) get().actions.setProfile(profileBefore);
      void tracks.measure();
      if (event.cause === 'lost') notify({ severity: 'warning', code: 'live-lost', values });
    },
  };
}
