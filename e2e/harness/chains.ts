/** Chains that come and go on one output, as they do when a part has failed and Play builds the path anew. */
import { AudioContext } from 'standardized-audio-context';
import { buildChain } from '../../src/engine/chain.ts';
import { loadKernels } from '../../src/engine/kernel-module.ts';
import { MATRIX_SHAPE } from '../../src/protocol/listening-protocol.ts';

let context: AudioContext | null = null;

/** @returns what the chains reported as gone wrong */
export async function buildAndDisposeChains(count: number): Promise<readonly string[]> {
  context ??= new AudioContext();
  await context.resume();
  const kernels = await loadKernels();
  const faults: string[] = [];
  for (let n = 0; n < count; n++) {
    const chain = await buildChain(
      context,
      { kernels, shape: MATRIX_SHAPE },
      {
        onLatency: () => undefined,
        onFault: (kind, part, detail) => faults.push(`chain ${n}: ${part} ${kind}: ${detail}`),
      },
    );
    chain.output.connect(context.destination);
    await chain.running;
    chain.dispose();
  }
  return faults;
}
