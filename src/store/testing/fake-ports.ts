import type { DesignOutcome, DesignReply, DesignRequest } from '../../protocol/designer-protocol.ts';
import type { ExportReply, ExportRequest } from '../../protocol/export-protocol.ts';
import type { HeadHeard, HeadReply, HearRequest } from '../../protocol/heads-protocol.ts';
import { PRESETS } from '../../design/presets.ts';
import type { ZoneMaps } from '../../design/zone-maps.ts';
import { MATRIX_SHAPE } from '../../protocol/listening-protocol.ts';
import type { LoudnessMatch } from '../../protocol/loudness-protocol.ts';
import type {
  HeadsPort,
  KeptMeasurement,
  LibraryPort,
  LibraryReply,
  SavedDesign,
  AddressPort,
  DesignPort,
  EngineEvent,
  EnginePort,
  LoadReply,
  MeasurementsPort,
  OutputDevice,
  Ports,
  Rehearsal,
  RehearsalPort,
  ShelfPort,
  SiteEvents,
  SitePort,
  TrackInfo,
  TrackSource,
} from '../ports.ts';
import type { LiveReply, LiveRequest } from '../live-ports.ts';
import type { KeepReply, KeptTrack, QueuePort } from '../queue-ports.ts';
import type {
  AssembleReply,
  AssembleRequest,
  InspectReply,
  InspectRequest,
} from '../../protocol/measurements-protocol.ts';
import type { StudyReply, StudyRequest } from '../../protocol/study-protocol.ts';
import type { PictureRequest } from '../../protocol/picture-protocol.ts';
import type { ZoneRequest } from '../../protocol/zones-protocol.ts';

/** A promise that the test settles, with what was asked. */
export interface Pending<Request, Reply> {
  readonly request: Request;
  resolve(reply: Reply): void;
  reject(error: Error): void;
}

function pendingList<Request, Reply>() {
  const list: Pending<Request, Reply>[] = [];
  const ask = (request: Request) =>
    new Promise<Reply>((resolve, reject) => list.push({ request, resolve, reject }));
  return { list, ask };
}

/** A measured head: what was asked of it is answered by the test. */
export function createFakeHeads() {
  const opens = pendingList<string, HeadReply>();
  const hears = pendingList<HearRequest, HeadHeard | null>();
  const port: HeadsPort = { open: (_, fileName) => opens.ask(fileName), hear: hears.ask };
  return { port, opens: opens.list, hears: hears.list };
}

/** A shelf that forgets with the test, and fails when it is told to. */
export function createFakeShelf() {
  const rows = new Map<string, { readonly kept: KeptMeasurement; readonly file: Blob }>();
  const failing = createFailing();
  const listeners = new Set<() => void>();
  const port: ShelfPort = {
    list: () => failing.answer(() => [...rows.values()].map(({ kept }) => kept)),
    read: (id) => failing.answer(() => rows.get(id)?.file ?? null),
    keep: (kept, file) => failing.answer(() => void rows.set(kept.id, { kept, file })),
    remove: (id) => failing.answer(() => void rows.delete(id)),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const fail = (reply: typeof failing.reply) => void (failing.reply = reply);
  return { port, rows, fail, tellChange: () => listeners.forEach((listener) => listener()) };
}

/** Replies of a store that can be made to refuse. */
function createFailing() {
  const failing = {
    reply: null as Extract<LibraryReply<never>, { ok: false }> | null,
    answer: <Value>(value: () => Value): Promise<LibraryReply<Value>> =>
      Promise.resolve(failing.reply ?? { ok: true, value: value() }),
  };
  return failing;
}

/** A queue in memory, whose files are copied unless it is told otherwise. */
export function createFakeQueue() {
  const tracks = new Map<string, KeptTrack>();
  const files = new Map<string, File>();
  const kept: { order: readonly string[]; shuffled: readonly string[] | null } = {
    order: [],
    shuffled: null,
  };
  /** Tracks whose files cannot be had, and why. */
  const problems = new Map<string, 'ask' | 'gone'>();
  const answer: { add: KeepReply; allow: boolean } = {
    add: { keeping: 'copy', failure: null },
    allow: true,
  };
  const madeRoom = new Set<() => void>();
  const port: QueuePort = {
    read: () =>
      Promise.resolve({
        ok: true,
        value: {
          tracks: kept.order.flatMap((id) => tracks.get(id) ?? []),
          shuffled: kept.shuffled,
          problems,
        },
      }),
    add(track, { file }) {
      tracks.set(track.id, { ...track, keeping: answer.add.keeping });
      files.set(track.id, file);
      return Promise.resolve(answer.add);
    },
    update: (track) => Promise.resolve(void tracks.set(track.id, track)),
    arrange(ids, shuffled) {
      Object.assign(kept, { order: ids, shuffled });
      return Promise.resolve();
    },
    remove(ids) {
      const records = ids.map((id) => [id, tracks.get(id), files.get(id)]);
      for (const id of ids) tracks.delete(id);
      return Promise.resolve(records);
    },
    putBack(records) {
      for (const [id, track] of records as [string, KeptTrack][]) tracks.set(id, track);
      return Promise.resolve();
    },
    open: (id) => Promise.resolve(problems.get(id) ?? files.get(id) ?? 'gone'),
    allow(id) {
      if (answer.allow) problems.delete(id);
      return Promise.resolve(answer.allow);
    },
    miniature: (picture) => Promise.resolve(picture),
    onMadeRoom(listener) {
      madeRoom.add(listener);
      return () => madeRoom.delete(listener);
    },
  };
  return { port, tracks, kept, problems, answer, makeRoom: () => madeRoom.forEach((listener) => listener()) };
}

/** Readings of measurements that the test answers. */
export function createFakeMeasurements() {
  const inspections = pendingList<InspectRequest, InspectReply>();
  const assemblies = pendingList<AssembleRequest, AssembleReply>();
  const port: MeasurementsPort = { inspect: inspections.ask, assemble: assemblies.ask };
  return { port, inspections: inspections.list, assemblies: assemblies.list };
}

/** Exports that the test answers. */
export const createFakeExports = () => pendingList<ExportRequest, ExportReply>();

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
    described,
    chooses: chooses.list,
    asks: asks.list,
  };
}

