import type { Rehearsal, RehearsalPort } from '../ports.ts';

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
