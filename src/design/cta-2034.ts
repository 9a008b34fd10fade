import type { Vec3 } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import { directionalPowers, towards, type Weights } from './sound-source.ts';

/** Curves of ANSI/CTA-2034-A from 70 directions on two orbits; dB relative to a monopole at 1 m for drive 1. */
export interface Cta2034Curves {
  readonly onAxisDb: Float64Array;
  readonly listeningWindowDb: Float64Array;
  readonly earlyReflectionsDb: Float64Array;
  readonly soundPowerDb: Float64Array;
  /** Listening window over early reflections. */
  readonly earlyReflectionsIndexDb: Float64Array;
  /** Listening window over sound power. */
  readonly soundPowerIndexDb: Float64Array;
}

/** Where the standard measures, at least. */
const DISTANCE_M = 2;
const SILENCE = 1e-30;

/** Degrees from the axis on one orbit. */
interface Place {
  readonly orbit: 'horizontal' | 'vertical';
  /** Positive to the left, or up. */
  readonly angleDeg: number;
}

const across = (...angles: number[]): Place[] =>
  angles.map((angleDeg) => ({ orbit: 'horizontal', angleDeg }));
const upright = (...angles: number[]): Place[] => angles.map((angleDeg) => ({ orbit: 'vertical', angleDeg }));
const both = (from: number, to: number): number[] =>
  Array.from({ length: (to - from) / 10 + 1 }, (_, i) => from + 10 * i).flatMap((angle) =>
    angle === 0 || angle === 180 ? [angle] : [angle, -angle],
  );

/** 36 directions around and 34 over the device; the axis and its opposite are on both orbits and count once. */
const PLACES: readonly Place[] = [...across(...both(0, 180)), ...upright(...both(10, 170))];
const LISTENING_WINDOW = [...across(...both(0, 30)), ...upright(10, -10)];
const REFLECTIONS = {
  floor: upright(-20, -30, -40),
  ceiling: upright(40, 50, 60),
  front: across(...both(0, 30)),
  side: across(...both(40, 80)),
  rear: across(...both(90, 180)),
};
/** Share of the sphere that stands for a direction 0°, 10°, … 90° from the axis or its opposite, appendix C. */
const AREAS = [
  0.000604486, 0.004730189, 0.008955027, 0.012387354, 0.014989611, 0.016868154, 0.018165962, 0.019006744,
  0.019477787, 0.019629373,
];
/** The areas as printed add up to 0.9964. */
const WHOLE = PLACES.reduce((sum, place) => sum + areaOf(place), 0);

/** The 70 directions as unit vectors. */
export function cta2034Directions(): Vec3[] {
  return PLACES.map(({ orbit, angleDeg }) => {
    if (orbit === 'horizontal') return towards(angleDeg, 0);
    const angle = (angleDeg * Math.PI) / 180;
    return [Math.cos(angle), 0, Math.sin(angle)];
  });
}

/** @param powers direction d at frequency f at `f * 70 + d`, directions as in `cta2034Directions` */
export function cta2034FromPowers(powers: Float64Array): Cta2034Curves {
  const bins = powers.length / PLACES.length;
  const curve = (power: (at: (place: Place) => number) => number): Float64Array =>
    Float64Array.from({ length: bins }, (_, bin) => {
      const at = (place: Place): number => powers[bin * PLACES.length + indexOf(place)]!;
      return 10 * Math.log10(power(at) + SILENCE);
    });
  const listeningWindowDb = curve((at) => mean(LISTENING_WINDOW.map(at)));
  const earlyReflectionsDb = curve((at) =>
    mean(Object.values(REFLECTIONS).map((places) => mean(places.map(at)))),
  );
  const soundPowerDb = curve((at) =>
    PLACES.reduce((sum, place) => sum + (areaOf(place) * at(place)) / WHOLE, 0),
  );
  return {
    onAxisDb: curve((at) => at(PLACES[0]!)),
    listeningWindowDb,
    earlyReflectionsDb,
    soundPowerDb,
    earlyReflectionsIndexDb: listeningWindowDb.map((db, bin) => db - earlyReflectionsDb[bin]!),
    soundPowerIndexDb: listeningWindowDb.map((db, bin) => db - soundPowerDb[bin]!),
  };
}

/** The curves of what radiates, 2 m from the device, or as far as it needs to be to be clear of the drivers. */
export function cta2034(
  document: DesignDocument,
  weights: Weights,
  frequenciesHz: Float64Array,
): Cta2034Curves {
  const extentM = Math.max(...document.device.drivers.map(({ positionM }) => Math.hypot(...positionM)));
  const distanceM = Math.max(DISTANCE_M, 1.5 * extentM);
  return cta2034FromPowers(
    directionalPowers(document, weights, cta2034Directions(), frequenciesHz, distanceM),
  );
}

function areaOf({ angleDeg }: Place): number {
  const fromAxis = Math.abs(angleDeg);
  return AREAS[Math.min(fromAxis, 180 - fromAxis) / 10]!;
}

function indexOf({ orbit, angleDeg }: Place): number {
  return PLACES.findIndex((place) => place.orbit === orbit && place.angleDeg === angleDeg);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
