import type { ReactNode } from 'react';
import type { DesignDocument, DriverRoute } from '../../store/index.ts';
import { outputSheetsText } from '../text/output-sheets.ts';
import styles from './checks.module.css';

type Drivers = DesignDocument['device']['drivers'];

const BOX = { width: 420, tallest: 130, margin: 26 } as const;
const RADIUS = 13;
/** Positions nearer to each other than this are in one line. */
const FLAT_M = 1e-3;

const text = outputSheetsText.routing;

/** The drivers where they are, with the numbers of their outputs: from above, or from the front where they are one over another. */
export function DriverMap(props: {
  readonly drivers: Drivers;
  readonly table: readonly DriverRoute[];
  readonly playing: number | null;
}): ReactNode {
  const { drivers, table, playing } = props;
  const isFront = spanOf(drivers, 2) > spanOf(drivers, 0);
  const { places, height } = layOut(drivers, isFront ? 2 : 0);
  return (
    <figure className={styles.mapFrame}>
      <svg className={styles.map} viewBox={`0 0 ${BOX.width} ${height}`} role="img" aria-label={text.map}>
        {drivers.map(({ id }, index) => {
          const route = table[index];
          const at = places[index];
          if (!route || !at) return null;
          return (
            <g
              key={id}
              data-playing={index === playing}
              data-muted={route.muted}
              className={styles.mapDriver}
            >
              {index === playing && <circle className={styles.halo} cx={at.x} cy={at.y} r={RADIUS + 9} />}
              <circle className={styles.body} cx={at.x} cy={at.y} r={RADIUS} />
              <text x={at.x} y={at.y + 4}>
                {route.output + 1}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className={styles.hint}>{isFront ? text.views.front : text.views.above}</figcaption>
    </figure>
  );
}

function spanOf(drivers: Drivers, axis: 0 | 1 | 2): number {
  const values = drivers.map(({ positionM }) => positionM[axis]);
  return Math.max(...values) - Math.min(...values);
}

interface Layout {
  readonly places: readonly { readonly x: number; readonly y: number }[];
  readonly height: number;
}

/** To one scale; the audience's left on the left, the front or the floor below. */
function layOut(drivers: Drivers, depth: 0 | 2): Layout {
  const [wide, deep] = [Math.max(FLAT_M, spanOf(drivers, 1)), spanOf(drivers, depth)];
  const room = { across: BOX.width - 2 * BOX.margin, down: BOX.tallest - 2 * BOX.margin };
  const scale = Math.min(room.across / wide, room.down / Math.max(FLAT_M, deep));
  const height = deep * scale + 2 * BOX.margin;
  const middle = (axis: 0 | 1 | 2): number => {
    const values = drivers.map(({ positionM }) => positionM[axis]);
    return (Math.max(...values) + Math.min(...values)) / 2;
  };
  const [left, across] = [middle(1), middle(depth)];
  const sign = depth === 2 ? -1 : 1;
  const places = drivers.map(({ positionM }) => ({
    x: BOX.width / 2 - (positionM[1] - left) * scale,
    y: height / 2 + sign * (positionM[depth] - across) * scale,
  }));
  return { places, height };
}
