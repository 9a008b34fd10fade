import { useCallback, useMemo, type ReactNode } from 'react';
import {
  keepsRule,
  zoneAreaM2,
  zoneRule,
  type DesignDocument,
  type ZoneMaps,
  type ZoneQuantity,
} from '../../../store/index.ts';
import { selectZoneThresholds } from '../../../store/selectors.ts';
import { zoneCsv } from '../../plots/exports.ts';
import type { PlotRoom, PlotTheme } from '../../plots/plot-figure.ts';
import { zoneFigure, type ZoneLevels } from '../../plots/zone-figure.ts';
import { QUANTITY_SCALES } from '../../plots/zone-quantities.ts';
import { zoneWidthM } from '../../plots/zone-readings.ts';
import { zoneText as text } from '../../text/zone.ts';
import { withOrigin } from '../../text/measured.ts';
import { useSoundstage } from '../../use-soundstage.tsx';
import { Plot } from '../plot/plot.tsx';
import { linearPoint, ZoneCursor } from './zone-cursor.tsx';
import { useHeadName } from '../heads/use-heard.ts';
import { zoneScene } from './zone-scene.ts';
import type { ChoosingZone } from './zone-tab.tsx';
import styles from './zone-tab.module.css';

interface ZonePlotProps extends ChoosingZone {
  readonly zone: ZoneMaps;
  readonly document: DesignDocument;
}

/** The map of one quantity, with the point that is read. */
export function ZonePlot(props: ZonePlotProps): ReactNode {
  const { zone, document, choice, onChoose } = props;
  const { quantity } = choice;
  const threshold = useSoundstage(selectZoneThresholds)[quantity];
  const head = useHeadName();
  const levels = useMemo(() => levelsOf(zone, quantity, threshold), [zone, quantity, threshold]);
  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) => zoneFigure(levels, zoneScene(document), theme, room),
    [levels, document],
  );
  const words = useMemo(() => {
    const keeps = (value: number) => keepsRule(value, levels.rule);
    const [frontM, leftM] = document.listener.positionM;
    const widthM = zoneWidthM(levels, keeps, frontM, leftM);
    const areaM2 = zoneAreaM2(levels.values, zone, levels.rule);
    return {
      title: text.title(text.quantities[quantity], areaM2, text.rule(quantity, levels.rule)),
      caption: [
        withOrigin(text.caption(quantity, zone.bandHz, zone.seat[quantity], widthM), document, 'radiation'),
        ...(head ? [text.modelHead(head)] : []),
      ].join(' '),
    };
  }, [levels, zone, document, quantity, head]);
  // Of images there are none at all where the band lies too high.
  if (Number.isNaN(zone.seat[quantity])) return <p className={styles.noImage}>{text.noImage}</p>;
  return (
    <Plot
      {...words}
      build={build}
      csv={() => zoneCsv(zone, [{ name: text.axes[quantity], values: levels.values }])}
      fileName={`zone-${quantity}`}
      mostHeightPx={620}
      onPress={(frame, x, y) => onChoose({ ...choice, point: linearPoint(zone, frame, x, y) })}
      overlay={(frame) => <ZoneCursor frame={frame} {...props} />}
    />
  );
}

/** One quantity of the maps as a figure takes it. @param threshold of the quantity's own rule */
export function levelsOf(zone: ZoneMaps, quantity: ZoneQuantity, threshold: number): ZoneLevels {
  return {
    frontM: zone.frontM,
    leftM: zone.leftM,
    values: zone.values[quantity],
    name: text.axes[quantity],
    scale: QUANTITY_SCALES[quantity],
    rule: zoneRule(quantity, threshold, zone.seat[quantity]),
  };
}
