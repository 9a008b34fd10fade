import { measuredDriversOf } from '../acoustics/measured-drivers.ts';
import type { DesignDocument } from './document.ts';
import { missingMeasurement, otherDevice } from './missing-measurement.ts';
import { earResponsesOf } from './plant.ts';

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
