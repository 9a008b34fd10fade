import { FlipVertical2, Play, Square, VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  DELAY_RANGE_SECONDS,
  selectOutputChannels,
  TRIM_RANGE_DB,
  type DesignDocument,
  type DriverRoute,
} from '../../store/index.ts';
import { IconButton, NumberField, Select } from '../kit/index.ts';
import { outputSheetsText } from '../text/output-sheets.ts';
import { useActions, useEngine, useSoundstage } from '../use-soundstage.tsx';
import styles from './routing-table.module.css';
import { formatNumber } from '../format.ts';

const text = outputSheetsText.routing;

/** A row for each driver: its output, a test, polarity, silence and level. */
export function RoutingTable(props: {
  readonly document: DesignDocument;
  readonly table: readonly DriverRoute[];
  readonly playing: number | null;
}): ReactNode {
  const { document, table, playing } = props;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {Object.entries(text.columns).map(([key, name]) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.map((route, index) => (
          <Row
            key={index}
            driver={index}
            name={document.device.drivers[index]?.id ?? String(index + 1)}
            route={route}
            speedOfSoundMps={document.speedOfSoundMps}
            playing={index === playing}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: {
  readonly driver: number;
  readonly name: string;
  readonly route: DriverRoute;
  readonly speedOfSoundMps: number;
  readonly playing: boolean;
}): ReactNode {
  const { driver, name, route, playing } = props;
  const { setDriverOutput, setDriverRoute, startCheck, stopCheck } = useActions();
  const channels = useSoundstage(selectOutputChannels);
  const options = Array.from({ length: channels }, (_, channel) => ({
    value: String(channel),
    label: String(channel + 1),
  }));
  return (
    <tr data-playing={playing} data-muted={route.muted}>
      <th scope="row">{name}</th>
      <td>
        <Select
          hideLabel
          label={text.output(name)}
          value={String(route.output)}
          options={options}
          onChange={(value) => setDriverOutput(driver, Number(value))}
        />
      </td>
      <td>
        <IconButton
          label={text.play(name)}
          tooltip={false}
          aria-pressed={playing}
          onClick={() => (playing ? stopCheck() : void startCheck({ kind: 'driver', driver }))}
        >
          {playing ? <Square size={15} aria-hidden /> : <Play size={15} aria-hidden />}
        </IconButton>
      </td>
      <td>
        <IconButton
          label={text.invert(name)}
          variant="quiet"
          aria-pressed={route.inverted}
          onClick={() => setDriverRoute(driver, { inverted: !route.inverted })}
        >
          <FlipVertical2 size={16} aria-hidden />
        </IconButton>
      </td>
      <td>
        <IconButton
          label={text.mute(name)}
          variant="quiet"
          aria-pressed={route.muted}
          onClick={() => setDriverRoute(driver, { muted: !route.muted })}
        >
          <VolumeX size={16} aria-hidden />
        </IconButton>
      </td>
      <td>
        <NumberField
          hideLabel
          hideSteps
          label={text.trim(name)}
          unit="dB"
          {...TRIM_RANGE_DB}
          step={0.5}
          decimals={1}
          value={route.trimDb}
          onCommit={(trimDb) => setDriverRoute(driver, { trimDb })}
        />
      </td>
      <td>
        <DelayField {...props} />
      </td>
    </tr>
  );
}

/** In milliseconds, and what they are in samples and in air. */
function DelayField(props: {
  readonly driver: number;
  readonly name: string;
  readonly route: DriverRoute;
  readonly speedOfSoundMps: number;
}): ReactNode {
  const { driver, name, route, speedOfSoundMps } = props;
  const { setDriverRoute } = useActions();
  const { sampleRateHz } = useEngine();
  const { ms, samples, cm, metres } = text.delayUnits;
  const { delaySeconds } = route;
  const hint = text.delayed(
    Math.round(delaySeconds * sampleRateHz),
    formatNumber(100 * delaySeconds * speedOfSoundMps, 1),
  );
  return (
    <NumberField
      hideLabel
      hideSteps
      label={text.delay(name)}
      unit={ms}
      units={{ [samples]: 1000 / sampleRateHz, [cm]: 10 / speedOfSoundMps, [metres]: 1000 / speedOfSoundMps }}
      min={1000 * DELAY_RANGE_SECONDS.min}
      max={1000 * DELAY_RANGE_SECONDS.max}
      step={0.1}
      decimals={3}
      value={Number((1000 * delaySeconds).toPrecision(12))}
      {...(delaySeconds > 0 && { hint })}
      onCommit={(milliseconds) => setDriverRoute(driver, { delaySeconds: milliseconds / 1000 })}
    />
  );
}
