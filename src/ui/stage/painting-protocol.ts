/**
 * Between the page and the thread that paints what moves on the stage. The page gives its canvas away, then scenes whenever
 * they change, and an image for every frame that the painter is free for; the painter tells when it is free again.
 */
import type { ThemeColours } from '../kit/index.ts';
import type { StageScene } from './scene.ts';

export type PaintCommand =
  | { readonly type: 'canvas'; readonly canvas: OffscreenCanvas }
  | {
      readonly type: 'scene';
      readonly scene: StageScene;
      readonly look: ThemeColours;
      /** Of the canvas in each of the stage's. */
      readonly pixels: number;
    }
  | { readonly type: 'frame'; readonly image: Float32Array; readonly elapsedSeconds: number }
  | { readonly type: 'clear' };
