import type { ReactNode } from 'react';
import type { NullSet } from '../../../store/index.ts';
import type { PlotFrame } from '../../plots/plot-frame.ts';
import { degrees } from '../../plots/units.ts';
import type { NullNames } from '../../text/nulls.ts';
import { nullsOf, WIDEST_DEG, withNewNull, withNull, withoutNull, wrapped } from '../null-edits.ts';
import { Handles, type Handle } from './handles.tsx';

/** One press of an arrow key is a degree; a pointer is less exact. */
const DRAG_STEP_DEG = 5;
/** A null that is added beside another one. */
const BESIDE_DEG = 30;
const WINDOW_DEG = { min: 5, max: 120 } as const;

export interface NullEditing {
  readonly names: NullNames;
  readonly nulls: NullSet;
  readonly onChange: (nulls: NullSet) => void;
  /** Nulls that stand mirrored to each other move as one. */
  readonly isMirrored: boolean;
  /** Half the listening window, where there is one. */
  readonly window?:
    | {
        readonly name: string;
        readonly deg: number;
        readonly onChange: (deg: number) => void;
      }
    | undefined;
}

/** What a handle is for; those of one direction stand beside each other. */
export type NullHandleKind = 'null' | 'width' | 'window';

/** A picture with azimuths in it. */
export interface AzimuthPlace {
  pixelOf(azimuthDeg: number, kind: NullHandleKind): { readonly x: number; readonly y: number };
  azimuthAt(x: number, y: number): number;
}

/** Nulls, their widths and the listening window, to be dragged on any picture with azimuths in it. */
export function NullHandles(
  props: NullEditing & { readonly frame: PlotFrame; readonly place: AzimuthPlace },
): ReactNode {
  return (
    <>
      <Handles frame={props.frame} handles={azimuthHandles(props)} tone="null" />
      <Handles frame={props.frame} handles={widthHandles(props)} tone="width" />
      {props.window && <Handles frame={props.frame} handles={windowHandles(props)} tone="window" />}
    </>
  );
}

type Placed = NullEditing & { readonly place: AzimuthPlace };

const snapped = (azimuthDeg: number): number => Math.round(azimuthDeg / DRAG_STEP_DEG) * DRAG_STEP_DEG;

function azimuthHandles({ names, nulls, onChange, isMirrored, place }: Placed): Handle[] {
  return nulls.nullAzimuthsDeg.map((azimuthDeg, index) => {
    const moveTo = (next: number): void => onChange(withNull(nulls, index, { azimuthDeg: next }, isMirrored));
    return {
      key: String(index),
      label: names.null(index),
      valueText: degrees(azimuthDeg),
      value: azimuthDeg,
      min: -180,
      max: 180,
      at: place.pixelOf(azimuthDeg, 'null'),
      onDrag: (x, y) => moveTo(snapped(place.azimuthAt(x, y))),
      onStep: (right, up) => moveTo(azimuthDeg + right + up),
      onAdd: () => onChange(withNewNull(nulls, azimuthDeg + BESIDE_DEG)),
      onRemove: () => onChange(withoutNull(nulls, index)),
    };
  });
}

function widthHandles({ names, nulls, onChange, isMirrored, place }: Placed): Handle[] {
  return nullsOf(nulls).map(({ azimuthDeg, widthDeg }, index) => {
    const widen = (next: number): void => {
      const clipped = Math.min(WIDEST_DEG, Math.max(0, next));
      onChange(withNull(nulls, index, { widthDeg: clipped }, isMirrored));
    };
    return {
      key: String(index),
      label: names.widthOf(index),
      valueText: degrees(widthDeg),
      value: widthDeg,
      min: 0,
      max: WIDEST_DEG,
      at: place.pixelOf(wrapped(azimuthDeg + widthDeg / 2), 'width'),
      onDrag: (x, y) => widen(2 * snapped(Math.abs(wrapped(place.azimuthAt(x, y) - azimuthDeg)))),
      onStep: (right, up) => widen(widthDeg + right + up),
    };
  });
}

function windowHandles({ window, place }: Placed): Handle[] {
  if (!window) return [];
  const { deg } = window;
  const widen = (next: number): void =>
    window.onChange(Math.min(WINDOW_DEG.max, Math.max(WINDOW_DEG.min, next)));
  return [
    {
      key: 'window',
      label: window.name,
      valueText: `±${degrees(deg)}`,
      value: deg,
      ...WINDOW_DEG,
      at: place.pixelOf(deg, 'window'),
      onDrag: (x, y) => widen(snapped(Math.abs(place.azimuthAt(x, y)))),
      onStep: (right, up) => widen(deg + right + up),
    },
  ];
}
