import { useId, type ReactNode } from 'react';
import type { DesignDocument, HeardAs, StageBeams } from '../../store/index.ts';
import { stageText } from '../text/index.ts';
import { beamPath } from './beam-path.ts';
import { isPlain, originalColumn } from './device-figure.tsx';
import { toScreen, type Point, type StageFrame, type StageSpeaker } from './geometry.ts';
import type { HeadPlace } from './listener-figure.tsx';
import styles from './figures.module.css';

const COLUMNS = ['left', 'right', 'centre'] as const;
const CABINET_SHARE = 0.075;
const CABINET_RANGE_PX = [18, 40] as const;

/** What the filters, or the drivers themselves, radiate of left, right and centre. */
export function Beams(props: { readonly beams: StageBeams; readonly frame: StageFrame }): ReactNode {
  const gradientId = useId();
  const { originPx, beamRadiusPx } = props.frame;
  return (
    <g className={styles.beams}>
      {COLUMNS.map((column) => (
        <radialGradient
          key={column}
          id={`${gradientId}${column}`}
          className={styles[column]}
          gradientUnits="userSpaceOnUse"
          cx={originPx.x}
          cy={originPx.y}
          r={beamRadiusPx}
        >
          <stop className={styles.beamCore} offset="0.55" />
          <stop className={styles.beamRim} offset="1" />
        </radialGradient>
      ))}
      {COLUMNS.map((column, index) => (
        <path
          key={column}
          className={`${styles.beam} ${styles[column]}`}
          d={beamPath(props.beams, index, originPx, beamRadiusPx)}
          fill={`url(#${gradientId}${column})`}
        />
      ))}
    </g>
  );
}

/** A loudspeaker of the virtual pair, or of the real one, looking at the head. */
export function SpeakerFigure(props: {
  readonly speaker: StageSpeaker;
  readonly frame: StageFrame;
  readonly heardAs: HeardAs;
}): ReactNode {
  const { side, at, turnDeg } = props.speaker;
  const wanted = CABINET_SHARE * props.frame.heightPx;
  const size = Math.min(CABINET_RANGE_PX[1], Math.max(CABINET_RANGE_PX[0], wanted));
  const half = size / 2;
  const sign = side === 'left' ? -1 : 1;
  return (
    <g className={`${styles.virtual} ${styles[side]}`} data-heard={!isPlain(props.heardAs)}>
      <g transform={`translate(${at.x} ${at.y}) rotate(${turnDeg})`}>
        <rect
          className={styles.cabinet}
          x={-half * 0.8}
          y={-half}
          width={half * 1.6}
          height={size * 0.75}
          rx={3}
        />
        <path
          className={styles.cone}
          d={`M${-half * 0.45} ${half * 0.5}A${half * 0.5} ${half * 0.5} 0 0 0 ${half * 0.45} ${half * 0.5}`}
        />
      </g>
      <text
        className={styles.side}
        x={at.x + sign * (half + 12)}
        y={at.y - 2}
        textAnchor={sign < 0 ? 'end' : 'start'}
        dominantBaseline="central"
      >
        {stageText.legend[side]}
      </text>
    </g>
  );
}

/** Lines from what seems to sound to the ears it reaches: one ear each for the design, both for all that is real. */
export function EarPaths(props: {
  readonly document: DesignDocument;
  readonly frame: StageFrame;
  readonly head: HeadPlace;
  readonly speakers: readonly StageSpeaker[];
  readonly heardAs: HeardAs;
}): ReactNode {
  const { head, speakers } = props;
  if (props.heardAs === 'design' || props.heardAs === 'other') {
    return speakers.map(({ side, at }) => (
      <Ray key={side} from={at} to={side === 'left' ? head.leftEar : head.rightEar} side={side} />
    ));
  }
  return (['left', 'right'] as const).map((side) => {
    const real = props.heardAs === 'reference' ? speakers.find((speaker) => speaker.side === side)?.at : null;
    const from = real ?? middleOf(props.document, props.frame, side);
    if (!from) return null;
    const [near, far] = side === 'left' ? [head.leftEar, head.rightEar] : [head.rightEar, head.leftEar];
    return (
      <g key={side}>
        <Ray from={from} to={near} side={side} />
        <Ray from={from} to={far} side={side} crosstalk />
      </g>
    );
  });
}

/** Middle of the drivers on one side of the axis. */
function middleOf(document: DesignDocument, frame: StageFrame, side: 'left' | 'right'): Point | null {
  const drivers = document.device.drivers.filter(({ positionM }) => originalColumn(positionM[1]) === side);
  if (drivers.length === 0) return null;
  const mean = (axis: 0 | 1): number =>
    drivers.reduce((sum, { positionM }) => sum + positionM[axis], 0) / drivers.length;
  return toScreen(frame, mean(0), mean(1));
}

function Ray(props: {
  readonly from: Point;
  readonly to: Point;
  readonly side: 'left' | 'right';
  readonly crosstalk?: boolean;
}): ReactNode {
  const { from, to, side, crosstalk } = props;
  const look = `${styles.path} ${styles[side]}${crosstalk ? ` ${styles.crosstalk}` : ''}`;
  return <line className={look} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
}
