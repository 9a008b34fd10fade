import { FIRST_SLOTS } from './compare-slots.ts';
import type { EngineEvent, LoadReply, TrackSource } from './ports.ts';
import { VOLUME_RANGE_DB } from './remembered.ts';
import type { PlayerState, SoundstageActions } from './state.ts';
import { reasonOf, type FlowWiring } from './wiring.ts';

type PlayerActions = Pick<
  SoundstageActions,
  | 'load'
  | 'togglePlay'
  | 'seek'
  | 'setVolumeDb'
  | 'setProfile'
  | 'setMatchLoudness'
  | 'chooseOutput'
  | 'findOutputs'
>;

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
  volumeDb: -6,
  profile: 'music',
  matchLoudness: true,
  loudness: null,
  latency: null,
  outputs: null,
  outputChannels: 2,
  wantedOutput: null,
};

export function playerActions(wiring: FlowWiring): PlayerActions {
  const { ports, get, setPlayer, flow } = wiring;
  return {
    load: (source, leftOut = 0) => load(wiring, source, leftOut),
    async togglePlay() {
      const { playing, ready } = get().player;
      if (playing) ports.engine.pause();
      else if (ready) await ports.engine.play();
    },
    seek(seconds) {
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

async function load(wiring: FlowWiring, source: TrackSource, leftOut: number): Promise<void> {
  const { ports, get, set, setPlayer } = wiring;
  const title = source.kind === 'url' ? source.title : source.file.name;
  // What was wrong with an earlier file is no news any more.
  set({ notices: get().notices.filter(({ code }) => !code.startsWith('file-')) });
  setPlayer({ loading: title });
  const reply = await ports.engine.load(source).catch((error: unknown): LoadReply => ({
    ok: false,
    code: 'unreadable',
    fileName: title,
    detail: reasonOf(error),
  }));
  if (!reply.ok && reply.code === 'overtaken') return;
  setPlayer({ loading: null });
  if (!reply.ok) {
    const { fileName, detail } = reply;
    wiring.notify({ severity: 'error', code: `file-${reply.code}`, values: { fileName, detail } });
    return;
  }
  setPlayer({ track: reply.track, source, waveformSeconds: 0 });
  if (leftOut > 0) {
    const values = { fileName: title, others: String(leftOut) };
    wiring.notify({ severity: 'info', code: 'file-several', values });
  }
  await measureTrack(wiring);
}

/** Another track is the current one. */
async function measureTrack({ ports, flow }: FlowWiring): Promise<void> {
  const samples = await ports.engine.trackSamples();
  if (samples !== null) ports.design.setTrack(samples);
  await flow.trackChanged();
}

/** Whether a new start of playback has answered a notice; if it has not, the engine tells again. */
function isMendedByPlay(code: string): boolean {
  return code.startsWith('engine-') && code !== 'engine-refused' && code !== 'engine-start';
}

/** What the engine tells, into the state. */
export function followEngine(wiring: FlowWiring): () => void {
  const { ports, get, set, setPlayer, notify, flow } = wiring;
  const forget = (isOver: (code: string) => boolean) =>
    set({ notices: get().notices.filter(({ code }) => !isOver(code)) });
  return ports.engine.onEvent((event: EngineEvent) => {
    switch (event.type) {
      case 'playing':
        if (event.playing) forget(isMendedByPlay);
        return setPlayer({ playing: event.playing });
      case 'ended':
        return setPlayer({ playing: false });
      case 'advanced': {
        const { track, source } = event;
        setPlayer({ track, source, waveformSeconds: 0 });
        return void measureTrack(wiring);
      }
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
      case 'fault':
        return notify({
          severity: 'warning',
          code: `engine-${event.kind}`,
          values: { part: event.part, detail: event.detail },
        });
    }
  });
}
