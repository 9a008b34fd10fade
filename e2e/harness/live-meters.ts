/** The product's engine and store, live, on tracks that are made here; what its meters read. */
import { createEngine } from '../../src/engine/engine.ts';
import { loadKernels, loadZoneKernel } from '../../src/engine/kernel-module.ts';
import { createConnection } from '../../src/library/connection.ts';
import { createSnapshotShelf } from '../../src/library/snapshot-shelf.ts';
import { createMeasurementShelf } from '../../src/library/measurement-shelf.ts';
import { createMeasurementCourier } from '../../src/workers/measurement-courier.ts';
import { createMeasurementsClient } from '../../src/workers/measurements-client.ts';
import { createHeadsClient } from '../../src/workers/heads-client.ts';
import { createDesignLibrary } from '../../src/library/design-library.ts';
import { createOpenTabs } from '../../src/library/open-tabs.ts';
import { createQueueShelf } from '../../src/library/queue-shelf.ts';
import { createPageAddress } from '../../src/library/page-address.ts';
import { createSite } from '../../src/site/site.ts';
import { createRehearsal } from '../../src/engine/rehearsal.ts';
import {
  createMeterReading,
  createSoundstageStore,
  createSpectrumReading,
  type EnginePort,
  type MeterReading,
  type SpectrumReading,
  type TrackSource,
} from '../../src/store/index.ts';
import { createExportClient } from '../../src/workers/export-client.ts';
import { createDesignClient } from '../../src/workers/design-client.ts';
import { originalFilters } from './programme.ts';

export interface LiveSines {
  readonly frequencyHz: number;
  /** Of each side. */
  readonly amplitudes: readonly [left: number, right: number];
  /** Of the right side. */
  readonly phaseDeg: number;
  readonly gainDb: number;
  readonly seconds: number;
}

export interface SpectrumPeak {
  readonly frequencyHz: number;
  readonly levelDb: number;
}

export interface LiveResult extends Omit<MeterReading, 'peakDb' | 'rmsDb' | 'trace' | 'image'> {
  readonly peakDb: readonly number[];
  readonly rmsDb: readonly number[];
  readonly trace: readonly number[];
  readonly image: readonly number[];
  /** The strongest while it played. */
  readonly largestReductionDb: number;
  /** Where the spectrum of each output is highest. */
  readonly spectrumPeaks: readonly SpectrumPeak[];
  /** The same of the upmix's left, right and centre. */
  readonly upmixPeaks: readonly SpectrumPeak[];
}

export type LiveProgramme = Pick<MeterReading, 'integratedLufs' | 'maxMomentaryLufs' | 'maxTruePeakDb'>;

const later = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The engine with the original's side at 0 dB volume. */
async function originalSide(gainDb: number): Promise<EnginePort> {
  const engine = createEngine(loadKernels());
  engine.setVolumeDb(0);
  await engine.start();
  engine.setFilters('A', await originalFilters(engine.sampleRateHz), gainDb);
  engine.select('A');
  return engine;
}

/** Plays one track, and while it plays loads another. @returns what was read of the whole programme after each */
export async function metersOfTwoTracks(first: LiveSines, second: LiveSines): Promise<LiveProgramme[]> {
  const engine = await originalSide(0);
  const programmes: LiveProgramme[] = [];
  const reading = createMeterReading();
  for (const sines of [first, second]) {
    await engine.load(sineTrack(sines, engine.sampleRateHz));
    if (sines === first) await engine.play();
    while (engine.positionSeconds() < sines.seconds) {
      await later(16);
      engine.readMeters(reading);
    }
    const { integratedLufs, maxMomentaryLufs, maxTruePeakDb } = reading;
    programmes.push({ integratedLufs, maxMomentaryLufs, maxTruePeakDb });
  }
  engine.pause();
  return programmes;
}

/** Plays sines through the whole chain, and reads until so much was heard. */
export async function metersOfSines(sines: LiveSines): Promise<LiveResult> {
  const engine = await originalSide(sines.gainDb);
  await engine.load(sineTrack(sines, engine.sampleRateHz));
  await engine.play();
  const reading = createMeterReading();
  const spectrum = createSpectrumReading('outputs', 240);
  const upmix = createSpectrumReading('upmix', 240);
  let largestReductionDb = 0;
  while (engine.positionSeconds() < sines.seconds) {
    await later(16);
    engine.readMeters(reading);
    engine.readSpectrum('outputs', spectrum);
    engine.readSpectrum('upmix', upmix);
    largestReductionDb = Math.max(largestReductionDb, reading.reductionDb);
  }
  engine.pause();
  return {
    ...reading,
    peakDb: [...reading.peakDb],
    rmsDb: [...reading.rmsDb],
    trace: [...reading.trace],
    image: [...reading.image],
    largestReductionDb,
    spectrumPeaks: peaksOf(spectrum),
    upmixPeaks: peaksOf(upmix),
  };
}

