import {
  COLUMNS,
  DEFAULT_WINDOW_DEG,
  ZONE_SEPARATION_DB,
  type Column,
  type DesignStudy,
  type HeadHeard,
} from '../../../store/index.ts';
import { directivityFigure } from '../../plots/directivity-figure.ts';
import { filterFigure } from '../../plots/filter-figure.ts';
import type { PlotFigure, PlotRoom, PlotTheme } from '../../plots/plot-figure.ts';
import { ratioFigure } from '../../plots/ratio-figure.ts';
import { ratioReadings } from '../../plots/readings.ts';
import { titled } from '../../plots/titled.ts';
import { zoneFigure } from '../../plots/zone-figure.ts';
import { analysisText } from '../../text/analysis.ts';
import { designerText } from '../../text/designer.ts';
import { withOrigin, type FigureOf } from '../../text/measured.ts';
import { reportText } from '../../text/report.ts';
import { zoneText } from '../../text/zone.ts';
import { pairSet } from '../analysis/pair-set.ts';
import { cta2034Set, directivitySet } from '../analysis/curve-sets.ts';
import { heardSeparation } from '../heads/heard-separation.ts';
import { nullsOf } from '../null-edits.ts';
import { curveSetFigure, type CurveSet } from '../plot/curve-plot.tsx';
import { levelsOf } from '../zone/zone-plot.tsx';
import { zoneScene } from '../zone/zone-scene.ts';
import { rejectionCurves, separationCurves } from '../view-curves.ts';
import { depthFigures } from './report-depth.ts';
import { directionFigures } from './report-directions.ts';
import { WIDTH_PX, type ReportFigure } from './report-figure.ts';

const ROOM: PlotRoom = { widthPx: WIDTH_PX, heightPx: 300 };
const RATIO_ROOM: PlotRoom = { widthPx: WIDTH_PX, heightPx: 400 };
const MAP_ROOM: PlotRoom = { widthPx: WIDTH_PX, heightPx: 320 };
const ZONE_ROOM: PlotRoom = { widthPx: WIDTH_PX, heightPx: 520 };
const words = reportText.plots;

/** A measured head that hears the same design: its curves stand beside the model's. */
export interface OnHead {
  readonly name: string;
  readonly heard: HeadHeard;
}

/** All figures of a study, in the order of the report. */
export function reportFigures(study: DesignStudy, theme: PlotTheme, onHead: OnHead | null): ReportFigure[] {
  return [
    ...ratios(study, theme, onHead),
    ...curves(study, theme, onHead),
    ...filters(study, theme),
    ...maps(study, theme),
    ...directionFigures(study, theme),
    ...depthFigures(study, theme),
    zone(study, theme),
  ];
}

function ratios(study: DesignStudy, theme: PlotTheme, onHead: OnHead | null): ReportFigure[] {
  const kinds = [
    {
      id: 'separation',
      section: 'ears',
      of: 'ears',
      curves: separationCurves(
        study,
        undefined,
        onHead ? heardSeparation(onHead.heard, onHead.name) : undefined,
      ),
      text: designerText.cancellation,
      colour: 'left',
    },
    {
      id: 'rejection',
      section: 'beam',
      of: 'radiation',
      curves: rejectionCurves(study),
      text: designerText.beam,
      colour: 'centre',
    },
  ] as const;
  return kinds.map(({ id, section, of, curves: shown, text, colour }) => {
    const names = { achieved: text.achieved, axis: text.axis, colour } as const;
    return {
      id,
      section,
      title: words[id],
      caption: captionOf(study, of, designerText.ratioCaption(text.achieved, ratioReadings(shown)), onHead),
      drawing: plotOf(ratioFigure(shown, names, theme, RATIO_ROOM), words[id]),
    };
  });
}

