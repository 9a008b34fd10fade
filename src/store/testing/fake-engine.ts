import type { TrackSamples } from '../../protocol/loudness-protocol.ts';
import type {
  EngineEvent,
  EnginePort,
  LiveReply,
  LiveRequest,
  LoadReply,
  OutputDevice,
  TrackInfo,
  TrackSource,
} from '../ports.ts';
import { pendingList } from './pending.ts';

/** An engine that plays nothing and writes down what it was told. */
export function createFakeEngine() {
  const calls: unknown[][] = [];
  const listeners = new Set<(event: EngineEvent) => void>();
  const loads = pendingList<TrackSource, LoadReply>();
  const prepares = pendingList<TrackSource | null, LoadReply | null>();
  const starts = pendingList<null, undefined>();
  /** By the names of files. */
  const described = new Map<string, TrackInfo>();
  const lives = pendingList<LiveRequest, LiveReply>();
  const chooses = pendingList<OutputDevice | null, undefined>();
  const asksOf = pendingList<null, undefined>();
  const asks = { list: asksOf.list, ask: () => asksOf.ask(null) };
  const note =
    (name: string) =>
    (...values: unknown[]) =>
      void calls.push([name, ...values]);
  const emit = (event: EngineEvent) => listeners.forEach((listener) => listener(event));
  const heardLive: TrackSamples = {
    sampleRateHz: 44100,
    left: new Float32Array(8),
    right: new Float32Array(8),
    peak: 0.5,
  };
  const port: EnginePort = {
    sampleRateHz: 44100,
    outputs: {
      start: (wanted) => Promise.resolve(void calls.push(['startOutputs', wanted])),
      choose: chooses.ask,
      ask: asks.ask,
    },
    live: {
      canShare: true,
      canRecord: true,
      inputs: () => Promise.resolve([{ id: 'line', label: 'Line in' }]),
      start: lives.ask,
      heard: () => heardLive,
      stop: note('stopLive'),
    },
    start: () => starts.ask(null),
    load: loads.ask,
    prepare: prepares.ask,
    describe: ({ file }) => Promise.resolve(described.get(file.name) ?? null),
    setLoop: note('setLoop'),
    peaks: (_from, _to, columns) => new Float32Array(2 * columns),
    trackSamples: () =>
      Promise.resolve({ sampleRateHz: 44100, left: new Float32Array(8), right: new Float32Array(8) }),
    play: () => Promise.resolve(emit({ type: 'playing', playing: true })),
    pause: () => emit({ type: 'playing', playing: false }),
    seek: note('seek'),
    positionSeconds: () => 0,
    setVolumeDb: note('setVolumeDb'),
    setPath: note('setPath'),
    setRoutes: note('setRoutes'),
    setUpmix: note('setUpmix'),
    setFilters: note('setFilters'),
    setGainDb: note('setGainDb'),
    select: note('select'),
    playTest: (sound) => Promise.resolve(calls.push(['playTest', sound]) > 0),
    stopTest: () => emit({ type: 'test-ended' }),
    readMeters: () => undefined,
    readSpectrum: () => undefined,
    restartMeters: note('restartMeters'),
    readHealth: () => ({
      algorithmSeconds: 0.1,
      baseSeconds: 0.01,
      outputSeconds: null,
      gaps: null,
      load: null,
    }),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const last = (name: string, ...first: unknown[]) =>
    calls.findLast((call) => call[0] === name && first.every((value, i) => call[i + 1] === value));
  return {
    port,
    calls,
    last,
    emit,
    loads: loads.list,
    prepares: prepares.list,
    starts: starts.list,
    lives: lives.list,
    heardLive,
    described,
    chooses: chooses.list,
    asks: asks.list,
  };
}

export const fakeTrack: TrackInfo = {
  kind: 'recording',
  title: 'A track',
  tags: {
    title: 'A track',
    artist: null,
    album: null,
    albumArtist: null,
    trackNumber: null,
    discNumber: null,
    cover: null,
  },
  format: 'WAV, 16 bit',
  sampleRateHz: 44_100,
  durationSeconds: 10,
  channels: 2,
};
