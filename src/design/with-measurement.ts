import type { MeasurementReference } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import type { MeasurementKind } from './required-measurements.ts';

/** The same design on the model instead of on what was measured at the ears. */
export function withoutPlant(document: DesignDocument): DesignDocument {
  const { plant, ...rest } = document;
  return plant === undefined ? document : rest;
}

/** The same design on the model throughout; measured drivers become free ones. */
export function withoutMeasurements(document: DesignDocument): DesignDocument {
  return withMeasurement(withoutPlant(document), 'drivers', null);
}

/**
 * The design on another measurement. A plant was measured at one place: it is then designed for that place alone.
 * @param reference `null` for the model
 */
export function withMeasurement(
  document: DesignDocument,
  kind: MeasurementKind,
  reference: MeasurementReference | null,
): DesignDocument {
  const { device } = document;
  if (kind === 'drivers') {
    if (reference === null && device.baffle.kind !== 'measured') return document;
    const baffle = reference
      ? ({ kind: 'measured', name: reference.name, sha256: reference.sha256 } as const)
      : ({ kind: 'none' } as const);
    return { ...document, device: { ...device, baffle } };
  }
  if (reference === null) return withoutPlant(document);
  const { cancellation } = document.sides;
  const { name, sha256 } = reference;
  return {
    ...document,
    plant: { name, sha256 },
    sides: {
      ...document.sides,
      cancellation: cancellation && { ...cancellation, headOffsetsM: [[0, 0, 0]] },
    },
  };
}
