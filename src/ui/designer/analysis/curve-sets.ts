import { COLUMNS, type PictureOf } from '../../../store/index.ts';
import { degreeAxis, levelWindow, plainAxis } from '../../plots/value-axes.ts';
import { analysisText } from '../../text/analysis.ts';
import type { CurveSet } from '../plot/curve-plot.tsx';
import type { DirectivityQuantity } from './choice.ts';

const DIRECTIVITY_FIELD = {
  index: 'indexDb',
  horizontalIndex: 'horizontalIndexDb',
  beamwidth: 'beamwidthDeg',
  frontToSide: 'frontToSideDb',
  frontToBack: 'frontToBackDb',
} as const;
/** Levels beyond are beyond what anything measures. */
export const clipped = (values: Float64Array) => values.map((db) => Math.max(-60, Math.min(60, db)));

/** One curve for each column. */
export function directivitySet(
  data: PictureOf<'directivity'>['data'],
  quantity: DirectivityQuantity,
): CurveSet {
  const text = analysisText.directivity;
  const { columns, frequencyHz } = data;
  const isAngle = quantity === 'beamwidth';
  const values = COLUMNS.map((column) => {
    const one = columns[column][DIRECTIVITY_FIELD[quantity]];
    return isAngle ? one : clipped(one);
  });
  return {
    frequencyHz,
    curves: COLUMNS.map((tone, i) => ({ name: analysisText.columns[tone], values: values[i], tone })),
    axis: isAngle ? degreeAxis(text.degrees, [[0, 360]]) : plainAxis(text.decibels, ' dB', values, 10),
  };
}

/** The standard's curves, their indices on the right axis. */
export function cta2034Set(data: PictureOf<'cta2034'>['data']): CurveSet {
  const text = analysisText.cta2034;
  const axis = levelWindow(text.axis, [data.onAxisDb, data.listeningWindowDb, data.soundPowerDb]);
  // As many decibels as on the left, so that both scales have one grid: its 0 dB is 5 dB above the lower edge.
  const rightAxis = { ...axis, title: text.indexAxis, range: [-5, 45] as const };
  return {
    frequencyHz: data.frequencyHz,
    axis,
    rightAxis,
    isLevel: true,
    curves: [
      { name: text.onAxis, values: data.onAxisDb, tone: 'ink' },
      { name: text.listeningWindow, values: data.listeningWindowDb, tone: 'reference' },
      { name: text.earlyReflections, values: data.earlyReflectionsDb, tone: 'left' },
      { name: text.soundPower, values: data.soundPowerDb, tone: 'right' },
      {
        name: text.earlyReflectionsIndex,
        values: data.earlyReflectionsIndexDb,
        tone: 'left',
        isDashed: true,
        isRight: true,
      },
      {
        name: text.soundPowerIndex,
        values: data.soundPowerIndexDb,
        tone: 'right',
        isDashed: true,
        isRight: true,
      },
    ],
  };
}
