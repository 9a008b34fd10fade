import { memo, useMemo, type ReactNode } from 'react';
import { zoneAreaM2, type DesignView, type ZoneMaps } from '../../store/index.ts';
import { valueAt } from '../plots/band.ts';
import { ratioReadings } from '../plots/readings.ts';
import { designerText } from '../text/designer.ts';
import { zoneText } from '../text/zone.ts';
import { bandIdOf } from './zone/zone-bands.ts';
import styles from './design-figures.module.css';
import { rejectionCurves, separationCurves } from './view-curves.ts';
import { formatFixed } from '../format.ts';

const text = designerText.figures;

/** What one compares designs by, as figures with their units. */
export const DesignFigures = memo(function DesignFigures(props: {
  readonly view: DesignView;
  readonly zone: ZoneMaps | null;
  readonly thresholdDb: number;
}): ReactNode {
  const { view, zone, thresholdDb } = props;
  const figures = useMemo(() => figuresOf(view), [view]);
  const zoneFigure = useMemo(() => zoneArea(zone, thresholdDb), [zone, thresholdDb]);
  return (
    <dl className={styles.figures} aria-label={text.label}>
      {[...figures, zoneFigure].map(({ name, value, unit }) => (
        <div key={name} className={styles.figure}>
          <dt>{name}</dt>
          <dd>
            {value} <span className={styles.unit}>{unit}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
});

function figuresOf(view: DesignView) {
  const sides = ratioReadings(separationCurves(view));
  const centre = ratioReadings(rejectionCurves(view));
  const { frequencyHz, centre: centreMetrics, latencySamples } = view.metrics;
  const effortDb = Math.max(sides.worstEffort?.value ?? NaN, centre.worstEffort?.value ?? NaN);
  const indexDb = valueAt({ frequencyHz, values: centreMetrics.directivityIndexDb }, 1000);
  const latencyMs = (latencySamples / view.document.sampleRateHz) * 1000;
  return [
    { name: text.separation, value: figure(sides.meanDb), unit: 'dB' },
    { name: text.effort, value: figure(effortDb), unit: 'dB' },
    { name: text.directivityIndex, value: figure(indexDb), unit: 'dB' },
    { name: text.latency, value: figure(latencyMs), unit: 'ms' },
  ];
}

/** The area that keeps its separation. */
function zoneArea(zone: ZoneMaps | null, thresholdDb: number) {
  const band = zone && bandIdOf(zone.bandHz);
  const areaM2 = zone && zoneAreaM2(zone.values.separation, zone, { kind: 'least', value: thresholdDb });
  return {
    name: text.zoneArea(thresholdDb, band === null || band === 'broad' ? null : zoneText.bands[band]),
    value: areaM2 === null ? '–' : formatFixed(areaM2, areaM2 < 1 ? 3 : 2),
    unit: 'm²',
  };
}

function figure(value: number): string {
  return Number.isFinite(value) ? formatFixed(value, 1) : '–';
}
