import type { CentreAmounts } from './amounts.ts';
import { designColumns } from './columns.ts';
import { originalSet } from './comparisons.ts';
import type { DesignDocument } from './document.ts';
import { earSet } from './ear-set.ts';
import type { FilterSet } from './filter-set.ts';
import { computeEars, computeGeometry, type EarGeometry } from './geometry.ts';
import { createGrid, type DesignGrid } from './grid.ts';
import { earKey } from './listener-ears.ts';
import { createMemo, noMemo, type Memo } from './memo.ts';
import { computeMetrics, metricFrequencies, type DesignMetrics } from './metrics.ts';
import { realiseFilters } from './realise.ts';
import { checkMeasurements } from './check-measurements.ts';

/** One way to listen: what the drivers play, and what that is at the listener's ears in free field. */
export interface HeardFilters {
  /** L′, R′, C → drivers in the order of the document. */
  readonly drivers: FilterSet;
  /** L′, R′, C → left and right ear. */
  readonly ears: FilterSet;
}

/** A whole design: both sides of the comparison at one latency, and what it does. */
export interface Design {
  readonly document: DesignDocument;
  readonly spatial: HeardFilters;
  readonly original: HeardFilters;
  /** The cancellation stage alone, W_L and W_R → drivers: what the virtual pair would hide when separation is read. */
  readonly cancellation: FilterSet;
  readonly metrics: DesignMetrics;
  /** How long each step took, milliseconds; empty without a clock. */
  readonly stepsMs: Readonly<Record<string, number>>;
}

export interface DesignerOptions {
  /** A clock in milliseconds, e.g. `() => performance.now()`. */
  readonly now?: () => number;
  /** Keep transfers between designs (the default). */
  readonly remember?: boolean;
}

export interface Designer {
  /**
   * Designs a document that `parseDesign` has accepted.
   * @param latencySamples modelling delay of everything that is realised; at most half the filters' length, which is what it
   *   is where absent
   * @param pointsPerOctave of its metrics; always the same of one designer, which keeps what does not change
   * @param amounts what is made of the centre
   * @throws DesignError 'ill-posed' when no driver reaches an ear or the axis, or as `checkMeasurements`
   */
  design(
    document: DesignDocument,
    latencySamples?: number,
    pointsPerOctave?: number,
    amounts?: CentreAmounts,
  ): Design;
  /**
   * What is listened to of a document, without its metrics.
   * @throws DesignError as `design`
   */
  filters(document: DesignDocument, latencySamples?: number, amounts?: CentreAmounts): HeardFilters;
  /** Any driver filters for a document's device, with what arrives of them at its listener's ears. */
  listen(document: DesignDocument, drivers: FilterSet): HeardFilters;
  /**
   * What the realised filters of a document reach, as `design` has it, without what is listened to.
   * @throws DesignError as `design`
   */
  measure(document: DesignDocument): DesignMetrics;
}

/**
 * A designer that keeps what did not change between designs: transfers as long as device, listener and grid stay, so that a
 * new target costs a solution and not the acoustics again.
 */
export function createDesigner({ now, remember = true }: DesignerOptions = {}): Designer {
  const memo = remember ? createMemo() : noMemo;
  return {
    design(document, latencySamples, pointsPerOctave, amounts) {
      const stepsMs: Record<string, number> = {};
      const step: Step = (name, run) => {
        const start = now?.() ?? 0;
        const result = run();
        if (now) stepsMs[name] = now() - start;
        return result;
      };
      const grid = createGrid(document, latencySamples);
      const { geometry, drivers, cancellation } = realise({ document, grid, amounts }, memo, step);
      const heard = (set: FilterSet): HeardFilters => atEars(document, set, geometry);
      const spatial = step('ears', () => heard(drivers));
      const original = step('original', () =>
        memo('original', [...earKey(document), ...[grid.taps, grid.sampleRateHz, grid.latencySamples]], () =>
          heard(originalSet(document, grid.latencySamples)),
        ),
      );
      const metrics = step('metrics', () =>
        computeMetrics(document, drivers, cancellation, memo, metricFrequencies(pointsPerOctave)),
      );
      return { document, spatial, original, cancellation, metrics, stepsMs };
    },
    filters(document, latencySamples, amounts) {
      const grid = createGrid(document, latencySamples);
      const { geometry, drivers } = realise({ document, grid, amounts }, memo, (_, run) => run());
      return atEars(document, drivers, geometry);
    },
    listen(document, drivers) {
      const { frequenciesHz } = createGrid(document, drivers.latencySamples);
      return atEars(document, drivers, computeEars(document, frequenciesHz, memo));
    },
    measure(document) {
      const { drivers, cancellation } = realise({ document, grid: createGrid(document) }, memo, (_, run) =>
        run(),
      );
      return computeMetrics(document, drivers, cancellation, memo);
    },
  };
}

function atEars(document: DesignDocument, drivers: FilterSet, { ears }: EarGeometry): HeardFilters {
  return { drivers, ears: earSet(document, drivers, ears) };
}

/** Runs a part of the work under its name. */
type Step = <T>(name: string, run: () => T) => T;

interface Realised {
  readonly document: DesignDocument;
  readonly grid: DesignGrid;
  readonly amounts?: CentreAmounts | undefined;
}

/** The filters of a document and its cancellation stage, and what they were designed on. */
function realise({ document, grid, amounts }: Realised, memo: Memo, step: Step) {
  checkMeasurements(document);
  const geometry = step('transfers', () => computeGeometry(document, grid.frequenciesHz, memo));
  const { columns, cancellation: stage } = step('filters', () =>
    designColumns(document, geometry, memo, amounts),
  );
  const drivers = step('realise', () => realiseFilters(columns, grid));
  const cancellation = step('cancellation', () => realiseFilters(stage, grid));
  return { geometry, drivers, cancellation };
}
