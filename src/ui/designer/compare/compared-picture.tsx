import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Column, DesignStudy } from '../../../store/index.ts';
import { Select } from '../../kit/index.ts';
import { differenceFigure, mapDifference } from '../../plots/difference-figure.ts';
import { directivityCsv } from '../../plots/exports.ts';
import type { PlotRoom, PlotTheme } from '../../plots/plot-figure.ts';
import type { Smoothing } from '../../plots/smoothing.ts';
import { analysisText } from '../../text/analysis.ts';
import { compareText as text } from '../../text/compare.ts';
import { withOrigin } from '../../text/measured.ts';
import { optionsOf } from '../options.ts';
import { CurvePlot } from '../plot/curve-plot.tsx';
import { FIRST_LOOK, MapLookFields } from '../plot/map-look.tsx';
import optionStyles from '../plot/options.module.css';
import { Plot } from '../plot/plot.tsx';
import styles from './compare.module.css';
import { ComparedZones } from './compared-zones.tsx';
import { comparedSet, hasColumn, isAtTheEars, type Compared, type ComparedCurve } from './compared-curves.ts';

type Form = keyof typeof text.forms;

interface Both {
  readonly ours: DesignStudy;
  readonly theirs: DesignStudy;
}

/** One quantity of both designs: their curves over each other, or their difference. */
export function ComparedPicture(both: Both): ReactNode {
  const [quantity, setQuantity] = useState<Compared>('separation');
  const [column, setColumn] = useState<Column>('centre');
  const [form, setForm] = useState<Form>('both');
  const [smoothing, setSmoothing] = useState<Smoothing>('none');
  const [look, setLook] = useState(FIRST_LOOK);
  const what = hasColumn(quantity)
    ? text.ofColumn(text.quantities[quantity], analysisText.columns[column])
    : text.quantities[quantity];
  const [ours, theirs] = [both.ours, both.theirs].map(({ document }) =>
    withOrigin('', document, isAtTheEars(quantity) ? 'ears' : 'radiation'),
  );
  const caption = text.caption(both.ours.document.name, both.theirs.document.name, { ours, theirs });
  return (
    <div className={styles.picture}>
      <div className={optionStyles.options}>
        <Select
          label={text.quantity}
          value={quantity}
          options={optionsOf(text.quantities)}
          onChange={setQuantity}
        />
        {hasColumn(quantity) && (
          <Select
            label={text.column}
            value={column}
            options={optionsOf(analysisText.columns)}
            onChange={setColumn}
          />
        )}
        {quantity === 'map' && <MapLookFields look={look} onChange={setLook} without="colourMap" />}
        {isCurve(quantity) && (
          <>
            <Select label={text.as} value={form} options={optionsOf(text.forms)} onChange={setForm} />
            <Select
              label={analysisText.smoothing}
              value={smoothing}
              options={optionsOf(analysisText.smoothings)}
              onChange={setSmoothing}
            />
          </>
        )}
      </div>
      {quantity === 'zone' && <ComparedZones {...both} caption={caption} />}
      {quantity === 'map' && (
        <DifferenceMap
          {...both}
          column={column}
          title={text.title(what, 'difference')}
          caption={caption}
          look={look}
        />
      )}
      {isCurve(quantity) && (
        <Curves
          {...both}
          {...{ quantity, column, form, smoothing, caption }}
          title={text.title(what, form)}
        />
      )}
    </div>
  );
}

function isCurve(quantity: Compared): quantity is ComparedCurve {
  return quantity !== 'map' && quantity !== 'zone';
}

function Curves(
  props: Both & {
    readonly quantity: ComparedCurve;
    readonly column: Column;
    readonly form: Form;
    readonly smoothing: Smoothing;
    readonly title: string;
    readonly caption: string;
  },
): ReactNode {
  const { ours, theirs, quantity, column, form } = props;
  const set = useMemo(
    () => comparedSet(ours, theirs, quantity, column, form),
    [ours, theirs, quantity, column, form],
  );
  return (
    <CurvePlot
      title={props.title}
      caption={props.caption}
      fileName={`compared-${quantity}`}
      set={set}
      smoothing={props.smoothing}
    />
  );
}

function DifferenceMap(
  props: Both & {
    readonly column: Column;
    readonly title: string;
    readonly caption: string;
    readonly look: typeof FIRST_LOOK;
  },
): ReactNode {
  const { normalisation, floor } = props.look;
  const [ours, theirs] = [props.ours.maps[props.column], props.theirs.maps[props.column]];
  const difference = useMemo(
    () => mapDifference(ours, theirs, { normalisation, floorDb: Number(floor) }),
    [ours, theirs, normalisation, floor],
  );
  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) => differenceFigure(difference, theme, room),
    [difference],
  );
  return (
    <Plot
      title={props.title}
      caption={`${text.mapCaption} ${props.caption}`}
      build={build}
      csv={() => directivityCsv(difference, null)}
      fileName="compared-map"
      mostHeightPx={420}
    />
  );
}
