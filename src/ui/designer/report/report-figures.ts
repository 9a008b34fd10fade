import {
  COLUMNS,
  DEFAULT_WINDOW_DEG,
  ZONE_SEPARATION_DB,
  type Column,
  type DesignStudy,
} from '../../../store/index.ts';
import { directivityFigure } from '../../plots/directivity-figure.ts';
import { filterFigure } from '../../plots/filter-figure.ts';
import type { PlotFigure, PlotRoom, PlotTheme } from '../../plots/plot-figure.ts';
import { ratioFigure } from '../../plots/ratio-figure.ts';
import { ratioReadings } from '../../plots/readings.ts';
import { titled } from '../../plots/titled.ts';
import { zoneFigure } from '../../plots/zone-figure.ts';
import { analysisText } from '../../text/analysis.ts';
import { designerText, ratioCaption } from '../../text/designer.ts';
import { reportText } from '../../text/report.ts';
import { zoneText } from '../../text/zone.ts';
import { pairSet } from '../analysis/pair-set.ts';
import { cta2034Set, directivitySet } from '../analysis/curve-sets.ts';
import { nullsOf } from '../null-edits.ts';
import { curveSetFigure, type CurveSet } from '../plot/curve-plot.tsx';
import { levelsOf } from '../zone/zone-plot.tsx';
import { zoneScene } from '../zone/zone-scene.ts';
import { rejectionCurves, separationCurves } from '../view-curves.ts';

/** A figure of the report, with its title and legend in it. */
export interface ReportFigure {
  readonly id: string;
  readonly section: 'ears' | 'beam' | 'filters' | 'maps' | 'zone';
  readonly title: string;
  /** The figures that matter, in words. */
  readonly caption: string;
  readonly figure: PlotFigure;
}

/** What is printed beside each other on A4 or letter between margins, at 96 px an inch. */
const ROOM: PlotRoom = { widthPx: 680, heightPx: 300 };
const RATIO_ROOM: PlotRoom = { widthPx: 680, heightPx: 400 };
const MAP_ROOM: PlotRoom = { widthPx: 680, heightPx: 320 };
const ZONE_ROOM: PlotRoom = { widthPx: 680, heightPx: 520 };
const words = reportText.plots;

/** All figures of a study, in the order of the report. */
export function reportFigures(study: DesignStudy, theme: PlotTheme): ReportFigure[] {
  return [
    ...ratios(study, theme),
    ...curves(study, theme),
    ...filters(study, theme),
    ...maps(study, theme),
    zone(study, theme),
  ];
}

function ratios(study: DesignStudy, theme: PlotTheme): ReportFigure[] {
  const kinds = [
    {
      id: 'separation',
      section: 'ears',
      curves: separationCurves(study),
      text: designerText.cancellation,
      colour: 'left',
    },
    {
      id: 'rejection',
      section: 'beam',
      curves: rejectionCurves(study),
      text: designerText.beam,
      colour: 'centre',
    },
  ] as const;
  return kinds.map(({ id, section, curves: of, text, colour }) => {
    const names = { achieved: text.achieved, axis: text.axis, colour } as const;
    return {
      id,
      section,
      title: words[id],
      caption: ratioCaption(text.achieved, ratioReadings(of)),
      figure: titled(ratioFigure(of, names, theme, RATIO_ROOM), words[id]),
    };
  });
}

function curves(study: DesignStudy, theme: PlotTheme): ReportFigure[] {
  const { directivity, pair, cta2034 } = study;
  const kinds: readonly {
    readonly id: 'ild' | 'itd' | 'index' | 'beamwidth' | 'cta2034';
    readonly section: ReportFigure['section'];
    readonly set: CurveSet;
    readonly caption: string;
  }[] = [
    { id: 'ild', section: 'ears', set: pairSet(pair, 'ild'), caption: analysisText.pair.captions.ild },
    { id: 'itd', section: 'ears', set: pairSet(pair, 'itd'), caption: analysisText.pair.captions.itd },
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
    caption,
    title: words[id],
    figure: titled(curveSetFigure(set, theme, ROOM), words[id]),
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
      caption: '',
      figure: titled(filterFigure(study.filters[column], drivers, 'magnitude', theme, ROOM), title),
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
      caption: analysisText.map.caption,
      figure: titled(
        directivityFigure(study.maps[column], { ...look, nulls, windowDeg }, theme, MAP_ROOM),
        title,
      ),
    };
  };
  return COLUMNS.map(of);
}

function zone({ document, figures, zone: levels }: DesignStudy, theme: PlotTheme): ReportFigure {
  const title = words.zone(figures.zoneAreaM2, ZONE_SEPARATION_DB);
  const of = levelsOf(levels, 'separation', ZONE_SEPARATION_DB);
  return {
    id: 'zone',
    section: 'zone',
    title,
    caption: zoneText.explanations.separation,
    figure: titled(zoneFigure(of, zoneScene(document), theme, ZONE_ROOM), title),
  };
}
