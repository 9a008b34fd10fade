import type { DesignDocument } from '../design/document.ts';
import { requiredMeasurements, type RequiredMeasurement } from '../design/required-measurements.ts';
import type { KnowsMeasurements, MeasurementFile } from '../protocol/measurements-protocol.ts';
import type { ShelfPort } from '../store/ports.ts';

/**
 * Brings the measurements that a document refers to to the worker that is to work on it, each worker once.
 * @returns `null` where there is nothing to bring: then nothing need be waited for
 */
export type MeasurementCourier = (worker: Knowing, document: unknown) => Promise<void> | null;

export interface MeasurementCouriers {
  readonly bring: MeasurementCourier;
  /** A measurement is removed: every worker that knows it is told so before it works on anything again. */
  readonly forget: (sha256: string) => void;
}

/** A worker behind comlink. */
interface Knowing {
  readonly know: (
    files: readonly MeasurementFile[],
  ) => Promise<unknown> | ReturnType<KnowsMeasurements['know']>;
  readonly forget: (hashes: readonly string[]) => Promise<unknown> | ReturnType<KnowsMeasurements['forget']>;
}

/** What a worker knows, by hash: after how many removals it was told. */
type Known = Map<string, number>;

/** @param read a kept measurement's file by its hash */
export function createMeasurementCourier(read: ShelfPort['read']): MeasurementCouriers {
  const told = new WeakMap<object, Known>();
  const removals = new Map<string, number>();
  const removalsOf = (sha256: string): number => removals.get(sha256) ?? 0;

  async function update(
    worker: Knowing,
    known: Known,
    stale: readonly string[],
    wanted: readonly RequiredMeasurement[],
  ): Promise<void> {
    if (stale.length > 0) await worker.forget(stale);
    for (const sha256 of stale) known.delete(sha256);
    // One that is removed meanwhile is told as it was.
    const asOf = wanted.map(({ sha256 }) => removalsOf(sha256));
    const files = await Promise.all(wanted.map(fileOf));
    const found = files.filter((file) => file !== null);
    if (found.length === 0) return;
    await worker.know(found);
    files.forEach((file, i) => file && known.set(file.sha256, asOf[i]!));
  }

  async function fileOf({ kind, name, sha256 }: RequiredMeasurement): Promise<MeasurementFile | null> {
    const reply = await read(sha256);
    return reply.ok && reply.value ? { kind, name, sha256, file: reply.value } : null;
  }

  return {
    bring(worker, document) {
      const known: Known = told.get(worker) ?? new Map();
      told.set(worker, known);
      const stale = [...known.keys()].filter((sha256) => known.get(sha256)! < removalsOf(sha256));
      const wanted = requiredIn(document).filter(
        ({ sha256 }) => !known.has(sha256) || stale.includes(sha256),
      );
      return stale.length > 0 || wanted.length > 0 ? update(worker, known, stale, wanted) : null;
    },
    forget: (sha256) => void removals.set(sha256, removalsOf(sha256) + 1),
  };
}

/** Of a document that may not have been validated yet: what is wrong with it is told where it is. */
function requiredIn(document: unknown): readonly RequiredMeasurement[] {
  const { device } = (document ?? {}) as Partial<DesignDocument>;
  return device?.baffle ? requiredMeasurements(document as DesignDocument) : [];
}
