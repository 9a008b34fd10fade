import type { ReactNode } from 'react';
import type { DesignDocument, HeardAs } from '../../store/index.ts';
import { toScreen, type StageFrame } from './geometry.ts';
import styles from './figures.module.css';

/** Smaller drivers are drawn this large, so that they can be seen. */
const MIN_DRIVER_PX = 4;
/** Depth of the bar drawn behind drivers without a baffle. */
const BAR_DEPTH_M = 0.02;
/** Left of this a driver counts as on the axis. */
const ON_AXIS_M = 1e-3;

type Drivers = DesignDocument['device']['drivers'];

/** What a driver plays of the original: left of the axis L, right of it R, on it half of each. */
export function originalColumn(leftM: number): 'left' | 'right' | 'centre' {
  if (Math.abs(leftM) < ON_AXIS_M) return 'centre';
  return leftM > 0 ? 'left' : 'right';
}

/** Heard from the drivers themselves, by both ears. */
export function isPlain(heardAs: HeardAs): boolean {
  return heardAs === 'original' || heardAs === 'matrix' || heardAs === 'uncancelled';
}

/** Baffle and drivers; the drivers are lit where the original comes straight from them. */
export function DeviceFigure(props: {
  readonly document: DesignDocument;
  readonly frame: StageFrame;
  readonly heardAs: HeardAs;
}): ReactNode {
  const { device } = props.document;
  const sounding = isPlain(props.heardAs);
  return (
    <g>
      <Baffle {...props} />
      {device.drivers.map((driver) => {
        const [front, left] = driver.positionM;
        const at = toScreen(props.frame, front, left);
        const radius = Math.max(MIN_DRIVER_PX, driver.radiusM * props.frame.pxPerMetre);
        return (
          <g key={driver.id} className={styles[originalColumn(left)]}>
            <circle className={styles.driver} data-sounding={sounding} cx={at.x} cy={at.y} r={radius} />
          </g>
        );
      })}
    </g>
  );
}

function Baffle(props: { readonly document: DesignDocument; readonly frame: StageFrame }): ReactNode {
  const { frame } = props;
  const { baffle, drivers } = props.document.device;
  const centre = toScreen(frame, 0, 0);
  switch (baffle.kind) {
    case 'rigid-sphere':
      return (
        <circle className={styles.body} cx={centre.x} cy={centre.y} r={baffle.radiusM * frame.pxPerMetre} />
      );
    case 'infinite-plane':
      return (
        <>
          <rect className={styles.wall} x={0} y={0} width={frame.widthPx} height={centre.y} />
          <line className={styles.axis} x1={0} y1={centre.y} x2={frame.widthPx} y2={centre.y} />
        </>
      );
    case 'none':
    case 'measured':
      return <Bar drivers={drivers} frame={frame} />;
  }
}

/** What holds drivers in free air together: drawn, not computed. */
function Bar({ drivers, frame }: { readonly drivers: Drivers; readonly frame: StageFrame }): ReactNode {
  if (drivers.length < 2) return null;
  const reach = ({ positionM, radiusM }: Drivers[number], sign: number): number =>
    positionM[1] + sign * radiusM * 1.4;
  const from = toScreen(frame, 0, Math.max(...drivers.map((driver) => reach(driver, 1))));
  const to = toScreen(frame, 0, Math.min(...drivers.map((driver) => reach(driver, -1))));
  const front = Math.min(...drivers.map(({ positionM }) => positionM[0]));
  const depth = Math.max(10, BAR_DEPTH_M * frame.pxPerMetre);
  const y = toScreen(frame, front, 0).y - depth / 2;
  return (
    <rect className={styles.body} x={from.x} y={y} width={to.x - from.x} height={depth} rx={depth / 2.5} />
  );
}
