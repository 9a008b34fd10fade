import type { Firs } from '../src/kernel/filter-rows.ts';
import type { PartitionStage } from '../src/kernel/partition-plan.ts';
import { PlainMatrix } from './plain-matrix.ts';

class PlainMatrixProcessor extends AudioWorkletProcessor {
  readonly #matrix: PlainMatrix;

  constructor({ processorOptions }: { processorOptions: { set: Firs; plan: readonly PartitionStage[] } }) {
    super();
    this.#matrix = new PlainMatrix(processorOptions.set, processorOptions.plan);
    this.port.postMessage({ type: 'ready' });
  }

  process([input]: Float32Array[][], [output]: Float32Array[][]): boolean {
    if (input!.length > 0) this.#matrix.process(input!, output!);
    return true;
  }
}

registerProcessor('plain-matrix', PlainMatrixProcessor);
