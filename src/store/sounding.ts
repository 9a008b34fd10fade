import { isStatic } from '../design/variants.ts';
import type { DesignOutcome, SlotPicture } from '../protocol/designer-protocol.ts';
import { isSamePath, SLOTS, type ChainPath, type Slot } from '../protocol/listening-protocol.ts';
import type { LoudnessRequest } from '../protocol/loudness-protocol.ts';
import { slotsIn, type SlotChoices } from './compare-slots.ts';
import { routesOf } from './output-routes.ts';
import type { PlayerState } from './state.ts';
import type { Wiring } from './wiring.ts';

/** What the engine is told of a design: filters, gains and the upmix of every slot. */
export interface Sounding {
  sound(outcome: DesignOutcome): void;
  /** Another slot is heard. */
  select(slot: Slot, outcome: DesignOutcome | null): void;
  /** Hands over where the outputs come out. */
  route(outcome: DesignOutcome): void;
  /** Hands the matched gains, or the common one, to the engine. @param isRefined known better than before: while something plays it moves there unnoticed */
  applyGains(isRefined?: boolean): void;
}

/** Slower than a change of level is noticed in music. */
const GLIDE_SECONDS = 2;

export function createSounding({ ports, get }: Pick<Wiring, 'ports' | 'get'>): Sounding {
  let path: ChainPath | null = null;
  /** The sets that the engine has, of that path. */
  const there = new Map<Slot, number>();

  /** The upmix that a slot was made for; another than before crossfades in behind the filters. */
  function feed({ slots, view }: DesignOutcome, slot: Slot): void {
    ports.engine.setUpmix(slots[slot]?.upmix ?? view.document.upmix.kind);
  }

  function route({ listening, shape }: DesignOutcome): void {
    const { outputs, player } = get();
    ports.engine.setRoutes(routesOf(outputs, listening, shape.maxOutputs, player.outputChannels));
  }

  return {
    route,
    sound(outcome) {
      const { player } = get();
      const next = { profile: outcome.profile, shape: outcome.shape };
      ports.engine.setPath(next);
      if (path === null || !isSamePath(next, path)) there.clear();
      path = next;
      route(outcome);
      feed(outcome, player.slot);
      for (const slot of inOrder(player.slot)) {
        const heard = outcome.slots[slot];
        if (!heard) continue;
        const gainDb = slotGainDb(slot, player);
        // What is there already need not fade over to itself.
        if (there.get(slot) === heard.id) ports.engine.setGainDb(slot, gainDb, GLIDE_SECONDS);
        else ports.engine.setFilters(slot, heard.prepared, gainDb);
        there.set(slot, heard.id);
      }
    },
    select(slot, outcome) {
      ports.engine.select(slot);
      if (outcome !== null) feed(outcome, slot);
    },
    applyGains(isRefined = false) {
      const { player } = get();
      const glide = isRefined && player.playing ? [GLIDE_SECONDS] : [];
      for (const slot of slotsIn(player.slots))
        ports.engine.setGainDb(slot, slotGainDb(slot, player), ...glide);
    },
  };
}

export function slotGainDb(slot: Slot, { matchLoudness, loudness }: PlayerState): number {
  if (loudness === null) return 0;
  if (!matchLoudness) return loudness.unmatchedGainDb;
  return loudness.gainDb[slot] ?? loudness.unmatchedGainDb;
}

/** What is heard comes in first. */
function inOrder(first: Slot): readonly Slot[] {
  return [first, ...SLOTS.filter((slot) => slot !== first)];
}

/** What the stage shows of the slots that its view does not. */
export function picturesOf({ slots }: DesignOutcome): Readonly<Partial<Record<Slot, SlotPicture>>> {
  const pictures: Partial<Record<Slot, SlotPicture>> = {};
  for (const slot of SLOTS) {
    const picture = slots[slot]?.picture;
    if (picture) pictures[slot] = picture;
  }
  return pictures;
}

/** What is to be measured of a design. */
export function loudnessRequest(
  { profile, view, slots, standIns }: DesignOutcome,
  choices: SlotChoices,
): LoudnessRequest {
  const sets = slotsIn(choices).flatMap((slot) => {
    const set = slots[slot];
    if (!set) return [];
    const { ears, outputs, upmix } = set;
    // Filters stand for a static upmix: they need no measurement of their own kind.
    const fed = upmix && isStatic(upmix) ? null : upmix;
    const likeness = JSON.stringify(standIns[slot] ? slot : choices[slot]);
    return [[slot, { ears, outputs, likeness, upmix: fed }] as const];
  });
  return {
    upmix: view.document.upmix.kind,
    profile,
    sets: Object.fromEntries(sets),
  };
}
