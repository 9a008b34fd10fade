import { NO_LOOP } from './loop-slice.ts';
import type { LoadReply, TrackInfo, TrackSource } from './ports.ts';
import { reasonOf, type FlowWiring } from './wiring.ts';

export type LoadFailure = Extract<LoadReply, { ok: false }>;

/** From a source to a track that can be heard, shown, and compared at equal loudness. */
export interface TrackFlow {
  /** In the place of what plays; that goes on where this fails. */
  load(source: TrackSource): Promise<LoadReply>;
  /** Another track is what is heard. */
  take(track: TrackInfo, source: TrackSource): Promise<void>;
  /** The track is there again after something live: its loudness counts again. */
  measure(): Promise<void>;
  tell(failure: LoadFailure): void;
}

export function titleOfSource(source: TrackSource): string {
  return source.kind === 'url' ? source.title : source.file.name;
}

export function createTrackFlow({ ports, get, set, setPlayer, notify, flow }: FlowWiring): TrackFlow {
  async function take(track: TrackInfo, source: TrackSource): Promise<void> {
    setPlayer({ track, source, waveformSeconds: 0 });
    set({ loop: NO_LOOP });
    flow.trackChanged();
    await measure();
  }

  async function measure(): Promise<void> {
    const { track } = get().player;
    // What is live is matched to by itself; the track is when it is there again.
    if (track === null || get().live.source !== null) return;
    const samples = await ports.engine.trackSamples();
    if (samples === null || get().player.track !== track || get().live.source !== null) return;
    ports.design.setTrack(samples);
    await flow.measurable('track');
  }

  return {
    async load(source) {
      ports.engine.live.stop();
      const title = titleOfSource(source);
      // What was wrong with an earlier file is no news any more.
      set({ notices: get().notices.filter(({ code }) => !code.startsWith('file-')) });
      setPlayer({ loading: title });
      const reply = await ports.engine.load(source).catch((error: unknown): LoadReply => ({
        ok: false,
        code: 'unreadable',
        fileName: title,
        detail: reasonOf(error),
      }));
      if (!reply.ok && reply.code === 'overtaken') return reply;
      setPlayer({ loading: null });
      if (reply.ok) void take(reply.track, source);
      return reply;
    },
    take,
    measure,
    tell({ code, fileName, detail }) {
      notify({ severity: 'error', code: `file-${code}`, values: { fileName }, why: detail });
    },
  };
}