function curves(study: DesignStudy, theme: PlotTheme, onHead: OnHead | null): ReportFigure[] {
  const { directivity, pair, cta2034 } = study;
  const heardPair = onHead && { name: onHead.name, pair: onHead.heard.pair };
  const kinds: readonly {
    readonly id: 'ild' | 'itd' | 'index' | 'beamwidth' | 'cta2034';
    readonly section: 'ears' | 'beam';
    readonly set: CurveSet;
    readonly caption: string;
  }[] = [
    {
      id: 'ild',
      section: 'ears',
      set: pairSet(pair, 'ild', heardPair),
      caption: analysisText.pair.captions.ild,
    },
    {
      id: 'itd',
      section: 'ears',
      set: pairSet(pair, 'itd', heardPair),
      caption: analysisText.pair.captions.itd,
    },
    {
      id: 'index',
      section: 'beam',
      set: directivitySet(directivity, 'index'),
      caption: analysisText.directivity.captions.index,
    },
    {
      id: 'beamwidth',
      section: 'beam',
      set: directivitySet(directivity, 'beamwidth'),
      caption: analysisText.directivity.captions.beamwidth,
    },
    { id: 'cta2034', section: 'beam', set: cta2034Set(cta2034), caption: analysisText.cta2034.caption },
  ];
  return kinds.map(({ id, section, set, caption }) => ({
    id,
    section,
    caption: captionOf(study, section === 'ears' ? 'ears' : 'radiation', caption, onHead),
    title: words[id],
    drawing: plotOf(curveSetFigure(set, theme, ROOM), words[id]),
  }));
}

function filters(study: DesignStudy, theme: PlotTheme): ReportFigure[] {
  const { drivers } = study.document.device;
  // The right column is the left one's mirror image, or near it: two show what there is to see.
  return (['left', 'centre'] as const).map((column) => {
    const title = words.magnitude(analysisText.columns[column]);
    return {
      id: `filters-${column}`,
      section: 'filters',
      title,
      caption: captionOf(study, 'filters', words.magnitudeCaption(analysisText.columns[column])),
      drawing: plotOf(filterFigure(study.filters[column], drivers, 'magnitude', theme, ROOM), title),
    };
  });
}

function maps(study: DesignStudy, theme: PlotTheme): ReportFigure[] {
  const { beam } = study.document.centre;
  const of = (column: Column): ReportFigure => {
    const title = words.map(analysisText.columns[column]);
    const nulls = column === 'centre' && beam ? nullsOf(beam) : [];
    const windowDeg = beam?.windowDeg ?? DEFAULT_WINDOW_DEG;
    const look = { normalisation: 'on-axis', floorDb: -30, colourMap: 'viridis' } as const;
    return {
      id: `map-${column}`,
      section: 'maps',
      title,
      caption: captionOf(
        study,
        'radiation',
        reportText.captions.column(analysisText.columns[column], analysisText.map.caption),
      ),
      drawing: plotOf(
        directivityFigure(study.maps[column], { ...look, nulls, windowDeg }, theme, MAP_ROOM),
        title,
      ),
    };
  };
  return COLUMNS.map(of);
}

function zone(study: DesignStudy, theme: PlotTheme): ReportFigure {
  const { document, figures, zone: levels } = study;
  const title = words.zone(figures.zoneAreaM2, ZONE_SEPARATION_DB);
  const of = levelsOf(levels, 'separation', ZONE_SEPARATION_DB);
  return {
    id: 'zone',
    section: 'zone',
    title,
    caption: captionOf(study, 'radiation', reportText.captions.zone(zoneText.explanations.separation)),
    drawing: plotOf(zoneFigure(of, zoneScene(document), theme, ZONE_ROOM), title),
  };
}

function plotOf(figure: PlotFigure, title: string): ReportFigure['drawing'] {
  return { kind: 'plot', figure: titled(figure, title) };
}

/** @param onHead where the figure shows a measured head's curves too */
function captionOf(study: DesignStudy, of: FigureOf, caption: string, onHead: OnHead | null = null): string {
  const beside = onHead && of === 'ears' ? [reportText.onHead(onHead.name)] : [];
  return [withOrigin(caption, study.document, of), ...beside].join(' ');
}
