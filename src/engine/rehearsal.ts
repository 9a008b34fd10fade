import type { DesignSize, MeasuredLoad, RehearsalPort } from '../store/ports.ts';
import type { Kernels } from './kernel-module.ts';
import { loadOf } from './load-model.ts';

/** From the least that is played to more than most machines must carry: what is foretold lies between two of them. */
const SIZES: readonly DesignSize[] = [
  { outputs: 2, taps: 1024 },
  { outputs: 2, taps: 16_384 },
  { outputs: 8, taps: 4096 },
  { outputs: 16, taps: 8192 },
  { outputs: 32, taps: 8192 },
];
/**
 * What this machine can carry, found by rendering the app's own chain with all live sets as fast as it goes. Nothing may
 * play meanwhile: it would be measured too.
 */
export function createRehearsal(kernels: Promise<Kernels>, sampleRateHz: number): RehearsalPort {
  return {
    async run(onProgress, signal) {
      // With the first: few ever ask.
      const { measureShare } = await import('./trial.ts');
      const measured: MeasuredLoad[] = [];
      for (const [i, size] of SIZES.entries()) {
        const tell = (fraction: number) => onProgress((i + fraction) / SIZES.length);
        const share = await measureShare({ kernels: await kernels, size, sampleRateHz }, tell, signal);
        if (share === null) return null;
        measured.push({ size, share });
      }
      return { sampleRateHz, date: new Date().toISOString(), measured };
    },
    loadOf,
  };
}
