/** The product's load meter on a processor whose load is known. */
import { LoadMeter } from '../../src/engine/load-meter.ts';
import type { PartLoad } from '../../src/store/index.ts';
import { startLoadClock } from '../../src/workers/load-clock.ts';
import burningUrl from './burning.worklet.ts?worker&url';

/** @returns what the meter reads after so long of a processor that takes `share` of each quantum */
export async function loadOfBurning(share: number, seconds: number): Promise<readonly PartLoad[]> {
  const context = new AudioContext();
  const meter = new LoadMeter(context.sampleRate, startLoadClock);
  await context.audioWorklet.addModule(burningUrl);
  const microseconds = Math.round((share * 128e6) / context.sampleRate);
  const processorOptions = { load: meter.board!, microseconds };
  const node = new AudioWorkletNode(context, 'burning', { processorOptions });
  node.connect(context.destination);
  await context.resume();
  let loads: readonly PartLoad[] = [];
  for (const end = performance.now() + 1000 * seconds; performance.now() < end;) {
    loads = meter.read() ?? [];
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await context.close();
  return loads;
}
