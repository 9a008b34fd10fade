import {
  heardDepth,
  volumeM3,
  type DesignDocument,
  type DesignStudy,
  type Room,
} from '../../../store/index.ts';
import { distanceFigure } from '../../plots/distance-figure.ts';
import type { PlotTheme } from '../../plots/plot-figure.ts';
import { titled } from '../../plots/titled.ts';
import { depthText } from '../../text/depth.ts';
import { withOrigin } from '../../text/measured.ts';
import { roomInWords } from '../../text/report.ts';
import { criticalSet, distanceCurves } from '../depth/depth-figures.ts';
import { DEFAULT_ROOM } from '../edits.ts';
import { curveSetFigure } from '../plot/curve-plot.tsx';
import { WIDTH_PX, type ReportFigure } from './report-figure.ts';

const PLACE = { widthPx: WIDTH_PX, heightPx: 320 };

/** The design's room, or one that stands for it. */
export function reportRoom({ room }: DesignDocument): Room {
  return room ?? DEFAULT_ROOM;
}

export function listenerDistanceM({ listener }: DesignDocument): number {
  return Math.hypot(...listener.positionM);
}

/** Where direct and diffuse sound are equal, and how they fall apart with distance. */
export function depthFigures({ document, depth }: DesignStudy, theme: PlotTheme): ReportFigure[] {
  const room = reportRoom(document);
  const distanceM = listenerDistanceM(document);
  const [design, matrix] = [depth.design, depth.matrix].map(
    ([, , centre]) => heardDepth(centre, room, distanceM).criticalM,
  );
  const { titles } = depthText;
  const inRoom = roomInWords(volumeM3(room), room.reverberationTimeS, document.room === null);
  const distance = distanceFigure(distanceCurves(depth, room, distanceM, theme), theme, PLACE);
  const critical = curveSetFigure(criticalSet(depth, room), theme, PLACE);
  return [
    {
      id: 'distance',
      title: titles.distance(),
      caption: depthText.captions.distance(design, matrix),
      figure: distance,
    } as const,
    {
      id: 'critical',
      title: titles.critical(),
      caption: depthText.captions.critical,
      figure: critical,
    } as const,
  ].map(({ id, title, caption, figure }) => ({
    id: `depth-${id}`,
    section: 'depth',
    title,
    caption: withOrigin(`${caption} ${inRoom}`, document, 'radiation'),
    drawing: { kind: 'plot', figure: titled(figure, title) },
  }));
}
