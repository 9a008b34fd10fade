import type { DesignDocument } from '../../store/index.ts';

/** Where the stage frame lies on the screen: the device above, its audience below, the audience's left on the left. */
export interface StageFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pxPerMetre: number;
  /** Screen position of the device's centre. */
  readonly originPx: Point;
  /** Radius at which the loudest level of a beam is drawn. */
  readonly beamRadiusPx: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Share of the listener's distance that the beams' loudest level reaches. */
const BEAM_REACH = 0.6;
/** Room for the words along the edges. */
const MARGIN_PX = { top: 24, bottom: 18, side: 24 } as const;
/** On a surface narrower than this the words stand above the drawing instead of beside it. */
const NARROW_PX = 560;
const NARROW_TOP_PX = 66;

/** Half the breadth of what must be in sight: drivers, virtual pair, beams. */
function halfBreadthM(document: DesignDocument, distanceM: number, beamRadiusM: number): number {
  const drivers = document.device.drivers.map(({ positionM }) => Math.abs(positionM[1]) + 0.05);
  const azimuthDeg = document.sides.virtualSpeakerAzimuthDeg ?? 0;
  const virtual = distanceM * Math.sin((azimuthDeg * Math.PI) / 180) + 0.12 * distanceM;
  return Math.max(beamRadiusM, virtual, ...drivers);
}

/** Fits device, beams, virtual pair and head into a surface of the given size, everything at one scale. */
export function frameStage(document: DesignDocument, widthPx: number, heightPx: number): StageFrame {
  const [front, left] = document.listener.positionM;
  const distanceM = Math.max(0.1, Math.hypot(front, left));
  const behindM = document.listener.headRadiusM * 1.9;
  const beamRadiusM = distanceM * BEAM_REACH;
  const heightM = beamRadiusM + distanceM + behindM;
  const halfWidthM = halfBreadthM(document, distanceM, beamRadiusM);
  const freeWidth = Math.max(1, widthPx - 2 * MARGIN_PX.side);
  const topPx = widthPx < NARROW_PX ? NARROW_TOP_PX : MARGIN_PX.top;
  const freeHeight = Math.max(1, heightPx - topPx - MARGIN_PX.bottom);
  const pxPerMetre = Math.min(freeWidth / (2 * halfWidthM), freeHeight / heightM);
  const slack = freeHeight - heightM * pxPerMetre;
  return {
    widthPx,
    heightPx,
    pxPerMetre,
    originPx: { x: widthPx / 2, y: topPx + slack / 2 + beamRadiusM * pxPerMetre },
    beamRadiusPx: beamRadiusM * pxPerMetre,
  };
}

/** Screen position of a place `[front, left]` in metres. */
export function toScreen(
  frame: Pick<StageFrame, 'originPx' | 'pxPerMetre'>,
  frontM: number,
  leftM: number,
): Point {
  return {
    x: frame.originPx.x - leftM * frame.pxPerMetre,
    y: frame.originPx.y + frontM * frame.pxPerMetre,
  };
}

/** Screen position in a direction from a place; azimuth 0° is towards the audience, positive to the audience's left. */
export function inDirection(from: Point, azimuthDeg: number, radiusPx: number): Point {
  const azimuth = (azimuthDeg * Math.PI) / 180;
  return { x: from.x - radiusPx * Math.sin(azimuth), y: from.y + radiusPx * Math.cos(azimuth) };
}

export interface StageSpeaker {
  readonly side: 'left' | 'right';
  readonly at: Point;
  /** Turn that makes a shape drawn facing down look at the head, degrees clockwise. */
  readonly turnDeg: number;
}

/** Azimuth of the real pair that a design is compared with. */
const REFERENCE_AZIMUTH_DEG = 30;

/**
 * The pair that the sides seem to come from, or the real one in its place: at ±azimuth as seen from the head, as far away
 * as the device.
 */
export function stageSpeakers(
  document: DesignDocument,
  frame: StageFrame,
  isReference: boolean,
): readonly StageSpeaker[] {
  const azimuthDeg = isReference ? REFERENCE_AZIMUTH_DEG : document.sides.virtualSpeakerAzimuthDeg;
  if (azimuthDeg === null) return [];
  const [front, left] = document.listener.positionM;
  const head = toScreen(frame, front, left);
  return ([1, -1] as const).map((sign) => {
    const azimuth = (sign * azimuthDeg * Math.PI) / 180;
    const [along, aside] = [Math.cos(azimuth), Math.sin(azimuth)];
    // From the head towards the device is (−front, −left); to that direction's left is (−left, front).
    const at = toScreen(frame, front - front * along - left * aside, left - left * along + front * aside);
    const turnDeg = (Math.atan2(at.x - head.x, head.y - at.y) * 180) / Math.PI;
    return { side: sign > 0 ? 'left' : 'right', at, turnDeg };
  });
}

const SCALE_STEPS_M = [0.05, 0.1, 0.2, 0.5, 1, 2, 5] as const;

/** The longest round length whose bar stays within `maxPx`. */
export function scaleBarM(pxPerMetre: number, maxPx: number): number {
  return SCALE_STEPS_M.findLast((lengthM) => lengthM * pxPerMetre <= maxPx) ?? SCALE_STEPS_M[0];
}
