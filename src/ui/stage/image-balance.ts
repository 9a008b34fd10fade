import { IMAGE_TERM_COUNT, IMAGE_TERMS, STAGE_BANDS_HZ } from '../../store/meter-reading.ts';
import { shareOf } from './level-memory.ts';

/** Where most of the sound is, in the few words that a listener needs who does not see it. */
export type Balance = 'silent' | 'left' | 'right' | 'middle' | 'apart' | 'spread';

/** So much of the energy makes a place the place. */
const MOST = 0.65;
/** Full-scale sines have −3; below this nothing is heard. */
const SILENT_DB = -65;
const AVERAGING_SECONDS = 2;

/** Mean squares of left, right and centre over all bands, averaged over seconds. */
export class ImageBalance {
  /** Left, right, centre. */
  readonly powers = new Float64Array(3);

  move(image: Float32Array, elapsedSeconds: number): void {
    const share = shareOf(elapsedSeconds, AVERAGING_SECONDS);
    for (const term of [IMAGE_TERMS.left, IMAGE_TERMS.right, IMAGE_TERMS.centre]) {
      let sum = 0;
      for (let b = 0; b < STAGE_BANDS_HZ.length; b++) sum += image[IMAGE_TERM_COUNT * b + term]!;
      this.powers[term]! += share * (sum - this.powers[term]!);
    }
  }

  reset(): void {
    this.powers.fill(0);
  }

  levelDb(term: number): number {
    return 10 * Math.log10(this.powers[term]!);
  }

  get balance(): Balance {
    const [left, right, centre] = this.powers as unknown as [number, number, number];
    const sum = left + right + centre;
    if (!(10 * Math.log10(sum) > SILENT_DB)) return 'silent';
    if (left > MOST * sum) return 'left';
    if (right > MOST * sum) return 'right';
    if (centre > MOST * sum) return 'middle';
    return left + right > MOST * sum ? 'apart' : 'spread';
  }
}
