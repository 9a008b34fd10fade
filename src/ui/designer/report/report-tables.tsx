import type { ReactNode } from 'react';
import {
  DEFAULT_WINDOW_DEG,
  type DesignDocument,
  type DesignStudy,
  type NullSet,
} from '../../../store/index.ts';
import { decibels } from '../../plots/units.ts';
import { compareText } from '../../text/compare.ts';
import { designerText } from '../../text/designer.ts';
import { baffleInWords, centimetres, curveInWords, reportText } from '../../text/report.ts';
import styles from './report.module.css';
import { figureValue } from '../compare/figure-values.ts';
import { formatFixed } from '../../format.ts';

type Rows = readonly (readonly [name: string, value: string])[];

/** Names and what they are. */
export function Facts({ rows }: { readonly rows: Rows }): ReactNode {
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function DriversTable({ document }: { readonly document: DesignDocument }): ReactNode {
  const text = reportText.drivers;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={text.caption}>
      <table className={styles.table}>
        <caption>
          {text.caption}; {reportText.baffle.name.toLowerCase()}: {baffleInWords(document)}
        </caption>
        <thead>
          <tr>
            {text.columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {document.device.drivers.map(({ id, positionM, radiusM, bandHz, gainDb = 0 }, index) => (
            <tr key={id}>
              <th scope="row">
                {index + 1} {id}
              </th>
              {[...positionM, radiusM].map((lengthM, at) => (
                <td key={at}>{centimetres(lengthM)}</td>
              ))}
              <td>{bandHz ? text.band(...bandHz) : text.whole}</td>
              <td>{decibels(gainDb)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function listenerRows({ listener, plant }: DesignDocument): Rows {
  const text = reportText.listener;
  return [
    [text.position, text.at(...listener.positionM)],
    [text.radius, `${centimetres(listener.headRadiusM)} cm`],
    [text.ears, `±${formatFixed(listener.earAzimuthDeg, 0)}°`],
    ...(plant ? ([[text.measured, text.plant(plant.name, plant.sha256)]] as const) : []),
  ];
}

export function targetRows({ sides, centre, upmix, room }: DesignDocument): Rows {
  const text = reportText.targets;
  const { cancellation, virtualSpeakerAzimuthDeg } = sides;
  const { beam } = centre;
  return [
    [text.cancellation, cancellation ? curveInWords(cancellation.targetGainDb) : text.none],
    ...(cancellation
      ? ([
          [text.sideEffort, decibels(cancellation.maxEffortDb)],
          [text.offsets, cancellation.headOffsetsM.map((offset) => text.offset(...offset)).join('; ')],
        ] as const)
      : []),
    ...(cancellation?.sideNulls ? ([[text.sideNulls, nullsInWords(cancellation.sideNulls)]] as const) : []),
    [text.pair, virtualSpeakerAzimuthDeg === null ? text.off : text.pairAt(virtualSpeakerAzimuthDeg)],
    [text.beam, beam ? curveInWords(beam.targetGainDb) : text.none],
    ...(beam
      ? ([
          [text.centreEffort, decibels(beam.maxEffortDb)],
          [text.nulls, nullsInWords(beam)],
          [text.window, text.windowAt(beam.windowDeg ?? DEFAULT_WINDOW_DEG)],
        ] as const)
      : []),
    [text.upmix, designerText.beam.upmixes[upmix.kind]],
    [text.room, room ? text.roomOf(room.sizeM, room.reverberationTimeS) : text.freeField],
  ];
}

function nullsInWords({ nullAzimuthsDeg, nullWidthDeg, nullDetails }: NullSet): string {
  const text = reportText.targets;
  if (nullAzimuthsDeg.length === 0) return text.off;
  const all = nullAzimuthsDeg.map((azimuthDeg, i) => {
    const { widthDeg = nullWidthDeg, extraDepthDb = 0 } = nullDetails?.[i] ?? {};
    return text.null(azimuthDeg, widthDeg, extraDepthDb);
  });
  return all.join('; ');
}

/** What the design does not have, as depth without a room, is left out. */
export function figureRows({ figures }: DesignStudy): Rows {
  return (Object.keys(compareText.figures) as (keyof typeof compareText.figures)[]).flatMap((figure) => {
    const value = figures[figure];
    return value === null ? [] : [[compareText.figures[figure].name, figureValue(figure, value)] as const];
  });
}

export function settingRows({ document, metrics }: DesignStudy): Rows {
  const text = reportText.settings;
  return [
    [text.rate, text.hertz(document.sampleRateHz)],
    [text.taps, designerText.device.tapsOption(document.filterTaps)],
    [text.delay, text.samples(metrics.latencySamples)],
    [text.speed, `${document.speedOfSoundMps} m/s`],
  ];
}
