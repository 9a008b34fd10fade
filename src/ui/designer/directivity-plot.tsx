import { useCallback, useMemo, useState, type ReactNode } from 'react';
import {
  DEFAULT_WINDOW_DEG,
  type DesignDocument,
  type DesignView,
  type NullSet,
  type PolarMap,
} from '../../store/index.ts';
import type { Band } from '../plots/band.ts';
import { directivityFigure } from '../plots/directivity-figure.ts';
import { directivityCsv } from '../plots/exports.ts';
import type { PlotRoom, PlotTheme } from '../plots/plot-figure.ts';
import { directivityReadings } from '../plots/readings.ts';
import { designerText } from '../text/designer.ts';
import { withOrigin } from '../text/measured.ts';
import { nullsOf } from './null-edits.ts';
import { mapPlace } from './plot/map-place.ts';
import { FIRST_LOOK, MapLookFields } from './plot/map-look.tsx';
import { NullHandles, type NullEditing } from './plot/null-handles.tsx';
import optionStyles from './plot/options.module.css';
import { Plot } from './plot/plot.tsx';

const text = designerText.beam;
/** Where a beam of this size is expected to work; what a caption averages over. */
const CAPTION_BAND: Band = { lowHz: 500, highHz: 4000 };
const NO_NULLS: NullSet = { nullAzimuthsDeg: [], nullWidthDeg: 0 };

interface MapProps {
  readonly view: DesignView;
  readonly choice: ReactNode;
  /** `null` where there is nothing to be dragged. */
  readonly editing: NullEditing | null;
}

/** Level of the centre beam over azimuth and frequency, with its nulls to be dragged. */
export function CentreMapPlot({ view, ...rest }: MapProps): ReactNode {
  const { beam } = view.document.centre;
  const windowDeg = beam?.windowDeg ?? DEFAULT_WINDOW_DEG;
  return (
    <MapPlot
      {...rest}
      document={view.document}
      title={text.plot}
      fileName="directivity"
      map={view.centreMap}
      nulls={beam ?? NO_NULLS}
      windowDeg={windowDeg}
    />
  );
}

/** The same of the left column's cancellation, which has nulls of its own. */
export function SideMapPlot({ view, ...rest }: MapProps): ReactNode {
  if (!view.sideMap) return null;
  return (
    <MapPlot
      {...rest}
      document={view.document}
      title={text.sidePlot}
      fileName="directivity-left"
      map={view.sideMap}
      nulls={view.document.sides.cancellation?.sideNulls ?? NO_NULLS}
      windowDeg={null}
    />
  );
}

function MapPlot(
  props: Omit<MapProps, 'view'> & {
    readonly document: DesignDocument;
    readonly title: string;
    readonly fileName: string;
    readonly map: PolarMap;
    readonly nulls: NullSet;
    readonly windowDeg: number | null;
  },
): ReactNode {
  const { document, title, map, nulls, windowDeg, editing } = props;
  const [look, setLook] = useState(FIRST_LOOK);
  const { normalisation, floor, colourMap } = look;
  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) =>
      directivityFigure(
        map,
        { normalisation, floorDb: Number(floor), colourMap, nulls: nullsOf(nulls), windowDeg },
        theme,
        room,
      ),
    [map, normalisation, floor, colourMap, nulls, windowDeg],
  );
  const caption = useMemo(() => {
    const readings = directivityReadings(map, nulls.nullAzimuthsDeg, windowDeg, CAPTION_BAND);
    const words = designerText.directivityCaption(
      readings,
      windowDeg,
      CAPTION_BAND.lowHz,
      CAPTION_BAND.highHz,
    );
    return withOrigin(words, document, 'radiation');
  }, [map, nulls, windowDeg, document]);
  return (
    <Plot
      title={title}
      caption={caption}
      build={build}
      csv={() => directivityCsv(map, normalisation)}
      fileName={props.fileName}
      mostHeightPx={520}
      controls={props.choice}
      options={
        <div className={optionStyles.options}>
          <MapLookFields look={look} onChange={setLook} />
        </div>
      }
      overlay={(frame) => editing && <NullHandles {...editing} frame={frame} place={mapPlace(frame)} />}
    />
  );
}
