import type { ThemeColours } from '../kit/index.ts';
import type { MeterFrame } from '../meter-loop.ts';
import { PAINTED, type PaintCommand } from './painting-protocol.ts';
import type { StageScene } from './scene.ts';

/** Finer than this is not seen in motion. */
const MOST_PIXELS = 2;
/** A painter that has not come back by then is not waited for: it may have lost a frame. */
const PATIENCE_SECONDS = 1;

/**
 * Paints what moves on the stage, on a thread of its own: filling so many pixels would hold the page up where there is no
 * graphics card. Where a browser lets no other thread paint, nothing moves, and the drawing below stays as it is.
 */
export class StagePainter {
  readonly canvas = document.createElement('canvas');
  private readonly worker: Worker | null;
  private isFree = true;
  private isEmpty = true;
  private waitedSeconds = 0;

  constructor() {
    this.canvas.setAttribute('aria-hidden', 'true');
    this.worker = startWorker();
    if (this.worker === null) return;
    this.worker.onmessage = ({ data }: MessageEvent<typeof PAINTED>) => {
      if (data === PAINTED) this.isFree = true;
    };
    const canvas = this.canvas.transferControlToOffscreen();
    this.worker.postMessage({ type: 'canvas', canvas } satisfies PaintCommand, [canvas]);
  }

  setScene(scene: StageScene, look: ThemeColours): void {
    const { x, y, width, height } = scene.box;
    Object.assign(this.canvas.style, {
      left: `${x}px`,
      top: `${y}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    this.send({ type: 'scene', scene, look, pixels: Math.min(MOST_PIXELS, window.devicePixelRatio) });
  }

  show({ reading, elapsedSeconds, resting, calm }: MeterFrame): void {
    // Where less motion is asked for nothing moves: figures stand in its place.
    if (resting || calm) return this.clear();
    this.waitedSeconds += elapsedSeconds;
    if (!this.isFree && this.waitedSeconds < PATIENCE_SECONDS) return;
    this.isFree = this.isEmpty = false;
    this.send({ type: 'frame', image: reading.image, elapsedSeconds: this.waitedSeconds });
    this.waitedSeconds = 0;
  }

  dispose(): void {
    this.worker?.terminate();
    this.canvas.remove();
  }

  private clear(): void {
    if (this.isEmpty) return;
    this.isEmpty = true;
    this.send({ type: 'clear' });
  }

  private send(command: PaintCommand): void {
    this.worker?.postMessage(command);
  }
}

function startWorker(): Worker | null {
  if (!('transferControlToOffscreen' in HTMLCanvasElement.prototype)) return null;
  return new Worker(new URL('./stage.worker.ts', import.meta.url), { type: 'module', name: 'stage' });
}
