import type { DesignDocument } from '../design/document.ts';
import { requiredMeasurements, type RequiredMeasurement } from '../design/required-measurements.ts';
import type { KnowsMeasurements, MeasurementFile } from '../protocol/measurements-protocol.ts';
import type { ShelfPort } from '../store/ports.ts';

/**
 * Brings the measurements that a document refers to to the worker that is to work on it, each worker once.
 * @returns `null` where there is nothing to bring: then nothing need be waited for
 */
export type MeasurementCourier = (worker: Knowing, document: unknown) => Promise<void> | null;

/** A worker behind comlink. */
interface Knowing {
  readonly know: (
    files: readonly MeasurementFile[],
  ) => Promise<unknown> | ReturnType<KnowsMeasurements['know']>;
}

/** @param read a kept measurement's file by its hash */
export function createMeasurementCourier(read: ShelfPort['read']): MeasurementCourier {
  const told = new WeakMap<object, Set<string>>();

  async function bring(
    worker: Knowing,
    known: Set<string>,
    wanted: readonly RequiredMeasurement[],
  ): Promise<void> {
    const files = await Promise.all(wanted.map(fileOf));
    const found = files.filter((file) => file !== null);
    if (found.length === 0) return;
    await worker.know(found);
    for (const { sha256 } of found) known.add(sha256);
  }

  async function fileOf({ kind, name, sha256 }: RequiredMeasurement): Promise<MeasurementFile | null> {
    const reply = await read(sha256);
    return reply.ok && reply.value ? { kind, name, sha256, file: reply.value } : null;
  }

  return (worker, document) => {
    const known = told.get(worker) ?? new Set();
    told.set(worker, known);
    const wanted = requiredIn(document).filter(({ sha256 }) => !known.has(sha256));
    return wanted.length > 0 ? bring(worker, known, wanted) : null;
  };
}

/** Of a document that may not have been validated yet: what is wrong with it is told where it is. */
function requiredIn(document: unknown): readonly RequiredMeasurement[] {
  const { device } = (document ?? {}) as Partial<DesignDocument>;
  return device?.baffle ? requiredMeasurements(document as DesignDocument) : [];
}
