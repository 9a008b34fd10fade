import { COLUMNS, type DesignStudy } from '../../../store/index.ts';
import { VIEWS } from '../../plots/balloon-mesh.ts';
import { balloonPicture } from '../../plots/balloon-scene.ts';
import type { PlotTheme } from '../../plots/plot-figure.ts';
import { polarFigure } from '../../plots/polar-figure.ts';
import { titled } from '../../plots/titled.ts';
import { analysisText, slicesCaption } from '../../text/analysis.ts';
import { withOrigin } from '../../text/measured.ts';
import { reportText } from '../../text/report.ts';
import { HALF_WIDTH_PX, type ReportFigure } from './report-figure.ts';

const FLOOR_DB = -30;
const SLICES_ROOM = { widthPx: HALF_WIDTH_PX, heightPx: 332 };
const BALLOON_ROOM = { widthPx: HALF_WIDTH_PX, heightPx: 280 };

/** Levels around the device: slices through every column, and balloons of a side and of the centre as seen by the audience. */
export function directionFigures({ document, printed }: DesignStudy, theme: PlotTheme): ReportFigure[] {
  if (!printed) return [];
  const half = { isHalf: true } as const;
  const slices = COLUMNS.map((column): ReportFigure => {
    const levels = printed.slices[column];
    const name = analysisText.columns[column];
    const title = reportText.plots.slices(name);
    const figure = polarFigure(levels, { normalisation: 'on-axis', floorDb: FLOOR_DB }, theme, SLICES_ROOM);
    return {
      ...half,
      id: `slices-${column}`,
      section: 'slices',
      title,
      caption: withOrigin(reportText.captions.column(name, slicesCaption(levels)), document, 'radiation'),
      drawing: { kind: 'plot', figure: titled(figure, title) },
    };
  });
  const balloons = printed.balloons.map(({ column, frequencyHz, balloon }): ReportFigure => {
    const name = analysisText.columns[column];
    const look = { zeroDb: balloon.axisDb, floorDb: FLOOR_DB, colourMap: 'viridis' } as const;
    const caption = analysisText.balloon.caption(analysisText.bandInWords['third-octave'], balloon);
    return {
      ...half,
      id: `balloon-${column}-${frequencyHz}`,
      section: 'balloons',
      title: reportText.plots.balloon(name, frequencyHz),
      caption: withOrigin(reportText.captions.column(name, caption), document, 'radiation'),
      drawing: {
        kind: 'scene',
        scene: balloonPicture(balloon, look, VIEWS.audience, theme, BALLOON_ROOM).scene,
      },
    };
  });
  return [...slices, ...balloons];
}
