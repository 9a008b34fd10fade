import type { DesignOutcome } from '../protocol/designer-protocol.ts';
import type { LoudnessMatch } from '../protocol/loudness-protocol.ts';
import { after } from './after.ts';
import type { TrackInfo } from './ports.ts';
import { createOrder } from './request-order.ts';
import { loudnessRequest, type Sounding } from './sounding.ts';
import { warned, type Wiring } from './wiring.ts';

/** The loudness at which designs come in, and to which they are brought while they play. */
export interface LoudnessFlow {
  /** The loudness workers have the current track. */
  measurable(): void;
  /**
   * Holds an outcome until its gains are known, so that it comes in at the loudness of what it takes the place of; at once
   * where they are known at once.
   * @returns false when something newer is on its way instead
   */
  bringIn(next: DesignOutcome): boolean | Promise<boolean>;
  /** Measures on the track itself, and goes over to that. */
  rematch(outcome: DesignOutcome): Promise<void>;
  /** Leaves the machine to something more urgent. @returns whether something was being measured, which is still to be done */
  giveUp(): boolean;
}

/** A new set that waits longer than this for its gains comes in with those of the one before. */
const HOLD_MS = 500;

/** @param sound lets an outcome be heard, with the gains that are known then */
export function createLoudnessFlow(
  { ports, get, setPlayer, notify }: Wiring,
  sounding: Pick<Sounding, 'applyGains'>,
  sound: (outcome: DesignOutcome) => void,
): LoudnessFlow {
  const swaps = createOrder();
  const matches = createOrder();
  /** The track that the loudness workers have. */
  let measurable: TrackInfo | null = null;
  /** Measurements under way. */
  let measuring = 0;

  /** A track comes before what its loudness is measured on. */
  function isMeasurable(): boolean {
    return measurable !== null && measurable === get().player.track;
  }

  async function hold(estimate: Promise<LoudnessMatch | null>, enter: () => boolean): Promise<boolean> {
    // One that failed is none: the measurement will tell.
    const known = await Promise.race([estimate.catch(() => 'late' as const), after(HOLD_MS)]);
    if (known === null) return false;
    if (known === 'late')
      void estimate.then(
        () => sounding.applyGains(true),
        () => undefined,
      );
    return enter();
  }

  return {
    measurable: () => void (measurable = get().player.track),
    bringIn(next) {
      const swap = swaps.next();
      const enter = (): boolean => {
        if (!swaps.accept(swap)) return false;
        sound(next);
        return true;
      };
      if (!isMeasurable()) return enter();
      const ticket = matches.next();
      const take = (loudness: LoudnessMatch | null): LoudnessMatch | null => {
        if (loudness && matches.accept(ticket)) setPlayer({ loudness });
        return loudness;
      };
      const estimate = ports.design.estimateLoudness(loudnessRequest(next, get().player.slots));
      if (estimate instanceof Promise) return hold(estimate.then(take), enter);
      take(estimate);
      return enter();
    },
    async rematch(outcome) {
      if (!isMeasurable()) return;
      const ticket = matches.next();
      measuring += 1;
      const loudness = await ports.design
        .matchLoudness(loudnessRequest(outcome, get().player.slots))
        .catch(warned(notify, 'loudness-failed'));
      measuring -= 1;
      if (loudness === null || !matches.accept(ticket)) return;
      setPlayer({ loudness });
      sounding.applyGains(true);
    },
    giveUp() {
      if (measuring > 0) ports.design.cancelLoudness();
      return measuring > 0;
    },
  };
}
