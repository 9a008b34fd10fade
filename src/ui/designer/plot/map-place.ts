import { pointAt, type PlotFrame } from '../../plots/plot-frame.ts';
import type { AzimuthPlace, NullHandleKind } from './null-handles.tsx';

/** From the right edge of the map, px: fingers need room between them. */
const INSET_PX: Readonly<Record<NullHandleKind, number>> = { null: 0, width: 34, window: 68 };

/** Azimuths on a map whose y they are. */
export function mapPlace(frame: PlotFrame): AzimuthPlace {
  const [bottom, top] = frame.yRange;
  return {
    pixelOf: (azimuthDeg, kind) => ({
      x: frame.leftPx + frame.widthPx - INSET_PX[kind],
      y: frame.topPx + ((top - azimuthDeg) / (top - bottom)) * frame.heightPx,
    }),
    // Straight behind is at both ends; the upper one is what the document calls it.
    azimuthAt: (x, y) => Math.min(180, Math.max(-175, pointAt(frame, x, y).level)),
  };
}
