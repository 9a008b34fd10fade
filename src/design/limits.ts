import type { ComplexMatrices, Device, Vec3 } from '../acoustics/types.ts';
import { controlAt } from './grid.ts';

/** Why a target curve is not what is reached. */
export type LimitKind =
  /** Filters are handed over to the natural ones at the ends of the band. */
  | 'control-band'
  /** Neighbouring drivers are more than half a wavelength apart: bright and dark have become alike to them again. */
  | 'aliasing'
  /** Bright and dark are nearly one direction to the drivers: the wavelength is too long for them. */
  | 'one-direction'
  /** More would cost more than the effort cap. */
  | 'effort-cap'
  /** Within the cap, but no filter of these drivers goes further. */
  | 'exhausted'
  /** Nothing is missed: the natural filters reach more than is asked for. */
  | 'below-natural';

/** A band in which a target does not decide what is reached, and what it is worst or most typical at. */
export interface LimitedBand {
  readonly kind: LimitKind;
  readonly lowHz: number;
  readonly highHz: number;
  /** Where most is missing, or where the target is furthest below what is reached. */
  readonly atHz: number;
  /** dB missing there; below zero where more is reached than asked for. */
  readonly shortfallDb: number;
  /** Distance of neighbouring drivers there, in wavelengths; 0 for a lone driver. */
  readonly spacingWavelengths: number;
  /** Of a rigid sphere, there. */
  readonly ka: number | null;
}

/** A target and what became of it, one value per frequency; decibels, as realised. */
export interface TargetCurves {
  readonly frequenciesHz: Float64Array;
  readonly targetDb: ArrayLike<number>;
  readonly reachedDb: ArrayLike<number>;
  readonly effortDb: ArrayLike<number>;
  readonly maxEffortDb: number;
  /** How alike bright and dark are to the drivers, 0…1 (`likeness`). */
  readonly likeness: Float64Array;
}

/** Less than this is what realisation smooths, and nobody hears. */
const MISSED_DB = 1;
/** A realised filter passes its cap by some tenths between bins, and keeps as far below it. */
const AT_CAP_DB = 0.5;
/** To tell bright and dark this much alike apart, drivers give up 5 dB of what they radiate. */
const ALIKE = 0.7;
/** Bright and dark are alike again where their difference has fallen to this share of what it was at lower frequencies. */
const ALIKE_AGAIN = 0.7;
/** A band narrower than this is not one that a reader of a curve would see. */
const LEAST_OCTAVES = 1 / 8;

/**
 * Bands in which a target does not decide what is reached, each with its reason; from low to high.
 * @param device for neighbours' distances and ka
 */
export function limitedBands(curves: TargetCurves, device: Device, speedOfSoundMps: number): LimitedBand[] {
  const { frequenciesHz, targetDb, reachedDb } = curves;
  const spacings = Float64Array.from(
    frequenciesHz,
    (frequencyHz) => (neighbourSpacingM(device, frequencyHz) * frequencyHz) / speedOfSoundMps,
  );
  let apart = 0;
  const kinds = Array.from(frequenciesHz, (_, i) => {
    const difference = 1 - curves.likeness[i]!;
    apart = Math.max(apart, difference);
    return kindAt(curves, i, spacings[i]! >= 0.5, difference <= ALIKE_AGAIN * apart);
  });
  const radiusM = device.baffle.kind === 'rigid-sphere' ? device.baffle.radiusM : null;
  const isWide = ({ first, last }: Run): boolean =>
    Math.log2(frequenciesHz[last]! / frequenciesHz[first]!) >= LEAST_OCTAVES;
  return absorbed(runs(kinds), isWide).flatMap((run): LimitedBand[] => {
    if (!isWide(run)) return [];
    const { kind, first, last } = run;
    const [lowHz, highHz] = [frequenciesHz[first]!, frequenciesHz[last]!];
    let worst = first;
    const missed = (i: number): number => targetDb[i]! - reachedDb[i]!;
    for (let i = first; i <= last; i++) if (Math.abs(missed(i)) > Math.abs(missed(worst))) worst = i;
    const atHz = frequenciesHz[worst]!;
    const ka = radiusM === null ? null : (2 * Math.PI * atHz * radiusM) / speedOfSoundMps;
    return [
      { kind, lowHz, highHz, atHz, shortfallDb: missed(worst), spacingWavelengths: spacings[worst]!, ka },
    ];
  });
}

