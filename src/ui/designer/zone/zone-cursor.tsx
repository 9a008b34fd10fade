import type { ReactNode } from 'react';
import type { DesignDocument, ZoneMaps } from '../../../store/index.ts';
import type { PlotFrame } from '../../plots/plot-frame.ts';
import { steppedPlace } from '../../plots/zone-readings.ts';
import { zoneValue } from '../../plots/zone-value.ts';
import { zoneText as text } from '../../text/zone.ts';
import { Handles } from '../plot/handles.tsx';
import { figuresAt } from './zone-readings.tsx';
import type { ChoosingZone, ZonePoint } from './zone-tab.tsx';

/** The point of the map that is read: dragged, pressed at, or moved place by place with the arrow keys. */
export function ZoneCursor(
  props: ChoosingZone & {
    readonly frame: PlotFrame;
    readonly zone: ZoneMaps;
    readonly document: DesignDocument;
  },
): ReactNode {
  const { frame, zone, document, choice, onChoose } = props;
  const point = pointOf(choice.point, document);
  const value = figuresAt(zone, choice.point)[choice.quantity];
  const move = (next: ZonePoint): void => onChoose({ ...choice, point: next });
  const place = text.pointAt(point.frontM, point.leftM);
  const handle = {
    key: 'point',
    label: text.point,
    valueText: text.pointValue(place, text.quantities[choice.quantity], zoneValue(choice.quantity, value)),
    value: Number(point.frontM.toFixed(3)),
    min: zone.frontM[0],
    max: zone.frontM[zone.frontM.length - 1],
    at: pixelOfPoint(frame, point),
    onDrag: (x: number, y: number) => move(linearPoint(zone, frame, x, y)),
    // Up on the map is towards the device; its right is the audience's right.
    onStep: (right: number, up: number) => move(steppedPlace(zone, point, -up, -right)),
  };
  return <Handles frame={frame} handles={[handle]} tone="point" />;
}

export function pointOf(point: ZonePoint | null, { listener }: DesignDocument): ZonePoint {
  const [frontM, leftM] = listener.positionM;
  return point ?? { frontM, leftM };
}

function pixelOfPoint(frame: PlotFrame, { frontM, leftM }: ZonePoint): { x: number; y: number } {
  const [x0, x1] = frame.xRange;
  const [y0, y1] = frame.yRange;
  return {
    x: frame.leftPx + ((leftM - x0) / (x1 - x0)) * frame.widthPx,
    y: frame.topPx + (1 - (frontM - y0) / (y1 - y0)) * frame.heightPx,
  };
}

/** The place of a map that is nearest to a pixel of its plot. */
export function linearPoint(zone: ZoneMaps, frame: PlotFrame, x: number, y: number): ZonePoint {
  const [x0, x1] = frame.xRange;
  const [y0, y1] = frame.yRange;
  const under = {
    frontM: y0 + (1 - (y - frame.topPx) / frame.heightPx) * (y1 - y0),
    leftM: x0 + ((x - frame.leftPx) / frame.widthPx) * (x1 - x0),
  };
  return steppedPlace(zone, under, 0, 0);
}
