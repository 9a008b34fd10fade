/** A short synthetic programme and its way through the product's chain. */
import { PRESETS } from '../../src/design/presets.ts';
import { loadKernels, type Kernels } from '../../src/engine/kernel-module.ts';
import { renderOffline, type OfflineEvent, type OfflineResult } from '../../src/engine/offline.ts';
import type { DesignOutcome, PreparedFilters } from '../../src/protocol/designer-protocol.ts';
import { DesignRunner } from '../../src/workers/design-runner.ts';
import type { Excerpt } from './reference-path.ts';

const RATE_HZ = 48_000;

/** Two different chords, at a level that no limiter touches. */
export function programme(seconds: number): Excerpt {
  const side = (frequenciesHz: readonly number[]) =>
    Float32Array.from({ length: seconds * RATE_HZ }, (_, n) =>
      frequenciesHz.reduce((sum, hz) => sum + 0.08 * Math.sin((2 * Math.PI * hz * n) / RATE_HZ), 0),
    );
  return { sampleRateHz: RATE_HZ, left: side([220, 440, 1310]), right: side([220, 523, 2770]) };
}

let designed: Promise<DesignOutcome> | null = null;

function outcome(): Promise<DesignOutcome> {
  designed ??= designedAt(RATE_HZ);
  return designed;
}

async function designedAt(sampleRateHz: number): Promise<DesignOutcome> {
  const listening = { kind: 'loudspeakers', spacingM: 0.24, distanceM: 0.55 } as const;
  const request = { document: PRESETS.laptop, listening, sampleRateHz };
  const { module } = await loadKernels();
  const reply = new DesignRunner(module).run(request);
  if (!reply.ok) throw new Error(String(reply.failure.said));
  return reply.outcome;
}

/** On two loudspeakers the original is the input itself. */
export async function originalFilters(sampleRateHz: number): Promise<PreparedFilters> {
  return (await designedAt(sampleRateHz)).original.prepared;
}

export async function spatialFilters(): Promise<PreparedFilters> {
  return (await outcome()).spatial.prepared;
}

/** The spatial side at −12 dB. @param kernels others than the product's */
export async function playedOffline(
  track: Excerpt,
  events: readonly OfflineEvent[] = [],
  kernels?: Kernels,
): Promise<OfflineResult> {
  const { original, spatial } = await outcome();
  return renderOffline({
    kernels: kernels ?? (await loadKernels()),
    track,
    upmix: 'adaptive',
    filters: { A: original.prepared, B: spatial.prepared },
    gainDb: { A: -12, B: -12 },
    selected: 'B',
    events,
  });
}
