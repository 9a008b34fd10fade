import type { DesignDocument } from './document.ts';
import { parseDesign } from './schema.ts';
import { refuse } from './schema-refusal.ts';
import { withoutPlant } from './with-measurement.ts';
import { phrase } from '../refusal/phrase.ts';

/** A listener's own pair of loudspeakers. */
export interface LoudspeakerPair {
  /** From one to the other. */
  readonly spacingM: number;
  /** From the middle between them to the listener's head. */
  readonly distanceM: number;
  /** Of the head from the axis between them, to the audience's left; on it where absent. */
  readonly offsetM?: number;
}

/** Radius of a tweeter: only says how near to a loudspeaker a point can be. Nearer together they are smaller. */
const MOST_DRIVER_RADIUS_M = 0.01;

/**
 * A document's targets on two loudspeakers instead of its device: monopoles to the left and right, the listener in front of
 * their middle or beside that. Head, side targets, upmix and room stay. The centre beam is left out: two sources as far apart as
 * loudspeakers are have a lobe for every half wave, so least effort towards the listener is all that a centre can ask of
 * them.
 * @throws DesignError naming `spacingM`, `distanceM`, `offsetM`, or what of the document does not go with them
 */
export function onTwoLoudspeakers(
  document: DesignDocument,
  { spacingM, distanceM, offsetM = 0 }: LoudspeakerPair,
): DesignDocument {
  for (const [field, value] of Object.entries({ spacingM, distanceM })) {
    if (!(Number.isFinite(value) && value > 0)) throw refuse([field], phrase('above-zero'), value);
  }
  if (!Number.isFinite(offsetM)) throw refuse(['offsetM'], phrase('a-number'), offsetM);
  const radiusM = Math.min(MOST_DRIVER_RADIUS_M, spacingM / 2);
  const loudspeaker = (id: string, leftM: number) => ({ id, positionM: [0, leftM, 0], radiusM }) as const;
  // Another device than the one that was measured.
  return parseDesign({
    ...withoutPlant(document),
    device: {
      baffle: { kind: 'none' },
      drivers: [loudspeaker('left', spacingM / 2), loudspeaker('right', -spacingM / 2)],
    },
    listener: { ...document.listener, positionM: [distanceM, offsetM, 0] },
    centre: { beam: null },
  });
}
