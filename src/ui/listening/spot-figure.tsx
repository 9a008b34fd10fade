import { useMemo, type ReactNode } from 'react';
import {
  selectView,
  selectZone,
  selectZoneThresholds,
  type DesignDocument,
  type SpotPlace,
  type SpotSearch,
} from '../../store/index.ts';
import { outputSheetsText } from '../text/output-sheets.ts';
import { useSoundstage } from '../use-soundstage.tsx';
import styles from './spot.module.css';
import { zonePath } from './spot-zone.ts';

/** Room around what is drawn, as a share of the distance. */
const AROUND = 0.25;
const LEAST_BREADTH_M = 0.5;

/** Device, head and zone from above, to scale: the scale stays as the search began, unless the head leaves it. */
export function SpotFigure(props: { readonly place: SpotPlace; readonly spot: SpotSearch }): ReactNode {
  const { place, spot } = props;
  const view = useSoundstage(selectView);
  const zone = useSoundstage(selectZone);
  const thresholdDb = useSoundstage(selectZoneThresholds).separation;
  const path = useMemo(() => (zone ? zonePath(zone, thresholdDb) : ''), [zone, thresholdDb]);
  if (!view) return null;
  const { device, listener } = view.document;
  const box = frameOf(device.drivers, place, spot);
  const unit = box.height / 100;
  return (
    <svg
      className={styles.figure}
      viewBox={`${box.left} ${box.top} ${box.width} ${box.height}`}
      role="img"
      aria-label={outputSheetsText.spot.map}
    >
      <path className={styles.zone} d={path} />
      <path
        className={styles.axis}
        strokeWidth={unit * 0.35}
        strokeDasharray={`${unit * 1.2} ${unit * 1.2}`}
        d={`M0 0V${box.top + box.height}`}
      />
      {device.drivers.map(({ id, positionM, radiusM }) => (
        <circle
          key={id}
          className={styles.driver}
          strokeWidth={unit * 0.5}
          cx={-positionM[1]}
          cy={positionM[0]}
          r={Math.max(radiusM, unit * 1.4)}
        />
      ))}
      <Head className={styles.ghost} place={spot.from} radiusM={listener.headRadiusM} unit={unit} />
      {spot.best && (
        <Head className={styles.best} place={spot.best} radiusM={listener.headRadiusM} unit={unit} />
      )}
      <Head className={styles.head} place={place} radiusM={listener.headRadiusM} unit={unit} />
    </svg>
  );
}

function Head(props: {
  readonly className: string | undefined;
  readonly place: SpotPlace;
  readonly radiusM: number;
  readonly unit: number;
}): ReactNode {
  const { place, radiusM, unit } = props;
  const [x, y] = [-place.offsetM, place.distanceM];
  const nose = radiusM * 0.25;
  return (
    <g className={props.className} strokeWidth={unit * 0.6}>
      <circle cx={x} cy={y} r={radiusM} />
      <path d={`M${x - nose} ${y - radiusM}L${x} ${y - radiusM - nose}L${x + nose} ${y - radiusM}`} />
    </g>
  );
}

function frameOf(
  drivers: DesignDocument['device']['drivers'],
  place: SpotPlace,
  { from }: SpotSearch,
): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const farthest = Math.max(1.3 * from.distanceM, place.distanceM);
  const around = AROUND * from.distanceM;
  const sides = [
    LEAST_BREADTH_M * from.distanceM,
    Math.abs(place.offsetM),
    ...drivers.map(({ positionM }) => Math.abs(positionM[1])),
  ];
  const half = Math.max(...sides) + around;
  return { left: -half, top: -around, width: 2 * half, height: farthest + 2 * around };
}
