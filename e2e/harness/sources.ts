/** Sound files as the app reads them, against what the browser makes of them as a whole; and what is heard of them, live. */
import { createEngine } from '../../src/engine/engine.ts';
import { loadKernels } from '../../src/engine/kernel-module.ts';
import type { EngineEvent, EnginePort } from '../../src/store/index.ts';
import { createMediaClient } from '../../src/workers/media-client.ts';
import type { LostStretch } from '../../src/protocol/media-protocol.ts';
import { MediaShelf } from '../../src/workers/media-shelf.ts';
import { designer } from './engine-filters.ts';
import { recordDestinations } from './record-destinations.ts';

export interface NamedFile {
  readonly name: string;
  readonly base64: string;
}

const fileOf = ({ name, base64 }: NamedFile): File =>
  new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name);

const later = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Reads a file in pieces from places in any order, and compares with the whole that the browser decodes.
 * @param pieces first frame and count, at the file's rate
 */
export async function readInPieces(named: NamedFile, pieces: readonly (readonly [number, number])[]) {
  const file = fileOf(named);
  const shelf = new MediaShelf();
  const probe = await shelf.open({ id: 0, file, rateHz: 48_000 }, false);
  if (!probe.ok) return probe;
  const { rateHz } = probe.info.sound;
  const media = { id: 1, file, rateHz };
  const opened = await shelf.open(media, true);
  if (!opened.ok) return opened;
  const context = new OfflineAudioContext(2, 1, rateHz);
  const whole = await context.decodeAudioData(await file.arrayBuffer());
  const sides = [0, whole.numberOfChannels - 1].map((c) => whole.getChannelData(c));
  const errors: number[] = [];
  for (const [from, count] of pieces) {
    const { stereo } = await shelf.read(media, from, count);
    const read = [stereo?.left ?? new Float32Array(0), stereo?.right ?? new Float32Array(0)];
    errors.push(
      ...read.map((side, c) => {
        const truth = sides[c]!.subarray(from, Math.min(whole.length, from + count));
        if (side.length !== truth.length) return Infinity;
        return side.reduce((most, x, n) => Math.max(most, Math.abs(x - truth[n]!)), 0);
      }),
    );
  }
  const { frames, tags } = opened.info;
  return {
    ok: true as const,
    frames,
    errors,
    rateHz,
    tags,
    format: opened.info.sound.format,
  };
}

/** All of a file as the app reads it, left side, at the file's rate; and what was told of its damage. */
async function readWhole(named: NamedFile) {
  const shelf = new MediaShelf();
  const file = fileOf(named);
  const probe = await shelf.open({ id: 0, file, rateHz: 48_000 }, false);
  if (!probe.ok) throw new Error(`${named.name}: ${probe.code} ${probe.detail}`);
  const { rateHz } = probe.info.sound;
  const media = { id: 1, file, rateHz };
  const parts: Float32Array[] = [];
  const lost: LostStretch[] = [];
  for (let from = 0; ;) {
    const block = await shelf.read(media, from, rateHz / 10);
    lost.push(...block.lost);
    if (block.stereo === null) break;
    parts.push(block.stereo.left);
    from += block.stereo.left.length;
  }
  return { samples: Float32Array.from(parts.flatMap((part) => [...part])), lost, rateHz };
}

/** A damaged file beside the undamaged one. @returns the damaged one's samples as they are, and by how much they differ */
export async function readDamaged(whole: NamedFile, damaged: NamedFile) {
  const [truth, read] = [await readWhole(whole), await readWhole(damaged)];
  const differences = Array.from(read.samples, (x, n) => Math.abs(x - truth.samples[n]!));
  const { samples, lost, rateHz } = read;
  return { samples: [...samples], differences, lost, rateHz, frames: truth.samples.length };
}

/** What is done with an engine while all that it plays is recorded. */
export type Act =
  | { readonly load: NamedFile }
  | { readonly prepare: NamedFile | null }
  | { readonly loop: { readonly fromSeconds: number; readonly toSeconds: number } | null }
  | { readonly seek: number }
  | { readonly profile: 'music' | 'video' }
  | { readonly play: true }
  | { readonly pause: true }
  | { readonly wait: number };

export interface Played {
  readonly sampleRateHz: number;
  readonly left: number[];
  readonly events: readonly EngineEvent[];
  /** After each act. */
  readonly positions: readonly number[];
  readonly replies: readonly unknown[];
  readonly gaps: number | null;
}

/** Through the original, whose output is its input. */
export async function playSources(acts: readonly Act[]): Promise<Played> {
  const recorder = recordDestinations();
  const engine = createEngine(loadKernels(), undefined, createMediaClient());
  const events: EngineEvent[] = [];
  engine.onEvent((event) => void events.push(event));
  const setUp = await designer(engine);
  setUp('music');
  engine.setVolumeDb(0);
  engine.select('A');
  await engine.start();
  const stop = await recorder.start();
  const positions: number[] = [];
  const replies: unknown[] = [];
  for (const act of acts) {
    if ('profile' in act) setUp(act.profile);
    else replies.push(await perform(engine, act));
    positions.push(engine.positionSeconds());
  }
  const gaps = engine.readHealth().gaps?.count ?? null;
  const [left] = stop();
  engine.pause();
  return { sampleRateHz: engine.sampleRateHz, left: Array.from(left!), events, positions, replies, gaps };
}

async function perform(engine: EnginePort, act: Exclude<Act, { profile: unknown }>): Promise<unknown> {
  if ('load' in act) return engine.load({ kind: 'file', file: fileOf(act.load) });
  if ('prepare' in act) {
    return engine.prepare(act.prepare && { kind: 'file', file: fileOf(act.prepare) });
  }
  if ('loop' in act) return engine.setLoop(act.loop);
  if ('seek' in act) return engine.seek(act.seek);
  if ('play' in act) return engine.play();
  if ('pause' in act) return engine.pause();
  return later(act.wait);
}
