import type { StageBeams } from '../../store/index.ts';
import type { ThemeColours } from '../kit/index.ts';
import { beamRadius } from './beam-path.ts';
import type { StageFrame } from './geometry.ts';
import { LevelMemory } from './level-memory.ts';
import { LiveBeams } from './live-beams.ts';
import type { StageScene } from './scene.ts';

const COLUMNS = ['left', 'right', 'centre'] as const;
const FORGET_DB_PER_SECOND = 3;
/** Of the power that a beam has for a full-scale input. */
const FAINTEST_DB = -62;

/** The beams as they are at this moment: as wide as the filters make them, as long as what plays. */
export class BeamsLayer {
  private readonly live: LiveBeams;
  private readonly loudest = new LevelMemory(FORGET_DB_PER_SECOND, FAINTEST_DB);
  /** Screen direction of each azimuth. */
  private readonly rightwards: Float32Array;
  private readonly downwards: Float32Array;
  private readonly fills: readonly CanvasGradient[];

  constructor(
    private readonly scene: StageScene,
    beams: StageBeams,
    private readonly look: ThemeColours,
    context: CanvasRenderingContext2D,
  ) {
    this.fills = COLUMNS.map((column) => rimGradient(context, scene.frame, look[column]));
    this.live = new LiveBeams(beams);
    this.rightwards = Float32Array.from(beams.azimuthDeg, (deg) => -Math.sin((deg * Math.PI) / 180));
    this.downwards = Float32Array.from(beams.azimuthDeg, (deg) => Math.cos((deg * Math.PI) / 180));
  }

  draw(context: CanvasRenderingContext2D, image: Float32Array, elapsedSeconds: number): void {
    const reference = this.loudest.follow(this.live.weigh(image), elapsedSeconds);
    context.lineWidth = 1.5;
    context.lineJoin = 'round';
    COLUMNS.forEach((column, index) => {
      this.trace(context, index, reference);
      context.fillStyle = this.fills[index]!;
      context.fill();
      context.strokeStyle = this.look[column];
      context.stroke();
    });
  }

  private trace(context: CanvasRenderingContext2D, column: number, reference: number): void {
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

/** Clear in the middle, where everything overlaps, and tinted at the rim. */
function rimGradient(
  context: CanvasRenderingContext2D,
  { originPx: { x, y }, beamRadiusPx }: StageFrame,
  colour: string,
): CanvasGradient {
  const gradient = context.createRadialGradient(x, y, 0, x, y, beamRadiusPx);
  gradient.addColorStop(0.3, `color-mix(in srgb, ${colour} 4%, transparent)`);
  gradient.addColorStop(1, `color-mix(in srgb, ${colour} 32%, transparent)`);
  return gradient;
}