function kindAt(curves: TargetCurves, i: number, isSparse: boolean, isAlikeAgain: boolean): LimitKind | null {
  const missedDb = curves.targetDb[i]! - curves.reachedDb[i]!;
  if (missedDb < -MISSED_DB) return 'below-natural';
  if (missedDb <= MISSED_DB) return null;
  if (controlAt(curves.frequenciesHz[i]!) < 1) return 'control-band';
  const isAlike = curves.likeness[i]! >= ALIKE;
  const isAtCap = curves.effortDb[i]! >= curves.maxEffortDb - AT_CAP_DB;
  if (isSparse && (isAtCap ? isAlike && isAlikeAgain : true)) return 'aliasing';
  if (isAlike) return 'one-direction';
  return isAtCap ? 'effort-cap' : 'exhausted';
}

interface Run {
  readonly kind: LimitKind;
  readonly first: number;
  readonly last: number;
}

/** Runs of one kind, by their first and last index. */
function runs(kinds: readonly (LimitKind | null)[]): Run[] {
  const found: Run[] = [];
  for (let first = 0; first < kinds.length;) {
    const kind = kinds[first]!;
    let last = first;
    while (kinds[last + 1] === kind) last++;
    if (kind !== null) found.push({ kind, first, last });
    first = last + 1;
  }
  return found;
}

/** Narrow runs in which something is missing become part of such a one that they stand beside: a hole has one reason. */
function absorbed(found: readonly Run[], isWide: (run: Run) => boolean): Run[] {
  const kept: Run[] = [];
  for (const run of found) {
    const before = kept.at(-1);
    const joins =
      before?.last === run.first - 1 &&
      ![before.kind, run.kind].includes('below-natural') &&
      (before.kind === run.kind || !isWide(run) || !isWide(before));
    if (!joins || !before) kept.push(run);
    else
      kept[kept.length - 1] = {
        kind: isWide(run) ? run.kind : before.kind,
        first: before.first,
        last: run.last,
      };
  }
  return kept;
}

/**
 * How alike a bright and several dark directions are to the drivers: |a·b*|²/(‖a‖²‖b‖²), mean over the dark rows. At 1 one
 * row is the other times a number, and no filter tells them apart; 0 costs no effort at all.
 * @param bright (bins, 1, drivers)
 * @param dark (bins, rows, drivers)
 * @returns (bins)
 */
export function likeness(bright: ComplexMatrices, dark: ComplexMatrices): Float64Array {
  const { bins, columns: n } = bright;
  return Float64Array.from({ length: bins }, (_, bin) => {
    let sum = 0;
    for (let row = bin * dark.rows; row < (bin + 1) * dark.rows; row++) {
      let re = 0;
      let im = 0;
      let a2 = 0;
      let b2 = 0;
      for (let i = 0; i < n; i++) {
        const [a, b] = [bin * n + i, row * n + i];
        const [ar, ai, br, bi] = [bright.re[a]!, bright.im[a]!, dark.re[b]!, dark.im[b]!];
        re += ar * br + ai * bi;
        im += ai * br - ar * bi;
        a2 += ar * ar + ai * ai;
        b2 += br * br + bi * bi;
      }
      if (a2 > 0 && b2 > 0) sum += (re * re + im * im) / (a2 * b2) / dark.rows;
    }
    return sum;
  });
}

/**
 * Distance of neighbouring drivers: of each driver that plays at a frequency to the one nearest to it, the largest.
 * @returns metres; 0 where fewer than two play
 */
export function neighbourSpacingM({ drivers }: Device, frequencyHz: number): number {
  const playing = drivers.filter(
    ({ bandHz }) => !bandHz || (frequencyHz >= bandHz[0] && frequencyHz <= bandHz[1]),
  );
  const nearest = playing.map(({ positionM }, index) =>
    Math.min(
      ...playing.filter((_, other) => other !== index).map((other) => distance(positionM, other.positionM)),
    ),
  );
  return playing.length < 2 ? 0 : Math.max(...nearest);
}

function distance(a: Vec3, b: Vec3): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
