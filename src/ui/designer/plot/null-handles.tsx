import type { ReactNode } from 'react';
import { pointAt, type PlotFrame } from '../../plots/plot-frame.ts';
import { degrees } from '../../plots/units.ts';
import { Handles } from './handles.tsx';
import { designerText } from '../../text/designer.ts';

const DRAG_STEP_DEG = 5;

/** An azimuth as the document takes it: above −180 and up to 180. */
function wrapped(azimuthDeg: number): number {
  const turned = ((azimuthDeg % 360) + 360) % 360;
  return turned > 180 ? turned - 360 : turned;
}

/** The nulls of a beam on its directivity map, to be dragged up and down. */
export function NullHandles(props: {
  readonly frame: PlotFrame;
  readonly azimuthsDeg: readonly number[];
  readonly onChange: (azimuthsDeg: readonly number[]) => void;
}): ReactNode {
  const { frame, azimuthsDeg, onChange } = props;
  const moveTo = (index: number, azimuthDeg: number): void =>
    onChange(azimuthsDeg.map((old, at) => (at === index ? wrapped(azimuthDeg) : old)));
  const [bottom, top] = frame.yRange;
  const handles = azimuthsDeg.map((azimuthDeg, index) => ({
    key: String(index),
    label: designerText.beam.null(index),
    valueText: degrees(azimuthDeg),
    value: azimuthDeg,
    min: -180,
    max: 180,
    at: {
      x: frame.leftPx + frame.widthPx,
      y: frame.topPx + ((top - azimuthDeg) / (top - bottom)) * frame.heightPx,
    },
    onDrag: (x: number, y: number) => {
      const level = Math.min(180, Math.max(-175, pointAt(frame, x, y).level));
      moveTo(index, Math.round(level / DRAG_STEP_DEG) * DRAG_STEP_DEG);
    },
    onStep: (right: number, up: number) => moveTo(index, azimuthDeg + right + up),
    onRemove: () => onChange(azimuthsDeg.filter((_, at) => at !== index)),
  }));
  return <Handles frame={frame} handles={handles} tone="null" />;
}