/** A rehearsal whose result the test gives; any load is what it measured first, times the taps' share of 16,384. */
export function createFakeRehearsal() {
  const runs: {
    readonly onProgress: (fraction: number) => void;
    readonly signal: AbortSignal;
    resolve(result: Rehearsal | null): void;
    reject(error: Error): void;
  }[] = [];
  const port: RehearsalPort = {
    run: (onProgress, signal) =>
      new Promise((resolve, reject) => {
        runs.push({ onProgress, signal, resolve, reject });
        signal.addEventListener('abort', () => resolve(null));
      }),
    loadOf: ([first], { outputs, taps }) => (first!.share * taps * outputs) / (2 * 16_384),
  };
  return { port, runs };
}

/** At the fake engine's rate, where the longest filters take `share`. */
export const fakeRehearsal = (share: number): Rehearsal => ({
  sampleRateHz: 44_100,
  date: '2026-11-21T12:00:00.000Z',
  measured: [
    { size: { outputs: 2, taps: 16_384 }, share },
    { size: { outputs: 8, taps: 4096 }, share },
  ],
});

/** Workers whose answers the test gives. */
export function createFakeDesign() {
  const designs = pendingList<DesignRequest, DesignReply | null>();
  const matches = pendingList<unknown, LoudnessMatch | null>();
  const estimates = pendingList<unknown, LoudnessMatch | null>();
  const holds = { estimates: false };
  const maps: (Pending<ZoneRequest, ZoneMaps | null> & { tell: (map: ZoneMaps, done: number) => void })[] =
    [];
  const pictures = pendingList<PictureRequest, never>();
  const studies = pendingList<StudyRequest, StudyReply>();
  const tracks: unknown[] = [];
  const cancelled: number[] = [];
  const cancelledMaps: number[] = [];
  const port: DesignPort = {
    design: designs.ask,
    cancelZones: () => void cancelledMaps.push(maps.length),
    zones: (request, tell) =>
      new Promise((resolve, reject) => void maps.push({ request, tell, resolve, reject })),
    picture: pictures.ask,
    study: studies.ask,
    cancelPicture: () => void cancelled.push(pictures.list.length),
    setTrack: (track) => void tracks.push(track),
    matchLoudness: matches.ask,
    estimateLoudness: (request) => (holds.estimates ? estimates.ask(request) : Promise.resolve(fakeEstimate)),
  };
  const lists = {
    designs: designs.list,
    matches: matches.list,
    estimates: estimates.list,
    maps,
    pictures: pictures.list,
    studies: studies.list,
  };
  return { port, tracks, holds, cancelled, cancelledMaps, ...lists };
}

