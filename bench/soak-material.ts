/** What a soak plays and through which filters. */
import { PRESETS } from '../src/design/presets.ts';
import { prepareFilters } from '../src/kernel/prepare-filters.ts';
import { noiseFilters } from '../src/kernel/testing/convolution.ts';
import type { PreparedFilters } from '../src/protocol/designer-protocol.ts';
import { MATRIX_SHAPE, type ChainShape } from '../src/protocol/listening-protocol.ts';
import { DesignRunner } from '../src/workers/design-runner.ts';
import { Chance, PROGRAMME_SECONDS, SETS_PER_SHAPE, type Flaw } from './soak-events.ts';

export const RATE_HZ = 48_000;
const VOICES = 5;
const HIGHEST_HZ = 2000;
const RISE_SECONDS = 0.03;

/**
 * A chord a second, panned at random, from faint to well over full scale. Nothing in it is above 2 kHz and nothing begins
 * abruptly, so that a click stands out however small it is.
 */
export function soakProgramme(): readonly [Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>] {
  const chance = new Chance(0);
  const sides = [0, 1].map(() => new Float32Array(PROGRAMME_SECONDS * RATE_HZ));
  for (let second = 0; second < PROGRAMME_SECONDS; second++) {
    const amplitude = 10 ** (chance.between(-40, 6) / 20) / Math.sqrt(VOICES);
    for (let voice = 0; voice < VOICES; voice++) {
      const turn = (2 * Math.PI * 60 * (HIGHEST_HZ / 60) ** chance.next()) / RATE_HZ;
      const pan = chance.between(0, Math.PI / 2);
      for (let n = 0; n < RATE_HZ; n++) {
        const x = amplitude * envelope(n) * Math.sin(turn * n);
        sides[0]![second * RATE_HZ + n]! += Math.cos(pan) * x;
        sides[1]![second * RATE_HZ + n]! += Math.sin(pan) * x;
      }
    }
  }
  return [sides[0]!, sides[1]!];
}

/** Of a second: rises and falls in raised cosines. */
function envelope(n: number): number {
  const fromEdge = Math.min(n, RATE_HZ - n) / (RISE_SECONDS * RATE_HZ);
  return fromEdge >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * fromEdge);
}

/** Filters for a device: designs for two outputs, noise for others. */
export function soakFilters(module: WebAssembly.Module, shape: ChainShape): PreparedFilters[] {
  if (shape === MATRIX_SHAPE) return designs(module).slice(0, SETS_PER_SHAPE);
  return Array.from({ length: SETS_PER_SHAPE }, (_, i) => {
    // Of any length and of fewer outputs too.
    const outputs = i === 0 ? Math.ceil(shape.maxOutputs / 2) : shape.maxOutputs;
    const taps = Math.round(shape.maxTaps / (1 + 0.7 * i));
    const noise = noiseFilters(shape.inputs, outputs, taps, 10 * shape.maxOutputs + i);
    return prepareFilters(module, { ...noise, latencySamples: shape.maxTaps / 2 }, shape);
  });
}

function designs(module: WebAssembly.Module): PreparedFilters[] {
  const runner = new DesignRunner(module);
  const onHeadphones = [PRESETS.soundbar, PRESETS['smart-speaker']].flatMap((document) => {
    const reply = runner.run({ document, listening: { kind: 'headphones' }, sampleRateHz: RATE_HZ });
    if (!reply.ok) throw new Error(String(reply.failure.said));
    return [reply.outcome.spatial.prepared, reply.outcome.original.prepared];
  });
  const long = noiseFilters(3, 2, MATRIX_SHAPE.maxTaps, 1);
  return [...onHeadphones, prepareFilters(module, long, MATRIX_SHAPE)];
}

/** The same filters, with something wrong about them. */
export function flawed(good: PreparedFilters, flaw: Flaw): PreparedFilters {
  const withValue = (value: number): PreparedFilters => {
    const spectra = good.spectra.slice();
    spectra[Math.floor(spectra.length * 0.7)] = value;
    return { ...good, spectra };
  };
  switch (flaw) {
    case 'not a number':
      return withValue(NaN);
    case 'infinite':
      return withValue(-Infinity);
    case 'another rate':
      return { ...good, sampleRateHz: 44_100 };
    case 'too many outputs':
      return { ...good, outputs: 33 };
    case 'a short header':
      return { ...good, header: good.header.subarray(0, good.header.length - 1) };
    case 'too few spectra':
      return { ...good, spectra: good.spectra.subarray(4) };
    case 'another plan':
      return { ...good, plan: good.plan.map((stage) => ({ ...stage, count: stage.count + 1 })) };
    case 'a gain that is no number':
      return good;
  }
}
