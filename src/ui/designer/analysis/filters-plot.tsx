import { useCallback, useMemo, type ReactNode } from 'react';
import type { PictureOf } from '../../../store/index.ts';
import { columnsToCsv } from '../../plots/csv.ts';
import { driverStrokes } from '../../plots/driver-strokes.ts';
import { filterFigure, filterTable } from '../../plots/filter-figure.ts';
import type { PlotRoom, PlotTheme } from '../../plots/plot-figure.ts';
import { smoothed, type Smoothing } from '../../plots/smoothing.ts';
import { analysisText } from '../../text/analysis.ts';
import { withOrigin } from '../../text/measured.ts';
import { Legend } from '../plot/legend.tsx';
import { Plot } from '../plot/plot.tsx';
import type { AnalysisChoice, FilterQuantity } from './choice.ts';

const text = analysisText.filters;

/** What each driver's filter does in one column. */
export function FiltersPlot(props: {
  readonly picture: PictureOf<'filters'>;
  readonly choice: AnalysisChoice;
}): ReactNode {
  const { picture } = props;
  const { quantity } = props.choice;
  const { document, request } = picture;
  const { drivers } = document.device;
  const smoothing = quantity === 'magnitude' ? props.choice.smoothing : 'none';
  const data = useMemo(() => smoothedFilters(picture.data, smoothing), [picture.data, smoothing]);
  const strokes = useMemo(() => driverStrokes(drivers), [drivers]);
  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) => filterFigure(data, drivers, quantity, theme, room),
    [data, drivers, quantity],
  );
  const near = drivers[data.nearDriver].id;
  const isRelative = request.form === 'relative';
  const column = analysisText.columns[request.column];
  const shown = text.inTitle[quantity];
  const caption = withOrigin(captionOf(picture, quantity), document, 'filters');
  return (
    <Plot
      title={isRelative ? text.relativeTitle(column, shown, near) : text.title(column, shown)}
      caption={
        smoothing === 'none'
          ? caption
          : `${caption} ${analysisText.smoothedOver(analysisText.smoothings[smoothing])}`
      }
      build={build}
      csv={() => columnsToCsv(filterTable(data, drivers, quantity))}
      fileName={`filters-${request.column}-${request.form}-${quantity}`}
      legend={<Legend items={drivers.map(({ id }, index) => ({ name: id, ...strokes[index] }))} />}
    />
  );
}

function smoothedFilters(data: PictureOf<'filters'>['data'], smoothing: Smoothing): typeof data {
  if (smoothing === 'none') return data;
  const smooth = (values: Float64Array) => smoothed(data.frequencyHz, values, smoothing, 'level');
  const curves = data.curves.map((one) => ({ ...one, magnitudeDb: smooth(one.magnitudeDb) }));
  return { ...data, curves };
}

function captionOf({ data, document, request }: PictureOf<'filters'>, quantity: FilterQuantity): string {
  const { drivers } = document.device;
  const gap = quantity === 'phase' || quantity === 'delay' ? text.gap : '';
  if (request.form === 'relative') return text.relativeCaption(drivers[data.nearDriver].id) + gap;
  let loudest = { driver: 0, bin: 0, levelDb: -Infinity };
  data.curves.forEach(({ magnitudeDb }, driver) =>
    magnitudeDb.forEach((levelDb, bin) => {
      if (levelDb > loudest.levelDb) loudest = { driver, bin, levelDb };
    }),
  );
  const latencyMs = (1000 * data.latencySamples) / data.sampleRateHz;
  const atHz = data.frequencyHz[loudest.bin];
  return text.caption(latencyMs, drivers[loudest.driver].id, loudest.levelDb, atHz) + gap;
}
