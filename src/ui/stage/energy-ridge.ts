import type { SoundImage } from './sound-image.ts';
import { shareOf } from './level-memory.ts';

/** Half of what is drawn: behind the ears nothing is placed. */
const WIDEST_DEG = 105;
const STEP_DEG = 1.5;
const POINTS = (2 * WIDEST_DEG) / STEP_DEG + 1;
/** A source's breadth: about what the ear tells apart to the side. */
const SPREAD_DEG = 4;
/** Beyond the pair there is nothing but the sources' own breadth. */
export const BEYOND_DEG = 3 * SPREAD_DEG;
const REACH = Math.ceil((3 * SPREAD_DEG) / STEP_DEG);
const RISE_SECONDS = 0.03;
const FALL_SECONDS = 0.16;

/** Energy over azimuth as the listener would point to it: rises at once and falls slower. */
export class EnergyRidge {
  /** Ascending, positive to the left. */
  static readonly azimuthsDeg: readonly number[] = Array.from(
    { length: POINTS },
    (_, i) => STEP_DEG * i - WIDEST_DEG,
  );

  /** Mean square in a step of azimuth. */
  readonly energies = new Float64Array(POINTS);
  private readonly now = new Float64Array(POINTS);
  private readonly kernel: Float64Array;

  constructor() {
    const shape = Array.from({ length: 2 * REACH + 1 }, (_, k) => {
      const steps = (STEP_DEG * (k - REACH)) / SPREAD_DEG;
      return Math.exp(-0.5 * steps * steps);
    });
    const sum = shape.reduce((a, b) => a + b, 0);
    this.kernel = Float64Array.from(shape, (value) => value / sum);
  }

  /** @returns the largest of the energies */
  move({ azimuthsDeg, energies }: SoundImage, elapsedSeconds: number): number {
    const { now } = this;
    now.fill(0);
    for (let i = 0; i < energies.length; i++) if (energies[i]! > 0) this.add(azimuthsDeg[i]!, energies[i]!);
    const rise = shareOf(elapsedSeconds, RISE_SECONDS);
    const fall = shareOf(elapsedSeconds, FALL_SECONDS);
    let largest = 0;
    for (let i = 0; i < POINTS; i++) {
      const step = now[i]! - this.energies[i]!;
      this.energies[i]! += (step > 0 ? rise : fall) * step;
      largest = Math.max(largest, this.energies[i]!);
    }
    return largest;
  }

  private add(azimuthDeg: number, energy: number): void {
    const middle = Math.round((azimuthDeg + WIDEST_DEG) / STEP_DEG);
    for (let k = -REACH; k <= REACH; k++) {
      const at = middle + k;
      if (at >= 0 && at < POINTS) this.now[at]! += energy * this.kernel[k + REACH]!;
    }
  }
}
