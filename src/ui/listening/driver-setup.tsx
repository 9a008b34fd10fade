import { Cable, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  driverBandHz,
  selectDocument,
  selectRouting,
  selectRoutingTable,
  type DesignDocument,
  type DriverRoute,
} from '../../store/index.ts';
import { Button } from '../kit/index.ts';
import { outputsText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { CheckSheet } from './check-sheet.tsx';
import styles from './checks.module.css';
import { DriverMap } from './driver-map.tsx';
import { RoutingTable } from './routing-table.tsx';

const text = outputsText.routing;

/** Which driver is wired to which output, found out by ear. */
export function DriverSetup(): ReactNode {
  const { resetRoutes } = useActions();
  const document = useSoundstage(selectDocument);
  const table = useSoundstage(selectRoutingTable);
  const { check } = useSoundstage(selectRouting);
  const playing = check?.check.kind === 'driver' ? check.check.driver : null;
  return (
    <CheckSheet
      title={text.title}
      about={text.about}
      actions={
        <Button size="small" onClick={resetRoutes}>
          <RotateCcw size={15} aria-hidden />
          {text.reset}
        </Button>
      }
      trigger={
        <Button size="small">
          <Cable size={15} aria-hidden />
          {text.open}
        </Button>
      }
    >
      <DriverMap drivers={document.device.drivers} table={table} playing={playing} />
      <p className={styles.now} role="status" data-sounding={playing === null ? null : 'driver'}>
        {playing === null ? text.rules : playingWords(document, table, playing)}
      </p>
      <RoutingTable document={document} table={table} playing={playing} />
    </CheckSheet>
  );
}

function playingWords(document: DesignDocument, table: readonly DriverRoute[], driver: number): string {
  const [low, high] = driverBandHz(document, driver).map(hertz);
  const { id } = document.device.drivers[driver]!;
  return text.playing(id, table[driver]!.output + 1, `${low} to ${high}`);
}

function hertz(frequencyHz: number): string {
  return frequencyHz < 1000
    ? `${Number(frequencyHz.toPrecision(3))} Hz`
    : `${Number((frequencyHz / 1000).toPrecision(3))} kHz`;
}
