import type { DesignDocument, StageBeams } from '../../store/index.ts';
import { BEYOND_DEG } from './energy-ridge.ts';
import { originalColumn } from './device-figure.tsx';
import { inDirection, type Point, type StageFrame, type StageSpeaker } from './geometry.ts';
import type { HeadPlace } from './listener-figure.tsx';

/** Which way to the ears is drawn. */
export type StageWay = 'original' | 'design' | 'pair';

type Column = 'left' | 'right' | 'centre';

/** A part of the drawing, in its pixels. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** All that the moving picture stands on: it changes with the design, the slot and the size, not with the sound. */
export interface StageScene {
  readonly frame: StageFrame;
  readonly head: HeadPlace;
  /** Where anything of it may be drawn. */
  readonly box: Box;
  /** Where left and right seem to come from, degrees to each side of the nose. */
  readonly pairDeg: number;
  /** How far from the head, pixels. */
  readonly reachPx: number;
  /** What radiates; null where it is not the device. */
  readonly beams: StageBeams | null;
  /** What rings with its level: loudspeakers, virtual or real, or drivers. */
  readonly sources: readonly { readonly at: Point; readonly radiusPx: number; readonly column: Column }[];
}

/** Where no pair is imitated each side is at one ear alone: it seems to come from there. */
const EAR_DEG = 90;

export interface SceneParts {
  readonly document: DesignDocument;
  readonly frame: StageFrame;
  readonly head: HeadPlace;
  readonly speakers: readonly StageSpeaker[];
  readonly way: StageWay;
  readonly beams: StageBeams | null;
}

export function sceneOf({ document, frame, head, speakers, way, beams }: SceneParts): StageScene {
  const { centre } = head;
  const reachPx = Math.hypot(centre.x - frame.originPx.x, centre.y - frame.originPx.y);
  const drivers = document.device.drivers.map(({ positionM: [front, left], radiusM }) => ({
    at: { x: frame.originPx.x - left * frame.pxPerMetre, y: frame.originPx.y + front * frame.pxPerMetre },
    radiusPx: Math.max(8, radiusM * frame.pxPerMetre + 4),
    column: originalColumn(left),
  }));
  const pair = speakers.map(({ at, side }) => ({ at, radiusPx: 20, column: side }));
  const pairDeg = way === 'original' ? driversDeg(drivers, head) : pairDegOf(document, way);
  return {
    frame,
    head,
    box: boxOf(frame, head, pairDeg),
    reachPx,
    beams,
    pairDeg,
    sources: way === 'original' ? drivers : pair,
  };
}

/** Room for the highest ridge and the largest spot around the circle of the loudspeakers. */
const MARGIN = { share: 0.2, px: 22 } as const;

/** Around the beams, and the part of the loudspeakers' circle where something can be heard: every pixel costs time. */
function boxOf(
  { originPx, beamRadiusPx, widthPx, heightPx }: StageFrame,
  { centre, noseDeg }: HeadPlace,
  pairDeg: number,
): Box {
  const reachPx = Math.hypot(centre.x - originPx.x, centre.y - originPx.y);
  const margin = reachPx * MARGIN.share + MARGIN.px;
  const points = [-pairDeg - BEYOND_DEG, 0, pairDeg + BEYOND_DEG].map((deg) =>
    inDirection(centre, noseDeg - deg, reachPx),
  );
  const rim = beamRadiusPx + 2;
  const span = (axis: 'x' | 'y', endPx: number): [number, number] => {
    const values = points.map((point) => point[axis]);
    const least = Math.min(originPx[axis] - rim, Math.min(...values) - margin);
    const most = Math.max(originPx[axis] + rim, Math.max(...values) + margin);
    return [Math.max(0, Math.floor(least)), Math.min(endPx, Math.ceil(most))];
  };
  const [left, right] = span('x', widthPx);
  const [top, bottom] = span('y', heightPx);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function pairDegOf(document: DesignDocument, way: StageWay): number {
  return way === 'pair' ? 30 : (document.sides.virtualSpeakerAzimuthDeg ?? EAR_DEG);
}

/** Mean angle of the drivers off the middle, as the head sees them. */
function driversDeg(
  drivers: readonly { readonly at: Point; readonly column: Column }[],
  { centre, noseDeg }: HeadPlace,
): number {
  const angles = drivers
    .filter(({ column }) => column !== 'centre')
    .map(({ at }) => {
      const turned = (Math.atan2(centre.x - at.x, at.y - centre.y) * 180) / Math.PI - noseDeg;
      return Math.abs(((turned + 540) % 360) - 180);
    });
  return angles.length === 0 ? 0 : angles.reduce((a, b) => a + b, 0) / angles.length;
}
