import { useMemo, type ReactNode } from 'react';
import type { DesignView, ZoneMap } from '../../store/index.ts';
import { valueAt } from '../plots/band.ts';
import { ratioReadings } from '../plots/readings.ts';
import { signed } from '../plots/units.ts';
import { designerText } from '../text/designer.ts';
import styles from './design-figures.module.css';
import { rejectionCurves, separationCurves } from './view-curves.ts';

const text = designerText.figures;

/** What one compares designs by, as figures with their units. */
export function DesignFigures(props: {
  readonly view: DesignView;
  readonly zone: ZoneMap | null;
  readonly thresholdDb: number;
}): ReactNode {
  const { view, zone, thresholdDb } = props;
  const figures = useMemo(() => figuresOf(view), [view]);
  const zoneFigure = {
    name: text.zoneArea(zone?.thresholdDb ?? thresholdDb),
    value: zone ? signed(zone.areaM2, zone.areaM2 < 1 ? 3 : 2) : '–',
    unit: 'm²',
  };
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
}

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

function figure(value: number): string {
  return Number.isFinite(value) ? signed(value, 1) : '–';
}
