import type { Amounts } from '../design/amounts.ts';
import { isDesignError, MISSING_MEASUREMENT } from '../design/is-design-error.ts';
import type { DesignDocument } from '../design/document.ts';
import { PRESETS } from '../design/presets.ts';
import {
  DELAY_RANGE_SECONDS,
  MOST_OUTPUTS,
  type Listening,
  type LoudspeakerPair,
  type Profile,
} from '../protocol/listening-protocol.ts';
import { readAmounts } from './amount-actions.ts';
import { readSlots, type SlotChoices } from './compare-slots.ts';
import { fetchedSchema } from './design-schema.ts';
import { listeningOf } from './listening.ts';
import { BALANCE_RANGE_DB, TRIM_RANGE_DB } from './output-routes.ts';
import type { MeasuredLoad, OutputDevice, Rehearsal } from './ports.ts';
import type { Repeat } from './queue-order.ts';
import type {
  DesignerState,
  DesignPoint,
  DriverRoute,
  PairTrim,
  PresetId,
  QueueState,
  SavedVersion,
  SoundstageState,
  Theme,
} from './state.ts';

/** What survives a reload. */
export interface Remembered {
  readonly volumeDb: number;
  readonly profile: Profile;
  readonly matchLoudness: boolean;
  readonly slots: SlotChoices;
  readonly amounts: Amounts;
  readonly theme: Theme;
  readonly metersOpen: boolean;
  readonly presetId: PresetId | null;
  /** The design worked on; `null` while it is the preset as it came. */
  readonly document: DesignDocument | null;
  readonly saved: SavedVersion | null;
  readonly listening: Listening['kind'];
  readonly pair: LoudspeakerPair;
  readonly routes: readonly DriverRoute[];
  readonly pairTrim: PairTrim;
  readonly wantedOutput: OutputDevice | null;
  readonly rehearsal: Rehearsal | null;
  /** The measured head that hears, by its file's hash. */
  readonly headId: string | null;
  readonly repeat: Repeat;
  /** The track of the queue that plays, and where in it. */
  readonly place: QueueState['place'];
}

export const VOLUME_RANGE_DB = { min: -60, max: 0 } as const;

const THEMES: readonly unknown[] = ['system', 'light', 'dark'] satisfies Theme[];
const LISTENING_KINDS: readonly unknown[] = [
  'loudspeakers',
  'headphones',
  'device',
] satisfies Listening['kind'][];
const REPEATS: readonly unknown[] = ['off', 'all', 'one'] satisfies Repeat[];
const PROFILES: readonly unknown[] = ['music', 'video'] satisfies Profile[];

export function remember({
  player,
  designer,
  outputs,
  theme,
  metersOpen,
  rehearsal,
  heads,
  queue,
  live,
}: SoundstageState): Remembered {
  return {
    volumeDb: player.volumeDb,
    // What is live is over with this page, and so is its profile.
    profile: live.profileBefore ?? player.profile,
    matchLoudness: player.matchLoudness,
    slots: player.slots,
    amounts: designer.amounts,
    theme,
    metersOpen,
    presetId: designer.presetId,
    document: isAsItCame(designer) ? null : workOf(designer),
    saved: designer.saved,
    listening: designer.wanted,
    pair: designer.pair,
    routes: outputs.routes,
    pairTrim: outputs.pair,
    wantedOutput: player.wantedOutput,
    rehearsal: rehearsal.result,
    headId: heads.chosen?.id ?? heads.wantedId,
    repeat: queue.order.repeat,
    place: queue.place,
  };
}

/**
 * Takes over each remembered value that still makes sense; storage is the user's, anything may stand in it. Where a design is
 * among it, `beforeStore` has been awaited.
 */
export function recall(stored: unknown, state: SoundstageState): SoundstageState {
  if (typeof stored !== 'object' || stored === null) return state;
  const {
    volumeDb,
    profile,
    matchLoudness,
    slots,
    amounts,
    theme,
    metersOpen,
    presetId,
    document,
    saved,
    listening,
    pair,
    routes,
    pairTrim,
    wantedOutput,
    rehearsal,
    headId,
    repeat,
    place,
  } = stored as Record<string, unknown>;
  const ownPair = isPair(pair) ? pair : state.designer.pair;
  const wanted = isListeningKind(listening) ? listening : state.designer.wanted;
  return {
    ...state,
    theme: THEMES.includes(theme) ? (theme as Theme) : state.theme,
    rehearsal: { ...state.rehearsal, result: isRehearsal(rehearsal) ? rehearsal : null },
    heads: { ...state.heads, wantedId: typeof headId === 'string' ? headId : null },
    queue: {
      ...state.queue,
      order: { ...state.queue.order, repeat: isRepeat(repeat) ? repeat : state.queue.order.repeat },
      place: isPlace(place) ? place : null,
    },
    metersOpen: typeof metersOpen === 'boolean' ? metersOpen : state.metersOpen,
    player: {
      ...state.player,
      volumeDb: isBetween(volumeDb, VOLUME_RANGE_DB.min, VOLUME_RANGE_DB.max)
        ? volumeDb
        : state.player.volumeDb,
      wantedOutput: isOutputDevice(wantedOutput) ? wantedOutput : state.player.wantedOutput,
      profile: isProfile(profile) ? profile : state.player.profile,
      slots: readSlots(slots),
      matchLoudness: typeof matchLoudness === 'boolean' ? matchLoudness : state.player.matchLoudness,
    },
    designer: {
      ...state.designer,
      ...recallDesign({ presetId, document, saved }, state.designer),
      pair: ownPair,
      amounts: readAmounts(amounts),
      wanted,
      // How many channels the output has is still to be told.
      listening: listeningOf(wanted === 'device' ? 'loudspeakers' : wanted, ownPair, 0),
    },
    outputs: {
      ...state.outputs,
      routes: readRoutes(routes) ?? state.outputs.routes,
      pair: isPairTrim(pairTrim) ? pairTrim : state.outputs.pair,
    },
  };
}

