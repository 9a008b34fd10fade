import { measuredDriversOf } from '../acoustics/measured-drivers.ts';
import type { MeasurementReference } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import { missingMeasurement, otherDevice } from './missing-measurement.ts';
import { earResponsesOf } from './plant.ts';

export type MeasurementKind = 'plant' | 'drivers';

/** A measurement that a document is not complete without. */
export interface RequiredMeasurement extends MeasurementReference {
  readonly kind: MeasurementKind;
}

/** What a document refers to: the plant at its ears, and the drivers of its device. */
export function requiredMeasurements({ device, plant }: DesignDocument): readonly RequiredMeasurement[] {
  const { baffle } = device;
  return [
    ...(plant ? [{ ...plant, kind: 'plant' } as const] : []),
    ...(baffle.kind === 'measured'
      ? [{ name: baffle.name, sha256: baffle.sha256, kind: 'drivers' } as const]
      : []),
  ];
}

/**
 * @throws DesignError 'missing-measurement' where what a document refers to is not known in this thread, 'invalid-field' where it is of
 *   another number of drivers
 */
export function checkMeasurements(document: DesignDocument): void {
  earResponsesOf(document);
  const { baffle, drivers } = document.device;
  if (baffle.kind !== 'measured') return;
  const measured = measuredDriversOf(baffle);
  if (!measured) throw missingMeasurement('device.baffle', baffle);
  if (measured.drivers !== drivers.length) {
    throw otherDevice('device.baffle', baffle, drivers.length, measured.drivers);
  }
}
