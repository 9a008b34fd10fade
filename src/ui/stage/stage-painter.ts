import type { ThemeColours } from '../kit/index.ts';
import type { MeterFrame } from '../meter-loop.ts';
import { Painter } from '../painter.ts';
import type { PaintCommand } from './painting-protocol.ts';
import type { StageScene } from './scene.ts';

/** Finer than this is not seen in motion. */
const MOST_PIXELS = 2;

/** Has what moves on the stage painted, on a thread of its own; without one the drawing below stays as it is. */
export class StagePainter {
  readonly canvas: HTMLCanvasElement;
  private readonly painter = new Painter<PaintCommand>(startWorker);
  private isEmpty = true;

  constructor() {
    this.canvas = this.painter.giveCanvas((canvas) => ({ type: 'canvas', canvas }));
  }

  setScene(scene: StageScene, look: ThemeColours): void {
    const { x, y, width, height } = scene.box;
    Object.assign(this.canvas.style, {
      left: `${x}px`,
      top: `${y}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    const pixels = Math.min(MOST_PIXELS, window.devicePixelRatio);
    this.painter.send({ type: 'scene', scene, look, pixels });
  }

  show({ reading, elapsedSeconds, resting, calm }: MeterFrame): void {
    // Where less motion is asked for nothing moves: figures stand in its place.
    if (resting || calm) return this.clear();
    const waitedSeconds = this.painter.takeTurn(elapsedSeconds);
    if (waitedSeconds === null) return;
    this.isEmpty = false;
    this.painter.send({ type: 'frame', image: reading.image, elapsedSeconds: waitedSeconds });
  }

  dispose(): void {
    this.painter.dispose();
    this.canvas.remove();
  }

  private clear(): void {
    if (this.isEmpty) return;
    this.isEmpty = true;
    this.painter.send({ type: 'clear' });
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./stage.worker.ts', import.meta.url), { type: 'module', name: 'stage' });
}
