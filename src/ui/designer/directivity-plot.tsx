import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { DesignView } from '../../store/index.ts';
import type { Band } from '../plots/band.ts';
import { directivityFigure, WINDOW_DEG } from '../plots/directivity-figure.ts';
import { directivityCsv } from '../plots/exports.ts';
import type { PlotRoom, PlotTheme } from '../plots/plot-figure.ts';
import { directivityReadings } from '../plots/readings.ts';
import { designerText, directivityCaption } from '../text/designer.ts';
import * as edits from './edits.ts';
import styles from './directivity-plot.module.css';
import { FIRST_LOOK, MapLookFields } from './plot/map-look.tsx';
import { NullHandles } from './plot/null-handles.tsx';
import { Plot } from './plot/plot.tsx';
import type { Editing } from './use-editing.ts';

const text = designerText.beam;
/** Where a beam of this size is expected to work; what a caption averages over. */
const CAPTION_BAND: Band = { lowHz: 500, highHz: 4000 };
const NO_NULLS: readonly number[] = [];

/** Level of the centre beam over azimuth and frequency, with its nulls to be dragged. */
export function DirectivityPlot(props: {
  readonly view: DesignView;
  readonly editing: Editing;
  readonly choice: ReactNode;
}): ReactNode {
  const { view, editing } = props;
  const [look, setLook] = useState(FIRST_LOOK);
  const { normalisation, floor, colourMap } = look;
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
          <MapLookFields look={look} onChange={setLook} />
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
