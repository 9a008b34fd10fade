import type { ThemeColours } from '../kit/index.ts';
import { BeamsLayer } from './beams-layer.ts';
import { ImageLayer } from './image-layer.ts';
import { RingsLayer } from './rings-layer.ts';
import type { StageScene } from './scene.ts';

/** What moves on the stage: beams, the sound's energy over azimuth, rings. Draws without making garbage. */
export class MovingStage {
  private readonly beams: BeamsLayer | null;
  private readonly image: ImageLayer;
  private readonly rings: RingsLayer;

  /** @param context in the stage's pixels */
  constructor(
    private readonly scene: StageScene,
    look: ThemeColours,
    private readonly context: OffscreenCanvasRenderingContext2D,
  ) {
    this.beams = scene.beams && new BeamsLayer(scene, scene.beams, look);
    this.image = new ImageLayer(scene, look, context);
    this.rings = new RingsLayer(scene, look);
  }

  /** @param image of a meter reading */
  draw(image: Float32Array, elapsedSeconds: number): void {
    this.clear();
    this.beams?.draw(this.context, image, elapsedSeconds);
    this.image.draw(this.context, image, elapsedSeconds);
    this.rings.draw(this.context, image, elapsedSeconds);
  }

  clear(): void {
    const { x, y, width, height } = this.scene.box;
    this.context.clearRect(x, y, width, height);
  }
}
