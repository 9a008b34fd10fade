import type { UpmixKind } from '../../design/document.ts';
import { PRESETS } from '../../design/presets.ts';
import type { ExportFile, ExportSource } from '../export-file.ts';

/** Ids that every format's syntax could trip over. */
const AWKWARD_IDS = ['left', 'a "quoted", comma', 'back\\slash\nline', '# C: no', "it's ½"];

/** Filters of noise, told apart by every tap: 3 → 5, 256 taps, each within ±1. */
export function noiseSource(kind: UpmixKind = 'adaptive'): ExportSource {
  const taps = 256;
  const outputs = AWKWARD_IDS.length;
  let state = 12345;
  const noise = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  const firs = Float32Array.from({ length: 3 * outputs * taps }, noise);
  const preset = PRESETS.soundbar;
  const drivers = AWKWARD_IDS.map((id, i) => ({ ...preset.device.drivers[i]!, id }));
  return {
    document: {
      ...preset,
      name: 'Five "drivers": # of noise\nin two lines',
      filterTaps: taps,
      device: { ...preset.device, drivers },
      upmix: { kind },
    },
    drivers: { inputs: 3, outputs, taps, sampleRateHz: 48000, latencySamples: taps / 2, firs },
  };
}

/** Content of one file of a bundle. */
export function fileOf(bundle: readonly ExportFile[], name: string): string | Uint8Array {
  const file = bundle.find((one) => one.name === name);
  if (!file) throw new Error(`${name} is not among ${bundle.map((one) => one.name).join(', ')}`);
  return file.content;
}

export function textOf(bundle: readonly ExportFile[], name: string): string {
  const content = fileOf(bundle, name);
  if (typeof content !== 'string') throw new Error(`${name} is no text`);
  return content;
}

export function bytesOf(bundle: readonly ExportFile[], name: string): DataView {
  const content = fileOf(bundle, name);
  if (typeof content === 'string') throw new Error(`${name} is a text`);
  return new DataView(content.buffer, content.byteOffset, content.byteLength);
}

/** Planes of a WAV file of 32-bit floats, read chunk by chunk. */
export function readWav(view: DataView): { planes: Float64Array[]; sampleRateHz: number } {
  const nameAt = (at: number) => String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
  if (nameAt(0) !== 'RIFF' || nameAt(8) !== 'WAVE') throw new Error('no WAV file');
  if (view.getUint32(4, true) !== view.byteLength - 8) throw new Error('the RIFF size is wrong');
  let channels = 0;
  let sampleRateHz = 0;
  for (let at = 12; at < view.byteLength; at += 8 + view.getUint32(at + 4, true)) {
    if (nameAt(at) === 'fmt ') {
      if (view.getUint16(at + 8, true) !== 3 || view.getUint16(at + 22, true) !== 32)
        throw new Error('no floats');
      channels = view.getUint16(at + 10, true);
      sampleRateHz = view.getUint32(at + 12, true);
    }
    if (nameAt(at) !== 'data') continue;
    const frames = view.getUint32(at + 4, true) / (4 * channels);
    const planes = Array.from({ length: channels }, (_, channel) =>
      Float64Array.from({ length: frames }, (_v, t) =>
        view.getFloat32(at + 8 + 4 * (t * channels + channel), true),
      ),
    );
    return { planes, sampleRateHz };
  }
  throw new Error('no data');
}