function isAsItCame({ presetId, document }: DesignPoint): boolean {
  return presetId !== null && document === PRESETS[presetId];
}

/** What cannot be designed could not be read again either; what waits for its measurement can. */
function workOf({ failure, document, accepted }: DesignerState): DesignDocument {
  return failure === null || failure.code === MISSING_MEASUREMENT ? document : accepted;
}

type Recalled = Pick<DesignerState, 'presetId' | 'document' | 'accepted' | 'saved'>;

function recallDesign(
  stored: Readonly<Record<'presetId' | 'document' | 'saved', unknown>>,
  otherwise: DesignerState,
): Recalled {
  const presetId = isPresetId(stored.presetId) ? stored.presetId : null;
  const document = readDesign(stored.document) ?? (presetId && PRESETS[presetId]);
  // Of another version, or damaged, and not even its preset is known.
  if (document === null) return otherwise;
  return { presetId, document, accepted: document, saved: readSaved(stored.saved) };
}

function readSaved(value: unknown): SavedVersion | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, version, document } = value as Record<string, unknown>;
  const read = readDesign(document);
  return typeof id === 'string' && typeof version === 'number' && read
    ? { id, version, document: read }
    : null;
}

function readDesign(value: unknown): DesignDocument | null {
  if (!value) return null;
  try {
    return fetchedSchema().parseDesign(value);
  } catch (error) {
    if (isDesignError(error)) return null;
    throw error;
  }
}

function isPresetId(value: unknown): value is PresetId {
  return typeof value === 'string' && Object.hasOwn(PRESETS, value);
}

function isProfile(value: unknown): value is Profile {
  return PROFILES.includes(value);
}

function isRepeat(value: unknown): value is Repeat {
  return REPEATS.includes(value);
}

function isPlace(value: unknown): value is NonNullable<QueueState['place']> {
  if (typeof value !== 'object' || value === null) return false;
  const { id, seconds } = value as Record<string, unknown>;
  return typeof id === 'string' && isBetween(seconds, 0, 1e6);
}

function isBetween(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && value >= min && value <= max;
}

function isOutputDevice(value: unknown): value is OutputDevice {
  if (typeof value !== 'object' || value === null) return false;
  const { id, label } = value as Record<string, unknown>;
  return typeof id === 'string' && id !== '' && typeof label === 'string';
}

function isListeningKind(value: unknown): value is Listening['kind'] {
  return LISTENING_KINDS.includes(value);
}

/** Those that were kept before there were delays have none. */
function readRoutes(value: unknown): readonly DriverRoute[] | null {
  if (!Array.isArray(value) || value.length > MOST_OUTPUTS) return null;
  const routes = value.map((route: unknown) =>
    typeof route === 'object' ? { delaySeconds: 0, ...route } : route,
  );
  return routes.every(isRoute) ? routes : null;
}

function isRoute(value: unknown): value is DriverRoute {
  if (typeof value !== 'object' || value === null) return false;
  const { output, inverted, muted, trimDb, delaySeconds } = value as Record<string, unknown>;
  return (
    Number.isInteger(output) &&
    isBetween(output, 0, MOST_OUTPUTS - 1) &&
    typeof inverted === 'boolean' &&
    typeof muted === 'boolean' &&
    isBetween(trimDb, TRIM_RANGE_DB.min, TRIM_RANGE_DB.max) &&
    isBetween(delaySeconds, DELAY_RANGE_SECONDS.min, DELAY_RANGE_SECONDS.max)
  );
}

function isPairTrim(value: unknown): value is PairTrim {
  if (typeof value !== 'object' || value === null) return false;
  const { swapped, balanceDb } = value as Record<string, unknown>;
  return typeof swapped === 'boolean' && isBetween(balanceDb, BALANCE_RANGE_DB.min, BALANCE_RANGE_DB.max);
}

function isPair(value: unknown): value is LoudspeakerPair {
  if (typeof value !== 'object' || value === null) return false;
  const { spacingM, distanceM, offsetM = 0 } = value as Record<string, unknown>;
  return isBetween(spacingM, 0.05, 10) && isBetween(distanceM, 0.1, 20) && isBetween(offsetM, -10, 10);
}

function isRehearsal(value: unknown): value is Rehearsal {
  if (typeof value !== 'object' || value === null) return false;
  const { sampleRateHz, date, measured } = value as Record<string, unknown>;
  return (
    isBetween(sampleRateHz, 8000, 768_000) &&
    typeof date === 'string' &&
    !Number.isNaN(Date.parse(date)) &&
    Array.isArray(measured) &&
    measured.length >= 2 &&
    measured.every(isMeasuredLoad)
  );
}

function isMeasuredLoad(value: unknown): value is MeasuredLoad {
  if (typeof value !== 'object' || value === null) return false;
  const { size, share } = value as { size?: { outputs?: unknown; taps?: unknown } | null; share?: unknown };
  return isBetween(share, 1e-6, 1e3) && isBetween(size?.outputs, 1, 32) && isBetween(size?.taps, 1, 131_072);
}
