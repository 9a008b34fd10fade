import { useCallback, useMemo, type ReactNode } from 'react';
import type { PictureOf } from '../../../store/index.ts';
import { Select } from '../../kit/index.ts';
import { columnsToCsv } from '../../plots/csv.ts';
import { driverStrokes } from '../../plots/driver-strokes.ts';
import { filterFigure, filterTable } from '../../plots/filter-figure.ts';
import type { PlotRoom, PlotTheme } from '../../plots/plot-figure.ts';
import { analysisText } from '../../text/analysis.ts';
import { Legend } from '../plot/legend.tsx';
import { Plot } from '../plot/plot.tsx';
import type { Choosing } from './analysis-tab.tsx';
import type { AnalysisChoice, FilterQuantity } from './choice.ts';
import { optionsOf } from './options.ts';

const text = analysisText.filters;
const COLUMNS = optionsOf(analysisText.columns);
const FORMS = optionsOf(text.forms);
const QUANTITIES = optionsOf<FilterQuantity>(text.quantities);

export function FiltersOptions({ choice, onChoose }: Choosing): ReactNode {
  return (
    <>
      <Select
        label={analysisText.column}
        value={choice.column}
        options={COLUMNS}
        onChange={(column) => onChoose({ ...choice, column })}
      />
      <Select
        label={text.form}
        value={choice.form}
        options={FORMS}
        onChange={(form) => onChoose({ ...choice, form })}
      />
      <Select
        label={text.quantity}
        value={choice.quantity}
        options={QUANTITIES}
        onChange={(quantity) => onChoose({ ...choice, quantity })}
      />
    </>
  );
}

/** What each driver's filter does in one column. */
export function FiltersPlot(props: {
  readonly picture: PictureOf<'filters'>;
  readonly choice: AnalysisChoice;
}): ReactNode {
  const { picture } = props;
  const { quantity } = props.choice;
  const { document, request, data } = picture;
  const { drivers } = document.device;
  const strokes = useMemo(() => driverStrokes(drivers), [drivers]);
  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) => filterFigure(data, drivers, quantity, theme, room),
    [data, drivers, quantity],
  );
  const near = drivers[data.nearDriver].id;
  const isRelative = request.form === 'relative';
  const column = analysisText.columns[request.column];
  const shown = text.inTitle[quantity];
  return (
    <Plot
      title={isRelative ? text.relativeTitle(column, shown, near) : text.title(column, shown)}
      caption={captionOf(picture, quantity)}
      build={build}
      csv={() => columnsToCsv(filterTable(data, drivers, quantity))}
      fileName={`filters-${request.column}-${request.form}-${quantity}`}
      legend={<Legend items={drivers.map(({ id }, index) => ({ name: id, ...strokes[index] }))} />}
    />
  );
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