/** An address bar without a browser. */
export function createFakeAddress(fragment = '') {
  const bar = { fragment };
  const listeners = new Set<() => void>();
  const port: AddressPort = {
    fragment: () => bar.fragment,
    withFragment: (next) => `https://example.org/#${next}`,
    show: (next) => void (bar.fragment = next),
    clear: () => void (bar.fragment = ''),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const go = (next: string) => {
    bar.fragment = next;
    listeners.forEach((listener) => listener());
  };
  return { port, bar, go };
}

/** A library in memory that can be told to fail, and to have been changed by another tab. */
export function createFakeLibrary() {
  const rows = new Map<string, SavedDesign[]>();
  const listeners = new Set<() => void>();
  const failing = createFailing();
  const { answer } = failing;
  const newestOf = (versions: SavedDesign[]) => versions[versions.length - 1]!;
  const port: LibraryPort = {
    list: () => answer(() => [...rows.values()].map(newestOf)),
    versions: (id) => answer(() => [...(rows.get(id) ?? [])].reverse()),
    save: (given, document) =>
      answer(() => {
        const id = given ?? `design ${rows.size + 1}`;
        const before = rows.get(id) ?? [];
        const saved = { id, name: document.name, version: before.length + 1, savedAtMs: 0, document };
        rows.set(id, [...before, saved]);
        return saved;
      }),
    rename: (id, name) =>
      answer(
        () =>
          void rows.set(
            id,
            (rows.get(id) ?? []).map((version) => ({ ...version, name })),
          ),
      ),
    remove: (id) =>
      answer(() => {
        const records = rows.get(id);
        rows.delete(id);
        return records ? { name: newestOf(records).name, records } : null;
      }),
    putBack: ({ records }) =>
      answer(() => void rows.set((records[0] as SavedDesign).id, records as SavedDesign[])),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { port, rows, failing, changeElsewhere: () => listeners.forEach((listener) => listener()) };
}

let fakeSets = 0;

/** An outcome that can be told apart by its name; the store never looks into its arrays. */
export function fakeOutcome(name: string): DesignOutcome {
  const heard = (side: string) => ({
    id: (fakeSets += 1),
    upmix: null,
    prepared: `${name} ${side}`,
    outputs: side,
    ears: side,
  });
  const [original, spatial] = [heard('original'), heard('spatial')];
  const outcome: unknown = {
    profile: 'music',
    listening: { kind: 'loudspeakers', spacingM: 0.24, distanceM: 0.55 },
    shape: MATRIX_SHAPE,
    view: { document: { ...PRESETS.laptop, name }, metrics: { sides: { separationDb: [20] } } },
    original,
    spatial,
    slots: { A: original, B: spatial },
    standIns: {},
    drivers: name,
    cancellation: name,
  };
  return outcome as DesignOutcome;
}

export const fakeTrack: TrackInfo = {
  kind: 'recording',
  title: 'A track',
  tags: {
    title: 'A track',
    artist: null,
    album: null,
    trackNumber: null,
    discNumber: null,
    cover: null,
  },
  format: 'WAV, 16 bit',
  sampleRateHz: 44_100,
  durationSeconds: 10,
  channels: 2,
};

/** What is answered at once, unless `holds.estimates`. */
export const fakeEstimate: LoudnessMatch = {
  gainDb: { A: -3.1, B: -1.1 },
  lufs: { A: -20, B: -22 },
  unmatchedGainDb: -2.1,
  measuredSeconds: 8,
};

export const fakeMatch: LoudnessMatch = {
  gainDb: { A: -3, B: -1 },
  lufs: { A: -20, B: -22 },
  unmatchedGainDb: -2,
  measuredSeconds: 10,
};

/** The page as a program, of which the test tells what it wants, and which notes what it is asked. */
export function createFakeSite() {
  const asked: string[] = [];
  let events: SiteEvents | null = null;
  const port: SitePort = {
    start: (told) => void (events = told),
    install: () => Promise.resolve(void asked.push('install')),
    update: () => void asked.push('update'),
  };
  return { port, asked, tell: (use: (events: SiteEvents) => void) => events && use(events) };
}

/** The whole outside, for a test that looks at a part of it alone. */
export function fakePorts(): Ports {
  return {
    engine: createFakeEngine().port,
    design: createFakeDesign().port,
    rehearsal: createFakeRehearsal().port,
    address: createFakeAddress().port,
    library: createFakeLibrary().port,
    exports: { make: createFakeExports().ask },
    site: createFakeSite().port,
    heads: createFakeHeads().port,
    shelf: createFakeShelf().port,
    queue: createFakeQueue().port,
    measurements: createFakeMeasurements().port,
  };
}
