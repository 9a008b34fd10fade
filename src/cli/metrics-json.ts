import type { DesignMetrics } from '../design/metrics.ts';
import type { HeadEvaluation } from './read-head.ts';

/** `metrics.json`: typed arrays as lists; numbers that JSON cannot hold as null. */
export function metricsJson(metrics: DesignMetrics & { readonly head?: HeadEvaluation }): string {
  const plain = (_: string, entry: unknown) =>
    ArrayBuffer.isView(entry) ? Array.from(entry as Float64Array) : entry;
  return `${JSON.stringify(metrics, plain, 1)}\n`;
}
