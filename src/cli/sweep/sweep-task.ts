import type { DesignDocument } from '../../design/document.ts';
import type { MetricsSummary } from '../../design/metrics-summary.ts';

/** What a worker of a sweep is asked for. */
export interface SweepTask {
  readonly index: number;
  readonly document: DesignDocument;
}

/** What it answers: the numbers, or why there are none. */
export interface SweepResult {
  readonly index: number;
  readonly summary: MetricsSummary | null;
  /** Empty where the design was solved. */
  readonly refused: string;
}
