import { allocateFloats } from './memory';
import { QUANTUM, Upmix } from './upmix';

// One upmix per instance. Buffers: left, right in; left, right, centre out, `upmixMaxFrames` samples each, in this order.

let upmix: Upmix | null = null;
let buffers: usize = 0;

/** Longest block of one call, a multiple of the quantum. */
export function upmixMaxFrames(): i32 {
  return 1024;
}

/** @returns address of the five buffers */
export function upmixConfigure(
  sampleRateHz: f32,
  frame: i32,
  reach: i32,
  hop: i32,
  tasksPerQuantum: i32,
  keep: f32,
  kind: i32,
): usize {
  upmix = new Upmix(sampleRateHz, frame, reach, hop, tasksPerQuantum, keep, kind);
  buffers = allocateFloats(5 * upmixMaxFrames());
  return buffers;
}

export function upmixSetKind(kind: i32): void {
  upmix!.setKind(kind);
}

export function upmixReset(): void {
  upmix!.reset();
}

export function upmixLatency(): i32 {
  return upmix!.latency;
}

export function upmixFaults(): i32 {
  return upmix!.faults;
}

/** @param frames a multiple of 128, at most `upmixMaxFrames` */
export function upmixProcess(frames: i32): void {
  const bytes = (<usize>upmixMaxFrames()) << 2;
  for (let frame = 0; frame < frames; frame += QUANTUM) {
    const at = buffers + ((<usize>frame) << 2);
    upmix!.process(at, at + bytes, at + 2 * bytes, at + 3 * bytes, at + 4 * bytes);
  }
}
