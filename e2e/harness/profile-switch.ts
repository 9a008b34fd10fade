/** The engine, live, while one profile takes over from the other: all that it plays, sample by sample. */
import { createEngine } from '../../src/engine/engine.ts';
import { loadKernels } from '../../src/engine/kernel-module.ts';
import type { Profile } from '../../src/protocol/listening-protocol.ts';
import type { EngineEvent } from '../../src/store/index.ts';
import { designer } from './engine-filters.ts';
import { waveFile } from './live-meters.ts';
import { recordDestinations } from './record-destinations.ts';

const AMPLITUDE = 0.2;

const later = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export interface SwitchRequest {
  /** The first is what it begins with. */
  readonly profiles: readonly Profile[];
  readonly set: 'A' | 'B';
  /** Noise is told apart from itself a sample later; tones are smooth. */
  readonly signal: 'noise' | 'tones';
  /** Played before the first switch and between two. */
  readonly secondsEach: number;
  /** What is done this long after a switch was asked for, before it is over. */
  readonly seek?: { readonly afterMs: number; readonly toSeconds: number };
}

export interface SwitchResult {
  readonly sampleRateHz: number;
  /** What was told as the latency, one after the other. */
  readonly latencies: readonly number[];
  readonly faults: readonly string[];
  /** Samples by which what was heard departs from one place in the track, found before the first switch. */
  readonly largestError: number;
  readonly peak: number;
  /** Largest second difference: before the first switch, and after it. */
  readonly roughness: readonly [before: number, after: number];
  /** What the position said more or less than the samples that were heard, before and after, seconds. */
  readonly positionErrors: readonly [before: number, after: number];
  readonly gaps: number | null;
}

export async function switchWhilePlaying(request: SwitchRequest): Promise<SwitchResult> {
  const recorder = recordDestinations();
  const engine = createEngine(loadKernels());
  const { sampleRateHz } = engine;
  const latencies: number[] = [];
  const faults: string[] = [];
  engine.onEvent((event: EngineEvent) => {
    if (event.type === 'latency') latencies.push(event.algorithmSamples);
    if (event.type === 'fault') faults.push(`${event.part} ${event.kind}: ${event.detail}`);
  });
  const { profiles, secondsEach, set } = request;
  const setUp = await designer(engine);
  setUp(profiles[0]!);
  engine.setVolumeDb(0);
  engine.select(set);
  await engine.start();
  const seconds = secondsEach * (profiles.length + 1) + 4;
  const sides = signalOf(request.signal, Math.round(seconds * sampleRateHz));
  const file = new File([waveFile(sides, sampleRateHz)], 'signal.wav');
  await engine.load({ kind: 'file', file });
  const stop = await recorder.start();
  await engine.play();
  const clock = recorder.clock();
  const drift = (): number => {
    // The clock may go on between two looks at it.
    for (;;) {
      const now = clock();
      const difference = engine.positionSeconds() - now;
      if (clock() === now) return difference;
    }
  };
  while (engine.positionSeconds() < secondsEach) await later(20);
  const before = drift();
  const switchedAt = recorder.frames();
  for (const profile of profiles.slice(1)) {
    setUp(profile);
    if (request.seek) {
      await later(request.seek.afterMs);
      engine.seek(request.seek.toSeconds);
    }
    await later(1000 * secondsEach);
  }
  const after = drift();
  const gaps = engine.readHealth().gaps?.count ?? null;
  const heard = stop();
  engine.pause();
  const [start, error] = compare(heard, sides, Math.round(0.3 * secondsEach * sampleRateHz), switchedAt);
  return {
    sampleRateHz,
    latencies,
    faults,
    largestError: error,
    peak: heard.reduce((most, side) => side.reduce((m, x) => Math.max(m, Math.abs(x)), most), 0),
    roughness: [roughnessOf(heard, start, switchedAt), roughnessOf(heard, switchedAt, heard[0]!.length)],
    positionErrors: [before, after],
    gaps,
  };
}

function signalOf(kind: SwitchRequest['signal'], samples: number): Float32Array[] {
  if (kind === 'tones') {
    return [0.05, 0.03].map((step) =>
      Float32Array.from(
        { length: samples },
        (_, n) => (AMPLITUDE / 2) * (Math.sin(step * n) + Math.sin(0.041 * n)),
      ),
    );
  }
  let state = 1;
  const noise = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return AMPLITUDE * (state / 2 ** 31 - 1);
  };
  return [0, 1].map(() => Float32Array.from({ length: samples }, noise));
}

/**
 * Where in the track a stretch of what was heard comes from, and the largest difference from there on to the end.
 * @returns that stretch's first sample, and the difference
 */
function compare(
  heard: readonly Float32Array[],
  track: readonly Float32Array[],
  from: number,
  until: number,
): [start: number, error: number] {
  const start = Math.max(0, Math.min(until - 4096, heard[0]!.findIndex((x) => x !== 0) + from));
  const [left] = heard;
  const [truth] = track;
  let at = -1;
  for (let place = 0; place < truth!.length - 64 && at < 0; place++) {
    let n = 0;
    while (n < 64 && Math.abs(left![start + n]! - truth![place + n]!) < 1e-4) n++;
    if (n === 64) at = place;
  }
  if (at < 0) return [start, Infinity];
  let error = 0;
  heard.forEach((side, c) => {
    for (let n = start; n < side.length && at + n - start < track[c]!.length; n++) {
      error = Math.max(error, Math.abs(side[n]! - track[c]![at + n - start]!));
    }
  });
  return [start, error];
}

function roughnessOf(heard: readonly Float32Array[], from: number, to: number): number {
  let most = 0;
  for (const side of heard) {
    for (let n = from + 1; n < to - 1; n++) {
      most = Math.max(most, Math.abs(side[n + 1]! - 2 * side[n]! + side[n - 1]!));
    }
  }
  return most;
}
