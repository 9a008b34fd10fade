import type { PlotFrame } from '../../plots/plot-frame.ts';
import type { AzimuthPlace, NullHandleKind } from './null-handles.tsx';

/** Shares of the radius: fingers need room between what is dragged in one direction. */
const RADIUS: Readonly<Record<NullHandleKind, number>> = { null: 1, width: 0.83, window: 0.66 };

/** Azimuths around a circle that fills a frame, the audience below and its left to the left. */
export function compassPlace({ leftPx, topPx, widthPx, heightPx }: PlotFrame): AzimuthPlace {
  const centre = { x: leftPx + widthPx / 2, y: topPx + heightPx / 2 };
  const rimPx = Math.min(widthPx, heightPx) / 2;
  return {
    pixelOf(azimuthDeg, kind) {
      const azimuth = (azimuthDeg * Math.PI) / 180;
      const radius = rimPx * RADIUS[kind];
      return { x: centre.x - radius * Math.sin(azimuth), y: centre.y + radius * Math.cos(azimuth) };
    },
    azimuthAt: (x, y) => (Math.atan2(centre.x - x, y - centre.y) * 180) / Math.PI,
  };
}
