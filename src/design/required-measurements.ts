import type { MeasurementReference } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';

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
