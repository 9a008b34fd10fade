import type { ReactNode } from 'react';
import { beamRadius } from './beam-path.ts';
import { formatLength } from '../format.ts';
import { inDirection, scaleBarM, type StageFrame } from './geometry.ts';
import styles from './figures.module.css';

const LABELLED_DEG = [-90, -60, -30, 0, 30, 60, 90] as const;
const FINE_DEG = Array.from({ length: 36 }, (_, index) => index * 10 - 180);
const RING_DB = [-5, -10, -15] as const;
const LABEL_GAP_PX = 12;

function degrees(azimuthDeg: number): string {
  return `${azimuthDeg < 0 ? '−' : ''}${Math.abs(azimuthDeg)}°`;
}

/** Metre grid, rings of level, directions and their ticks: the paper the stage is drawn on. */
export function PolarGrid({ frame }: { readonly frame: StageFrame }): ReactNode {
  const { originPx, beamRadiusPx } = frame;
  return (
    <g>
      <MetreGrid frame={frame} />
      {RING_DB.map((levelDb) => (
        <circle
          key={levelDb}
          className={styles.ring}
          cx={originPx.x}
          cy={originPx.y}
          r={beamRadius(levelDb, beamRadiusPx)}
          data-level-db={levelDb}
        />
      ))}
      <circle className={styles.rim} cx={originPx.x} cy={originPx.y} r={beamRadiusPx} />
      {LABELLED_DEG.map((azimuthDeg) => (
        <Direction key={azimuthDeg} frame={frame} azimuthDeg={azimuthDeg} />
      ))}
      {FINE_DEG.map((azimuthDeg) => {
        const from = inDirection(originPx, azimuthDeg, beamRadiusPx);
        const to = inDirection(originPx, azimuthDeg, beamRadiusPx + (azimuthDeg % 30 === 0 ? 6 : 3));
        return <line key={azimuthDeg} className={styles.tick} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
      })}
      <RingLabels frame={frame} />
    </g>
  );
}

function Direction(props: { readonly frame: StageFrame; readonly azimuthDeg: number }): ReactNode {
  const { frame, azimuthDeg } = props;
  const end = inDirection(frame.originPx, azimuthDeg, frame.beamRadiusPx);
  const label = inDirection(frame.originPx, azimuthDeg, frame.beamRadiusPx + LABEL_GAP_PX);
  const onAxis = azimuthDeg === 0;
  return (
    <>
      <line
        className={onAxis ? styles.axis : styles.spoke}
        x1={frame.originPx.x}
        y1={frame.originPx.y}
        x2={end.x}
        y2={end.y}
      />
      <text
        x={label.x + (onAxis ? 6 : 0)}
        y={label.y}
        textAnchor={azimuthDeg > 0 ? 'end' : 'start'}
        dominantBaseline="central"
      >
        {degrees(azimuthDeg)}
      </text>
    </>
  );
}

/** Along a direction that beams rarely take: straight behind. */
function RingLabels({ frame }: { readonly frame: StageFrame }): ReactNode {
  return [0, ...RING_DB].map((levelDb) => {
    const at = inDirection(frame.originPx, 180, beamRadius(levelDb, frame.beamRadiusPx));
    return (
      <text key={levelDb} x={at.x + 4} y={at.y + 12} className={styles.wide}>
        {levelDb === 0 ? '0 dB' : `−${-levelDb}`}
      </text>
    );
  });
}

function MetreGrid({ frame }: { readonly frame: StageFrame }): ReactNode {
  const stepPx = scaleBarM(frame.pxPerMetre, 90) * frame.pxPerMetre;
  const lines = (size: number, originPx: number): number[] => {
    const first = originPx % stepPx;
    return Array.from({ length: Math.ceil((size - first) / stepPx) }, (_, index) => first + index * stepPx);
  };
  return (
    <>
      {lines(frame.widthPx, frame.originPx.x).map((x) => (
        <line key={`x${x}`} className={styles.gridLine} x1={x} y1={0} x2={x} y2={frame.heightPx} />
      ))}
      {lines(frame.heightPx, frame.originPx.y).map((y) => (
        <line key={`y${y}`} className={styles.gridLine} x1={0} y1={y} x2={frame.widthPx} y2={y} />
      ))}
    </>
  );
}

/** A length to hold the drawing against. */
export function ScaleBar({ frame }: { readonly frame: StageFrame }): ReactNode {
  const lengthM = scaleBarM(frame.pxPerMetre, Math.min(150, frame.widthPx / 4));
  const lengthPx = lengthM * frame.pxPerMetre;
  const [x, y] = [16, frame.heightPx - 16];
  return (
    <g>
      <path className={styles.scale} d={`M${x} ${y - 5}v5h${lengthPx}v-5`} />
      <text x={x + lengthPx + 8} y={y}>
        {formatLength(lengthM)}
      </text>
    </g>
  );
}
