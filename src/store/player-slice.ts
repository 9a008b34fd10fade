import { FIRST_SLOTS } from './compare-slots.ts';
import type { EngineEvent } from './ports.ts';
import type { LiveSlice } from './live-slice.ts';
import type { QueuePlayer } from './queue-player.ts';
import { VOLUME_RANGE_DB } from './remembered.ts';
import type { Notice, PlayerState, PlayerActions } from './state.ts';
import { reasonOf, type FlowWiring } from './wiring.ts';

export const initialPlayer: PlayerState = {
  track: null,
  source: null,
  waveformSeconds: 0,
  loading: null,
  ready: false,
  playing: false,
  slot: 'B',
  slots: FIRST_SLOTS,
  standIns: {},
  pictures: {},
  volumeDb: -6,
  profile: 'music',
  matchLoudness: true,
  loudness: null,
  loudnessOf: 'track',
  latency: null,
  outputs: null,
  outputChannels: 2,
  wantedOutput: null,
};

export function playerActions(wiring: FlowWiring): PlayerActions {
  const { ports, get, setPlayer, flow } = wiring;
  return {
    async togglePlay() {
      const { playing, ready } = get().player;
      if (playing) ports.engine.pause();
      else if (ready) await ports.engine.play();
    },
    seek(seconds) {
      // The track rests where it is meanwhile.
      if (get().live.source !== null) return;
      const duration = get().player.track?.durationSeconds;
      if (duration !== undefined) ports.engine.seek(Math.min(duration, Math.max(0, seconds)));
    },
    setVolumeDb(wanted) {
      const volumeDb = Math.min(VOLUME_RANGE_DB.max, Math.max(VOLUME_RANGE_DB.min, wanted));
      setPlayer({ volumeDb });
      ports.engine.setVolumeDb(audibleDb(volumeDb));
    },
    setProfile(profile) {
      if (profile === get().player.profile) return;
      setPlayer({ profile });
      void flow.redesign();
    },
    setMatchLoudness(matchLoudness) {
      setPlayer({ matchLoudness });
      flow.applyGains();
    },
    chooseOutput: (deviceId) => chooseOutput(wiring, deviceId),
    findOutputs: () => findOutputs(wiring),
  };
}

/** Kept only once the browser has taken it. */
async function chooseOutput({ ports, get, setPlayer, notify }: FlowWiring, deviceId: string): Promise<void> {
  const device = get().player.outputs?.devices.find(({ id }) => id === deviceId) ?? null;
  try {
    await ports.engine.outputs?.choose(device);
    setPlayer({ wantedOutput: device });
  } catch (error: unknown) {
    const values = { part: device?.label ?? '', detail: reasonOf(error) };
    notify({ severity: 'warning', code: 'engine-output-refused', values });
  }
}

async function findOutputs({ ports, get, notify }: FlowWiring): Promise<void> {
  const unnamed = (detail: string) =>
    notify({ severity: 'info', code: 'outputs-unnamed', values: { detail } });
  try {
    await ports.engine.outputs?.ask();
    if (get().player.outputs?.devices.length === 0) unnamed('');
  } catch (error: unknown) {
    unnamed(reasonOf(error));
  }
}

/** The lowest volume is none. */
export function audibleDb(volumeDb: number): number {
  return volumeDb > VOLUME_RANGE_DB.min ? volumeDb : -Infinity;
}

/** Whether a new start of playback has answered a notice; if it has not, the engine tells again. */
function isMendedByPlay(code: string): boolean {
  if (code.startsWith('live-')) return true;
  return code.startsWith('engine-') && code !== 'engine-refused' && code !== 'engine-start';
}

/** What the engine tells, into the state. @param queue goes on where a track has ended @param live is told of what is live */
export function followEngine(
  { ports, get, set, setPlayer, notify, flow }: FlowWiring,
  queue: Pick<QueuePlayer, 'advanced' | 'ended'>,
  live: Pick<LiveSlice, 'told' | 'heard'>,
): () => void {
  const forget = (isOver: (code: string) => boolean) =>
    set({ notices: get().notices.filter(({ code }) => !isOver(code)) });
  return ports.engine.onEvent((event: EngineEvent) => {
    switch (event.type) {
      case 'playing':
        if (event.playing) forget(isMendedByPlay);
        return setPlayer({ playing: event.playing });
      case 'ended':
        setPlayer({ playing: false });
        return void queue.ended();
      case 'advanced':
        return queue.advanced(event.track, event.source);
      case 'cut-short':
        return notify({
          severity: 'warning',
          code: 'file-cut-short',
          values: { fileName: event.title, atSeconds: String(event.atSeconds) },
          why: event.detail,
        });
      case 'damaged': {
        const { title, places, atSeconds, seconds } = event;
        // More of the same file takes the place of what was told of it before.
        const isBefore = (notice: Notice) =>
          notice.code === 'file-damaged' && notice.values.fileName === title;
        set({ notices: get().notices.filter((notice) => !isBefore(notice)) });
        return notify({
          severity: 'warning',
          code: 'file-damaged',
          values: {
            fileName: title,
            places: String(places),
            atSeconds: String(atSeconds),
            seconds: String(seconds),
          },
        });
      }
      case 'live-ended':
      case 'live-howled':
        return live.told(event);
      case 'live-heard':
        return void live.heard(event.seconds);
      case 'waveform':
        return setPlayer({ waveformSeconds: event.knownSeconds });
      case 'latency': {
        const { algorithmSamples, sampleRateHz } = event;
        return setPlayer({ latency: { algorithmSamples, sampleRateHz } });
      }
      case 'outputs':
        return setPlayer({ outputs: event.choice });
      case 'channels':
        setPlayer({ outputChannels: event.channels });
        return flow.channelsChanged();
      case 'test-ended':
        return set({ outputs: { ...get().outputs, check: null } });
      case 'fault':
        return notify({
          severity: 'warning',
          code: `engine-${event.kind}`,
          values: { part: event.part, detail: event.detail },
        });
    }
  });
}
