/** A painter that has not come back by then is not waited for: it may have lost a frame. */
const PATIENCE_SECONDS = 1;

/** Told by a painting thread after every frame. */
export const PAINTED = 'painted';

/**
 * The page's end of a thread that paints on canvases it was given: filling so many pixels would hold the page up where there
 * is no graphics card. Where a browser lets no other thread paint, nothing is sent, and the canvases stay empty.
 */
export class Painter<Command> {
  private readonly worker: Worker | null;
  private isFree = true;
  private waitedSeconds = 0;

  constructor(start: () => Worker) {
    this.worker = 'transferControlToOffscreen' in HTMLCanvasElement.prototype ? start() : null;
    this.worker?.addEventListener('message', ({ data }: MessageEvent<typeof PAINTED>) => {
      if (data === PAINTED) this.isFree = true;
    });
  }

  /** A canvas for the page. @param gift sent with the end of it that is painted on */
  giveCanvas(gift: (canvas: OffscreenCanvas) => Command): HTMLCanvasElement {
    const element = document.createElement('canvas');
    element.setAttribute('aria-hidden', 'true');
    if (this.worker === null) return element;
    const canvas = element.transferControlToOffscreen();
    this.worker.postMessage(gift(canvas), [canvas]);
    return element;
  }

  send(command: Command): void {
    this.worker?.postMessage(command);
  }

  /**
   * To be asked before each frame.
   * @param now even if the painter is busy, for a frame that none follows
   * @returns seconds since the last that was sent, null while the painter is busy with it
   */
  takeTurn(elapsedSeconds: number, now = false): number | null {
    this.waitedSeconds += elapsedSeconds;
    if (!this.isFree && !now && this.waitedSeconds < PATIENCE_SECONDS) return null;
    const waited = this.waitedSeconds;
    this.waitedSeconds = 0;
    this.isFree = false;
    return waited;
  }

  dispose(): void {
    this.worker?.terminate();
  }
}
