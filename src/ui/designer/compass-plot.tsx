import { useCallback, useMemo, type ReactNode } from 'react';
import { DEFAULT_WINDOW_DEG, type DesignView, type NullSet } from '../../store/index.ts';
import { compassFigure, type Sector } from '../plots/compass-figure.ts';
import { beamsCsv } from '../plots/exports.ts';
import type { PlotRoom, PlotTheme } from '../plots/plot-figure.ts';
import { designerText } from '../text/designer.ts';
import { withOrigin } from '../text/measured.ts';
import { nullsOf } from './null-edits.ts';
import { compassPlace } from './plot/compass-place.ts';
import { Legend, type LegendItem } from './plot/legend.tsx';
import { NullHandles, type NullEditing } from './plot/null-handles.tsx';
import { Plot } from './plot/plot.tsx';

const text = designerText.compass;
const NAMES = [text.left, text.right, text.centre] as const;
const LEGEND: readonly LegendItem[] = [
  { name: text.left, tone: 'left' },
  { name: text.right, tone: 'right' },
  { name: text.centre, tone: 'centre' },
  { name: text.window, tone: 'reference', isArea: true },
  { name: text.null, tone: 'ink', isArea: true },
];

/** The beams from above, with the nulls and the listening window of the centre to be dragged. */
export function CompassPlot(props: {
  readonly view: DesignView;
  readonly choice: ReactNode;
  readonly editing: NullEditing | null;
}): ReactNode {
  const { view, editing } = props;
  const { beam } = view.document.centre;
  const sectors = useMemo(() => (beam ? sectorsOf(beam, beam.windowDeg ?? DEFAULT_WINDOW_DEG) : []), [beam]);
  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) => compassFigure(view.beams, sectors, NAMES, theme, room),
    [view.beams, sectors],
  );
  return (
    <Plot
      title={text.plot}
      caption={withOrigin(text.caption, view.document, 'radiation')}
      build={build}
      csv={() => beamsCsv(view.beams, NAMES)}
      fileName="beams"
      mostHeightPx={520}
      controls={props.choice}
      legend={<Legend items={LEGEND} />}
      overlay={(frame) => editing && <NullHandles {...editing} frame={frame} place={compassPlace(frame)} />}
    />
  );
}

function sectorsOf(nulls: NullSet, windowDeg: number): Sector[] {
  return [
    { fromDeg: -windowDeg, toDeg: windowDeg, name: text.window, kind: 'window' },
    ...nullsOf(nulls).map(({ azimuthDeg, widthDeg }): Sector => ({
      fromDeg: azimuthDeg - widthDeg / 2,
      toDeg: azimuthDeg + widthDeg / 2,
      name: text.null,
      kind: 'null',
    })),
  ];
}
