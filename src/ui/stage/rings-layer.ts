import { IMAGE_TERM_COUNT, STAGE_BANDS_HZ } from '../../store/meter-reading.ts';
import type { ThemeColours } from '../kit/index.ts';
import { LevelMemory } from './level-memory.ts';
import type { StageScene } from './scene.ts';

const FORGET_DB_PER_SECOND = 3;
const FAINTEST_DB = -62;
/** Below the loudest of late: nothing of a ring is seen. */
const RANGE_DB = 24;
const COLUMN = { left: 0, right: 1, centre: 2 } as const;

/** A ring around whatever seems to sound, as wide as its level. */
export class RingsLayer {
  private readonly loudest = new LevelMemory(FORGET_DB_PER_SECOND, FAINTEST_DB);
  private readonly powers = new Float64Array(3);

  constructor(
    private readonly scene: StageScene,
    private readonly look: ThemeColours,
  ) {}

  draw(context: OffscreenCanvasRenderingContext2D, image: Float32Array, elapsedSeconds: number): void {
    const { powers } = this;
    powers.fill(0);
    for (let b = 0; b < STAGE_BANDS_HZ.length; b++) {
      for (let column = 0; column < powers.length; column++)
        powers[column]! += image[IMAGE_TERM_COUNT * b + column]!;
    }
    const reference = this.loudest.follow(Math.max(powers[0]!, powers[1]!, powers[2]!), elapsedSeconds);
    context.lineWidth = 1.5;
    for (const { at, radiusPx, column } of this.scene.sources) {
      const level = 1 + (10 * Math.log10(powers[COLUMN[column]]! / reference)) / RANGE_DB;
      if (!(level > 0)) continue;
      context.strokeStyle = this.look[column];
      context.globalAlpha = 0.85 * level;
      context.beginPath();
      context.arc(at.x, at.y, radiusPx * (1 + 0.6 * level), 0, 2 * Math.PI);
      context.stroke();
    }
    context.globalAlpha = 1;
  }
}
