import type { StageBeams } from '../../store/index.ts';
import type { ThemeColours } from '../kit/index.ts';
import { beamRadius } from './beam-path.ts';
import { LevelMemory } from './level-memory.ts';
import { LiveBeams } from './live-beams.ts';
import type { StageScene } from './scene.ts';

const COLUMNS = ['left', 'right', 'centre'] as const;
const FORGET_DB_PER_SECOND = 3;
/** Of the power that a beam has for a full-scale input. */
const FAINTEST_DB = -62;

/** Plain, since a gradient takes a browser without a graphics card several times as long. */
const FILL_ALPHA = 0.09;

/** The beams as they are at this moment: as wide as the filters make them, as long as what plays. */
export class BeamsLayer {
  private readonly live: LiveBeams;
  private readonly loudest = new LevelMemory(FORGET_DB_PER_SECOND, FAINTEST_DB);
  /** Screen direction of each azimuth. */
  private readonly rightwards: Float32Array;
  private readonly downwards: Float32Array;

  constructor(
    private readonly scene: StageScene,
    beams: StageBeams,
    private readonly look: ThemeColours,
  ) {
    this.live = new LiveBeams(beams);
    this.rightwards = Float32Array.from(beams.azimuthDeg, (deg) => -Math.sin((deg * Math.PI) / 180));
    this.downwards = Float32Array.from(beams.azimuthDeg, (deg) => Math.cos((deg * Math.PI) / 180));
  }

  draw(context: OffscreenCanvasRenderingContext2D, image: Float32Array, elapsedSeconds: number): void {
    const reference = this.loudest.follow(this.live.weigh(image), elapsedSeconds);
    context.lineWidth = 1.5;
    context.lineJoin = 'round';
    COLUMNS.forEach((column, index) => {
      this.trace(context, index, reference);
      context.fillStyle = context.strokeStyle = this.look[column];
      context.globalAlpha = FILL_ALPHA;
      context.fill();
      context.globalAlpha = 1;
      context.stroke();
    });
  }

  private trace(context: OffscreenCanvasRenderingContext2D, column: number, reference: number): void {
    const { originPx, beamRadiusPx } = this.scene.frame;
    const azimuths = this.rightwards.length;
    context.beginPath();
    for (let a = 0; a < azimuths; a++) {
      const power = this.live.powers[column * azimuths + a]!;
      const radius = beamRadius(10 * Math.log10(power / reference), beamRadiusPx);
      context.lineTo(originPx.x + radius * this.rightwards[a]!, originPx.y + radius * this.downwards[a]!);
    }
    context.closePath();
  }
}
