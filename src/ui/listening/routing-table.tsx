import { FlipVertical2, Play, Square, VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  selectOutputChannels,
  TRIM_RANGE_DB,
  type DesignDocument,
  type DriverRoute,
} from '../../store/index.ts';
import { IconButton, NumberField, Select } from '../kit/index.ts';
import { outputsText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './routing-table.module.css';

const text = outputsText.routing;

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
              {key === 'trim' && ' dB'}
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
          hideUnit
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
    </tr>
  );
}
