import type { DesignOutcome } from '../protocol/designer-protocol.ts';
import { SLOTS } from '../protocol/listening-protocol.ts';
import type { LoudnessMatch } from '../protocol/loudness-protocol.ts';
import { after } from './after.ts';
import type { LiveInfo, TrackInfo } from './ports.ts';
import { createOrder } from './request-order.ts';
import { loudnessRequest, type Sounding } from './sounding.ts';
import type { LoudnessOf } from './state.ts';
import { warned, type Wiring } from './wiring.ts';

/** The loudness at which designs come in, and to which they are brought while they play. */
export interface LoudnessFlow {
  /** The loudness workers have what plays, or what stands for it. */
  measurable(of: LoudnessOf): void;
  /**
   * Holds an outcome until its gains are known, so that it comes in at the loudness of what it takes the place of; at once
   * where nothing plays that they could be of.
   * @returns false when something newer is on its way instead
   */
  bringIn(next: DesignOutcome): boolean | Promise<boolean>;
  /** Measures on what plays itself, and goes over to that. */
  rematch(outcome: DesignOutcome): Promise<void>;
  /** The same where the loudness workers have more of what plays. @returns whether that makes a difference */
  renew(outcome: DesignOutcome): Promise<boolean>;
  /** Leaves the machine to something more urgent. @returns whether something was being measured, which is still to be done */
  giveUp(): boolean;
}

/** Less is no difference, LU: the match is held to a tenth. */
const EQUAL_LU = 0.1;
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
  /** What the loudness workers have. */
  let measurable: TrackInfo | LiveInfo | null = null;
  let loudnessOf: LoudnessOf = 'track';
  /** Measurements under way. */
  let measuring = 0;

  function whatPlays(): TrackInfo | LiveInfo | null {
    return get().live.source ?? get().player.track;
  }

  /** It comes before what its loudness is measured on. */
  function isMeasurable(): boolean {
    return measurable !== null && measurable === whatPlays();
  }

  async function hold(
    estimate: Promise<LoudnessMatch | null>,
    isNewest: () => boolean,
    enter: () => boolean,
  ): Promise<boolean> {
    // One that failed is none: the measurement will tell.
    const known = await Promise.race([estimate.catch(() => 'late' as const), after(HOLD_MS)]);
    if (known === null && !isNewest()) return false;
    if (known === 'late')
      void estimate.then(
        () => sounding.applyGains(true),
        () => undefined,
      );
    return enter();
  }

  /** @returns what was found and gone over to, unless something newer is on its way */
  async function measure(outcome: DesignOutcome): Promise<LoudnessMatch | null> {
    const ticket = matches.next();
    measuring += 1;
    const loudness = await ports.design
      .matchLoudness(loudnessRequest(outcome, get().player.slots))
      .catch(warned(notify, 'loudness-failed'));
    measuring -= 1;
    if (loudness === null || !matches.accept(ticket)) return null;
    setPlayer({ loudness, loudnessOf });
    sounding.applyGains(true);
    return loudness;
  }

  return {
    measurable(of) {
      measurable = whatPlays();
      loudnessOf = of;
    },
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
        if (loudness && matches.accept(ticket)) setPlayer({ loudness, loudnessOf });
        return loudness;
      };
      const estimate = ports.design.estimateLoudness(loudnessRequest(next, get().player.slots));
      return hold(estimate.then(take), () => swaps.isLatest(swap), enter);
    },
    async rematch(outcome) {
      if (isMeasurable()) await measure(outcome);
    },
    async renew(outcome) {
      if (!isMeasurable()) return false;
      // What is measured teaches the estimate, once there is one.
      await ports.design.estimateLoudness(loudnessRequest(outcome, get().player.slots)).catch(() => null);
      const before = get().player.loudness;
      const found = await measure(outcome);
      return found !== null && isOther(found, before);
    },
    giveUp() {
      if (measuring > 0) ports.design.cancelLoudness();
      return measuring > 0;
    },
  };
}

function isOther({ gainDb }: LoudnessMatch, before: LoudnessMatch | null): boolean {
  return SLOTS.some((slot) => Math.abs((gainDb[slot] ?? 0) - (before?.gainDb[slot] ?? 0)) > EQUAL_LU);
}
