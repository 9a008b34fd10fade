import { DesignError } from '../design/design-error.ts';
import type { DesignDocument } from '../design/document.ts';
import { parseDesign } from '../design/schema.ts';
import type { DesignFailure } from '../protocol/designer-protocol.ts';

/** Geometry of the device for the screens that edit it, and the one judge of what an edit makes. */
export {
  mirroredPosition,
  renumbered,
  withDriverAt,
  withDuplicate,
  withNewDriver,
  withoutDriver,
  type NumberingOrder,
} from '../design/array/arrange.ts';
export { firstOverlap } from '../design/array/clearance.ts';
export { extentOf } from '../design/array/extent.ts';
export {
  ARRAY_FIELDS,
  firstValues,
  generateArray,
  type ArrayField,
  type ArrayKind,
  type ArrayValues,
} from '../design/array/generators.ts';
export { isOnAxis, ON_AXIS_M, withLeftMirrored, withMirrorImage } from '../design/array/mirroring.ts';
export {
  baffleOfKind,
  deviceOn,
  directionOf,
  mountedOn,
  positionOn,
  tidied,
  tidyMetres,
  type BaffleKind,
} from '../design/array/mounting.ts';

export type Device = DesignDocument['device'];
export type Baffle = Device['baffle'];
export type Driver = Device['drivers'][number];
export type Position = Driver['positionM'];

/** What a design has against it, in the words of the schema; `null` for one that can be designed. */
export function refusalOf(document: DesignDocument): DesignFailure | null {
  try {
    parseDesign(document);
    return null;
  } catch (error) {
    if (!(error instanceof DesignError)) throw error;
    const { code, field, said } = error;
    return { code, field, said };
  }
}