function peaksOf({ frequenciesHz, levelsDb, channels }: SpectrumReading): SpectrumPeak[] {
  return levelsDb.slice(0, channels).map((levels) => {
    const levelDb = Math.max(...levels);
    return { frequencyHz: frequenciesHz[levels.indexOf(levelDb)]!, levelDb };
  });
}

/** How often the store changed while its meters were read for two seconds and the limiter worked all the time. */
export async function storeChangesWhileLimiting(): Promise<{ changes: number; reductionDb: number }> {
  const kernels = loadKernels();
  const engine = createEngine(kernels);
  const track = sineTrack(
    { frequencyHz: 997, amplitudes: [1, 1], phaseDeg: 0, gainDb: 0, seconds: 20 },
    engine.sampleRateHz,
  );
  const rehearsal = createRehearsal(kernels, engine.sampleRateHz);
  const connection = createConnection();
  const shelf = createMeasurementShelf(connection);
  const bring = createMeasurementCourier(shelf.read).bring;
  const design = createDesignClient(
    kernels.then(({ module }) => module),
    () => loadZoneKernel(),
    bring,
  );
  const queue = createQueueShelf(connection, createOpenTabs());
  const store = createSoundstageStore(
    {
      engine,
      design,
      rehearsal,
      address: createPageAddress(window),
      library: createDesignLibrary(connection, queue.makeRoom),
      queue,
      shelf,
      snapshots: createSnapshotShelf(connection, queue.makeRoom),
      measurements: createMeasurementsClient(),
      heads: createHeadsClient(bring),
      exports: createExportClient(bring),
      site: createSite(window, false),
    },
    { demoTrack: track },
  );
  const { actions } = store.getState();
  await actions.start();
  actions.select('A');
  while (store.getState().player.loudness === null) await later(50);
  await actions.togglePlay();
  engine.setVolumeDb(0);
  engine.setGainDb('A', 6);
  await later(1000);
  let changes = 0;
  const reading = createMeterReading();
  const end = store.subscribe(() => (changes += 1));
  const result = await readFor(engine, reading, 2000);
  end();
  engine.pause();
  return { changes, reductionDb: result };
}

async function readFor(engine: EnginePort, reading: MeterReading, milliseconds: number): Promise<number> {
  let leastDb = Infinity;
  for (const until = performance.now() + milliseconds; performance.now() < until;) {
    await later(16);
    engine.readMeters(reading);
    leastDb = Math.min(leastDb, reading.reductionDb);
  }
  return leastDb;
}

function sineTrack({ frequencyHz, amplitudes, phaseDeg, seconds }: LiveSines, sampleRateHz: number) {
  const turn = (2 * Math.PI * frequencyHz) / sampleRateHz;
  const sides = amplitudes.map((amplitude, side) =>
    Float32Array.from(
      { length: Math.round((seconds + 2) * sampleRateHz) },
      (_, n) => amplitude * Math.sin(turn * n + side * ((phaseDeg * Math.PI) / 180)),
    ),
  );
  const file = new File([waveFile(sides, sampleRateHz)], 'sines.wav');
  return { kind: 'file', file } satisfies TrackSource;
}

/** A WAV file of 32-bit floats. */
export function waveFile(channels: readonly Float32Array[], sampleRateHz: number): ArrayBuffer {
  const bytesPerFrame = 4 * channels.length;
  const dataBytes = bytesPerFrame * channels[0]!.length;
  const view = new DataView(new ArrayBuffer(44 + dataBytes));
  const text = (at: number, word: string) =>
    [...word].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + dataBytes, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 3, true);
  view.setUint16(22, channels.length, true);
  view.setUint32(24, sampleRateHz, true);
  view.setUint32(28, bytesPerFrame * sampleRateHz, true);
  view.setUint16(32, bytesPerFrame, true);
  view.setUint16(34, 32, true);
  text(36, 'data');
  view.setUint32(40, dataBytes, true);
  channels.forEach((samples, c) =>
    samples.forEach((x, n) => view.setFloat32(44 + bytesPerFrame * n + 4 * c, x, true)),
  );
  return view.buffer;
}
