import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { DesignView } from '../../store/index.ts';
import { Select } from '../kit/index.ts';
import type { Band } from '../plots/band.ts';
import type { ColourMap } from '../plots/colour-map.ts';
import { directivityFigure, WINDOW_DEG } from '../plots/directivity-figure.ts';
import { directivityCsv } from '../plots/exports.ts';
import type { PlotRoom, PlotTheme } from '../plots/plot-figure.ts';
import type { Normalisation } from '../plots/polar-levels.ts';
import { directivityReadings } from '../plots/readings.ts';
import { designerText, directivityCaption } from '../text/designer.ts';
import * as edits from './edits.ts';
import styles from './directivity-plot.module.css';
import { NullHandles } from './plot/null-handles.tsx';
import { Plot } from './plot/plot.tsx';
import type { Editing } from './use-editing.ts';

const text = designerText.beam;
const FLOORS = ['-30', '-40', '-60'] as const;
/** Where a beam of this size is expected to work; what a caption averages over. */
const CAPTION_BAND: Band = { lowHz: 500, highHz: 4000 };
const NO_NULLS: readonly number[] = [];

const optionsOf = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  (Object.keys(names) as Key[]).map((value) => ({ value, label: names[value] }));
const NORMALISATIONS = optionsOf(text.normalisations);
const COLOUR_MAPS = optionsOf(text.colourMaps);
const FLOOR_OPTIONS = FLOORS.map((value) => ({ value, label: `${value.replace('-', '−')} dB` }));

/** Level of the centre beam over azimuth and frequency, with its nulls to be dragged. */
export function DirectivityPlot(props: {
  readonly view: DesignView;
  readonly editing: Editing;
  readonly choice: ReactNode;
}): ReactNode {
  const { view, editing } = props;
  const [normalisation, setNormalisation] = useState<Normalisation>('on-axis');
  const [floor, setFloor] = useState<(typeof FLOORS)[number]>('-30');
  const [colourMap, setColourMap] = useState<ColourMap>('viridis');
  const designed = view.document.centre.beam;
  const nullAzimuthsDeg = designed?.nullAzimuthsDeg ?? NO_NULLS;
  const nullWidthDeg = designed?.nullWidthDeg ?? 0;

  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) =>
      directivityFigure(
        view.centreMap,
        { normalisation, floorDb: Number(floor), colourMap, nullAzimuthsDeg, nullWidthDeg },
        theme,
        room,
      ),
    [view.centreMap, normalisation, floor, colourMap, nullAzimuthsDeg, nullWidthDeg],
  );
  const caption = useMemo(() => {
    const readings = directivityReadings(view.centreMap, nullAzimuthsDeg, WINDOW_DEG, CAPTION_BAND);
    return directivityCaption(readings, WINDOW_DEG, CAPTION_BAND.lowHz, CAPTION_BAND.highHz);
  }, [view.centreMap, nullAzimuthsDeg]);
  const { beam } = editing.document.centre;
  return (
    <Plot
      title={text.plot}
      caption={caption}
      build={build}
      csv={() => directivityCsv(view.centreMap, normalisation)}
      fileName="directivity"
      mostHeightPx={520}
      controls={props.choice}
      options={
        <div className={styles.options}>
          <Select
            label={text.normalisation}
            value={normalisation}
            options={NORMALISATIONS}
            onChange={setNormalisation}
          />
          <Select label={text.floor} value={floor} options={FLOOR_OPTIONS} onChange={setFloor} />
          <Select label={text.colours} value={colourMap} options={COLOUR_MAPS} onChange={setColourMap} />
        </div>
      }
      overlay={(frame) =>
        beam && (
          <NullHandles
            frame={frame}
            azimuthsDeg={beam.nullAzimuthsDeg}
            onChange={(azimuths) =>
              editing.edit(edits.withBeam(editing.document, { nullAzimuthsDeg: azimuths }))
            }
          />
        )
      }
    />
  );
}
