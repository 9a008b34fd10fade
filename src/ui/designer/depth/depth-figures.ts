import {
  COLUMNS,
  criticalDistanceM,
  directToReverberantDb,
  JUST_NOTICEABLE_DB,
  type Column,
  type ColumnDepth,
  type DepthFigures,
  type Room,
} from '../../../store/index.ts';
import type { DistanceCurves } from '../../plots/distance-figure.ts';
import { plainAxis } from '../../plots/value-axes.ts';
import { depthText as text } from '../../text/depth.ts';
import type { CurveSet, ToneCurve } from '../plot/curve-plot.tsx';

/** Levels beyond are a null or its opposite. */
const MOST_DB = 40;
/** The band at the bottom of hearing has no directivity worth its axis. */
const OUTLIERS = 0.01;

/** All six columns: the design's solid, the plain matrix's dashed. */
function allColumns<Curve>(of: (column: Column, depth: ColumnDepth, isMatrix: boolean) => Curve) {
  return (figures: DepthFigures): Curve[] =>
    [figures.design, figures.matrix].flatMap((depths, which) =>
      COLUMNS.map((column, i) => of(column, depths[i], which === 1)),
    );
}

function nameOf(column: Column, isMatrix: boolean): string {
  const name = text.columns[column];
  return isMatrix ? text.matrix(name) : name;
}

function curvesOf(figures: DepthFigures, value: (q: number) => number): ToneCurve[] {
  return allColumns((column, { q }, isMatrix) => ({
    name: nameOf(column, isMatrix),
    values: q.map(value),
    tone: column,
    isDashed: isMatrix,
  }))(figures);
}

/** The direct-to-reverberant ratio over frequency, and the band around the matrix's centre in which no difference is heard. */
export function ratioSet(figures: DepthFigures, room: Room, distanceM: number): CurveSet {
  const ratio = (q: number): number => {
    const db = directToReverberantDb(criticalDistanceM(q, room), distanceM);
    return Math.max(-MOST_DB, Math.min(MOST_DB, db));
  };
  const curves = curvesOf(figures, ratio);
  const matrix = figures.matrix[2].q.map(ratio);
  const by = JUST_NOTICEABLE_DB.ratio;
  return {
    frequencyHz: figures.frequencyHz,
    curves,
    band: {
      name: text.noticeable,
      low: matrix.map((db) => db - by),
      high: matrix.map((db) => db + by),
      tone: 'centre',
    },
    axis: plainAxis(text.axes.ratio, ' dB', curves.map(({ values }) => values), 20, OUTLIERS), // prettier-ignore
  };
}

export function criticalSet(figures: DepthFigures, room: Room): CurveSet {
  const curves = curvesOf(figures, (q) => criticalDistanceM(q, room));
  const values = [[0], ...curves.map((curve) => curve.values)];
  return {
    frequencyHz: figures.frequencyHz,
    curves,
    axis: plainAxis(text.axes.critical, ' m', values, 1),
  };
}

const POINTS = 160;
/** From a hand's breadth to as far as most rooms are long. */
const NEAREST_M = 0.15;
const LEAST_FARTHEST_M = 4;

/** The ratio over distance, broadband. @param colours of the columns, as plotly takes them */
export function distanceCurves(
  figures: DepthFigures,
  room: Room,
  listenerM: number,
  colours: Readonly<Record<Column, string>>,
): DistanceCurves {
  const farthestM = Math.max(LEAST_FARTHEST_M, 1.5 * listenerM);
  const distanceM = Float64Array.from(
    { length: POINTS },
    (_, i) => NEAREST_M + ((farthestM - NEAREST_M) * i) / (POINTS - 1),
  );
  return {
    distanceM,
    listenerM,
    noticeableDb: JUST_NOTICEABLE_DB.ratio,
    words: { x: text.axes.distance, y: text.axes.ratio, listener: text.listener },
    lines: allColumns((column, { broadQ }, isMatrix) => {
      const criticalM = criticalDistanceM(broadQ, room);
      return {
        name: nameOf(column, isMatrix),
        values: distanceM.map((r) => directToReverberantDb(criticalM, r)),
        color: colours[column],
        dash: isMatrix ? ('dash' as const) : ('solid' as const),
      };
    })(figures),
  };
}
