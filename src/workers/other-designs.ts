import { atRate } from '../design/at-rate.ts';
import { DesignError } from '../design/design-error.ts';
import type { DesignDocument } from '../design/document.ts';
import { withoutPlant } from '../design/with-measurement.ts';
import { parseDesign } from '../design/schema.ts';
import type { SlotRequests } from '../protocol/designer-protocol.ts';
import { SLOTS, type Listening, type Slot } from '../protocol/listening-protocol.ts';
import { documentOn } from './document-on.ts';

/** Another design that a slot asks for, or why it cannot be had. */
export type OtherDesign = DesignDocument | DesignError;

interface Surroundings {
  /** The design that is listened to beside it. */
  readonly document: DesignDocument;
  readonly listening: Listening;
  readonly sampleRateHz: number;
}

/** The other designs among what slots ask for, as they are designed for the way of listening. */
export function readOthers(requests: SlotRequests, around: Surroundings): ReadonlyMap<Slot, OtherDesign> {
  const others = new Map<Slot, OtherDesign>();
  for (const slot of SLOTS) {
    const request = requests[slot];
    if (request?.kind === 'other') others.set(slot, readOther(request.document, around));
  }
  return others;
}

function readOther(value: unknown, { document, listening, sampleRateHz }: Surroundings): OtherDesign {
  try {
    const read = atRate(parseDesign(value), sampleRateHz);
    // One device stands there: another design is heard by what it asks of it.
    const { device, listener, plant } = document;
    const there = { ...withoutPlant(read), device, listener, ...(plant && { plant }) };
    return documentOn(listening.kind === 'device' ? there : read, listening);
  } catch (error) {
    if (error instanceof DesignError) return error;
    throw error;
  }
}
