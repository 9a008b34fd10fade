import type { StageBeams } from '../../store/index.ts';
import { IMAGE_TERM_COUNT, STAGE_BANDS_HZ } from '../../store/meter-reading.ts';

const COLUMNS = 3;

/** What the filters send in each direction of what plays now: left, right and centre by bands, times their directivity. */
export class LiveBeams {
  /** (columns, azimuths): mean squares times the power of a monopole at 1 m. */
  readonly powers: Float32Array;

  constructor(readonly beams: StageBeams) {
    this.powers = new Float32Array(COLUMNS * beams.azimuthDeg.length);
  }

  /** @param image of a meter reading @returns the largest of the powers */
  weigh(image: Float32Array): number {
    const { powers } = this;
    const { azimuthDeg, bandPowers } = this.beams;
    const azimuths = azimuthDeg.length;
    const bands = STAGE_BANDS_HZ.length;
    powers.fill(0);
    for (let column = 0; column < COLUMNS; column++) {
      const to = column * azimuths;
      for (let b = 0; b < bands; b++) {
        const level = image[IMAGE_TERM_COUNT * b + column]!;
        const from = (column * bands + b) * azimuths;
        for (let a = 0; a < azimuths; a++) powers[to + a]! += level * bandPowers[from + a]!;
      }
    }
    let largest = 0;
    for (let i = 0; i < powers.length; i++) largest = Math.max(largest, powers[i]!);
    return largest;
  }
}
