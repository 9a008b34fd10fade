import { earDirections } from '../acoustics/head.ts';
import type { HeadRatios } from '../acoustics/head.ts';
import type { ComplexMatrices, Listener, Vec3 } from '../acoustics/types.ts';
import { directionOf, dot, FRONT, length, subtract } from '../acoustics/vectors.ts';
import { shellPower, spherePower } from './diffuse-field.ts';
import { directionWeights } from './direction-weights.ts';
import { shellAt, type HeadSet, type HeadShell } from './head-set.ts';

/** Radius of the sphere around which waves are taken to reach the ears, for aligning neighbours: any human head will do. */
const ALIGNING_RADIUS_M = 0.0875;
/** Keeps the logarithm of silence finite. */
const SILENCE = 1e-150;

/** A source as a head sees it: unit vector to the nose, to the left ear, up. */
export function seenFrom(centreM: Vec3, sourceM: Vec3): Vec3 {
  const towards = directionOf(subtract(sourceM, centreM), FRONT);
  const [left] = earDirections(centreM, 90);
  const [nose] = earDirections(centreM, 0);
  return [dot(towards, nose), dot(towards, left), towards[2]];
}

/**
 * When a plane wave reaches an ear, in seconds after it would have passed the head's centre: straight to the near side, around
 * the far one (Woodworth).
 * @param sine of the angle of the wave's source towards that ear
 */
function arrivalSeconds(sine: number, speedOfSoundMps: number): number {
  const travel = ALIGNING_RADIUS_M / speedOfSoundMps;
  return sine > 0 ? -travel * sine : travel * Math.asin(Math.min(1, -sine));
}

/** Spectra of a shell's responses at some frequencies, each made when it is first asked for. */
class ShellSpectra {
  private readonly kept = new Map<number, { readonly re: Float64Array; readonly im: Float64Array }>();
  /** (frequencies,) what brings the shell's diffuse-field response to that of the sphere. */
  readonly gains: Float64Array;

  constructor(
    private readonly set: HeadSet,
    readonly shell: HeadShell,
    readonly frequenciesHz: Float64Array,
    listener: Listener,
    speedOfSoundMps: number,
  ) {
    const measured = shellPower(shell, set.taps, set.sampleRateHz, frequenciesHz);
    const sphere = spherePower(shell, listener, frequenciesHz, speedOfSoundMps);
    this.gains = sphere.map((power, bin) => Math.sqrt(power / measured[bin]!));
  }

  /** @param row direction × 2 + ear */
  at(row: number): { readonly re: Float64Array; readonly im: Float64Array } {
    const spectrum = this.kept.get(row) ?? this.transform(row);
    this.kept.set(row, spectrum);
    return spectrum;
  }

  /** The transform at every frequency, phase turned from tap to tap. */
  private transform(row: number): { re: Float64Array; im: Float64Array } {
    const { taps, sampleRateHz } = this.set;
    const taken = this.shell.responses.subarray(row * taps, (row + 1) * taps);
    const late = this.shell.delays[row]!;
    const re = new Float64Array(this.frequenciesHz.length);
    const im = new Float64Array(this.frequenciesHz.length);
    this.frequenciesHz.forEach((hz, bin) => {
      const turn = (2 * Math.PI * hz) / sampleRateHz;
      const [cosine, sine] = [Math.cos(turn), -Math.sin(turn)];
      let [x, y] = [Math.cos(turn * late), -Math.sin(turn * late)];
      for (const tap of taken) {
        re[bin]! += tap * x;
        im[bin]! += tap * y;
        [x, y] = [x * cosine - y * sine, x * sine + y * cosine];
      }
    });
    return { re, im };
  }
}

/**
 * A measured head in the place of the sphere: pressure at its ears in any direction, relative to the head's centre.
 *
 * Between measured directions (`directionWeights`) neighbours are brought into time by the delay around a sphere and averaged:
 * levels in dB, phases as the sum of what is aligned; then the direction's own delay is put back. A measured direction is
 * given as it was measured. Levels are equalised in common for all directions and both ears, so that the mean power over the
 * directions is that of the listener's sphere: microphone, ear canal and the loudspeaker that was measured with drop out,
 * what is between the ears stays. What all directions are late by stays too.
 * Weakness: the distance is the one that was measured at; nearer sources are louder in the near ear than told here.
 */
export function measuredHead(set: HeadSet): HeadRatios {
  let last: { readonly spectra: ShellSpectra; readonly listener: Listener; readonly c: number } | null = null;

  function spectraFor(
    distanceM: number,
    listener: Listener,
    frequenciesHz: Float64Array,
    c: number,
  ): ShellSpectra {
    const shell = shellAt(set, distanceM);
    const isLast =
      last?.spectra.shell === shell &&
      last.c === c &&
      last.listener.headRadiusM === listener.headRadiusM &&
      last.listener.earAzimuthDeg === listener.earAzimuthDeg &&
      last.spectra.frequenciesHz.length === frequenciesHz.length &&
      last.spectra.frequenciesHz.every((hz, bin) => hz === frequenciesHz[bin]);
    if (!isLast) last = { spectra: new ShellSpectra(set, shell, frequenciesHz, listener, c), listener, c };
    return last!.spectra;
  }

  return (sourcesM, centreM, listener, frequenciesHz, c) => {
    const spectra = spectraFor(length(centreM), listener, frequenciesHz, c);
    const bins = frequenciesHz.length;
    const rows = 2 * sourcesM.length;
    const ratios: ComplexMatrices = {
      bins,
      rows,
      columns: 1,
      re: new Float64Array(bins * rows),
      im: new Float64Array(bins * rows),
    };
    sourcesM.forEach((sourceM, at) => {
      const seen = seenFrom(centreM, sourceM);
      [0, 1].forEach((ear) => interpolate(spectra, seen, ear, c, ratios, ear * sourcesM.length + at));
    });
    return ratios;
  };
}

function interpolate(
  spectra: ShellSpectra,
  seen: Vec3,
  ear: number,
  speedOfSoundMps: number,
  out: ComplexMatrices,
  row: number,
): void {
  const { directions } = spectra.shell;
  const { indices, weights } = directionWeights(directions, seen);
  const arrival = (left: number) => arrivalSeconds(ear === 0 ? left : -left, speedOfSoundMps);
  const late = arrival(seen[1]);
  const corners = indices.map((index, i) => ({
    ...spectra.at(2 * index + ear),
    weight: weights[i]!,
    early: arrival(directions[3 * index + 1]!) - late,
  }));
  spectra.frequenciesHz.forEach((hz, bin) => {
    let [sumRe, sumIm, level] = [0, 0, 0];
    for (const { re, im, weight, early } of corners) {
      const turn = 2 * Math.PI * hz * early;
      const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
      const size = Math.hypot(re[bin]!, im[bin]!);
      sumRe += weight * (re[bin]! * cosine - im[bin]! * sine);
      sumIm += weight * (re[bin]! * sine + im[bin]! * cosine);
      level += weight * Math.log(Math.max(size, SILENCE));
    }
    const sum = Math.hypot(sumRe, sumIm);
    const scale = (spectra.gains[bin]! * Math.exp(level)) / Math.max(sum, SILENCE);
    out.re[bin * out.rows + row] = scale * sumRe;
    out.im[bin * out.rows + row] = scale * sumIm;
  });
}
