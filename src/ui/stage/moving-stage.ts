import type { MeterFrame } from '../meter-loop.ts';
import type { ThemeColours } from '../kit/index.ts';
import { BeamsLayer } from './beams-layer.ts';
import { ImageLayer } from './image-layer.ts';
import { RingsLayer } from './rings-layer.ts';
import type { StageScene } from './scene.ts';

/** What moves on the stage. Draws without making garbage, and takes no more of the page's thread than it must. */
export class MovingStage {
  private readonly beams: BeamsLayer | null;
  private readonly image: ImageLayer;
  private readonly rings: RingsLayer;
  private isEmpty = true;

  constructor(
    private readonly scene: StageScene,
    look: ThemeColours,
    private readonly context: CanvasRenderingContext2D,
  ) {
    this.beams = scene.beams && new BeamsLayer(scene, scene.beams, look, context);
    this.image = new ImageLayer(scene, look, context);
    this.rings = new RingsLayer(scene, look);
  }

  show({ reading, elapsedSeconds, resting, calm }: MeterFrame): void {
    // Where less motion is asked for nothing moves: figures stand in its place.
    const isStill = resting || calm;
    if (isStill && this.isEmpty) return;
    const { x, y, width, height } = this.scene.box;
    this.context.clearRect(x, y, width, height);
    this.isEmpty = isStill;
    if (isStill) return;
    this.beams?.draw(this.context, reading.image, elapsedSeconds);
    this.image.draw(this.context, reading.image, elapsedSeconds);
    this.rings.draw(this.context, reading.image, elapsedSeconds);
  }
}
