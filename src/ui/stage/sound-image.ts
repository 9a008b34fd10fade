import { IMAGE_TERM_COUNT, IMAGE_TERMS, STAGE_BANDS_HZ } from '../../store/meter-reading.ts';
import { Principal } from './principal.ts';

const RADIANS = Math.PI / 180;

/** Places of a band: what is panned, then what left, right and centre have to themselves. */
export const PLACES = 4;
export const PANNED = 0;

/**
 * Where the energy of left, right and centre stands between a pair of loudspeakers, band by band: left and right at the
 * pair, the centre before the listener, and what they have in common where it is panned to. That is the band's principal
 * component as far as it stands out from the rest (the difference of the two largest eigenvalues), at the angle of its
 * amplitudes' sum (the law of tangents); all the rest stays in its own channel. No energy is lost or added. Its weakness:
 * of two sources that share a band only the stronger is panned.
 */
export class SoundImage {
  /** (bands, PLACES), degrees, positive to the left. */
  readonly azimuthsDeg = new Float64Array(PLACES * STAGE_BANDS_HZ.length);
  /** (bands, PLACES), mean squares. */
  readonly energies = new Float64Array(PLACES * STAGE_BANDS_HZ.length);
  private readonly principal = new Principal();

  /**
   * @param image of a meter reading
   * @param pairDeg where left and right stand, ± so many degrees
   */
  place(image: Float32Array, pairDeg: number): void {
    for (let b = 0; b < STAGE_BANDS_HZ.length; b++)
      this.placeBand(image, IMAGE_TERM_COUNT * b, PLACES * b, pairDeg);
  }

  private placeBand(image: Float32Array, from: number, to: number, pairDeg: number): void {
    const { azimuthsDeg, energies, principal } = this;
    const left = image[from + IMAGE_TERMS.left]!;
    const right = image[from + IMAGE_TERMS.right]!;
    const centre = image[from + IMAGE_TERMS.centre]!;
    principal.solve(
      left,
      right,
      centre,
      image[from + IMAGE_TERMS.leftRight]!,
      image[from + IMAGE_TERMS.leftCentre]!,
      image[from + IMAGE_TERMS.rightCentre]!,
    );
    const [l, r, c] = inPhase(principal.vector);
    const standsOut = Math.max(0, principal.largest - principal.second);
    const aside = (l - r) * Math.sin(pairDeg * RADIANS);
    const ahead = (l + r) * Math.cos(pairDeg * RADIANS) + c;
    azimuthsDeg[to + PANNED] = Math.atan2(aside, ahead) / RADIANS;
    azimuthsDeg[to + 1] = pairDeg;
    azimuthsDeg[to + 2] = -pairDeg;
    azimuthsDeg[to + 3] = 0;
    energies[to + PANNED] = standsOut * (l * l + r * r + c * c);
    energies[to + 1] = Math.max(0, left - standsOut * l * l);
    energies[to + 2] = Math.max(0, right - standsOut * r * r);
    energies[to + 3] = Math.max(0, centre - standsOut * c * c);
  }
}

const PHASED: [number, number, number] = [0, 0, 0];

/** Amplitudes that have the sign of the largest; what is against it pans nothing. The same array every time. */
function inPhase(vector: Float64Array): readonly [number, number, number] {
  let largest = 0;
  for (let i = 0; i < 3; i++) if (Math.abs(vector[i]!) > Math.abs(largest)) largest = vector[i]!;
  const sign = largest < 0 ? -1 : 1;
  for (let i = 0; i < 3; i++) PHASED[i] = Math.max(0, sign * vector[i]!);
  return PHASED;
}
