import type { ReactNode } from 'react';
import {
  driverBandHz,
  selectDocument,
  selectRouting,
  selectRoutingTable,
  type DesignDocument,
  type DriverRoute,
} from '../../store/index.ts';
import { frequency } from '../plots/units.ts';
import { outputSheetsText } from '../text/output-sheets.ts';
import { useSoundstage } from '../use-soundstage.tsx';
import styles from './checks.module.css';
import { DriverMap } from './driver-map.tsx';
import { RoutingTable } from './routing-table.tsx';

const text = outputSheetsText.routing;

/** The drivers, the one that sounds, and the output each is wired to. */
export default function DriverSheet(): ReactNode {
  const document = useSoundstage(selectDocument);
  const table = useSoundstage(selectRoutingTable);
  const { check } = useSoundstage(selectRouting);
  const playing = check?.check.kind === 'driver' ? check.check.driver : null;
  return (
    <>
      <DriverMap drivers={document.device.drivers} table={table} playing={playing} />
      <p className={styles.now} role="status" data-sounding={playing === null ? null : 'driver'}>
        {playing === null ? text.rules : playingWords(document, table, playing)}
      </p>
      <RoutingTable document={document} table={table} playing={playing} />
      <p className={styles.hint}>{text.delays}</p>
    </>
  );
}

function playingWords(document: DesignDocument, table: readonly DriverRoute[], driver: number): string {
  const [low, high] = driverBandHz(document, driver).map(frequency);
  const { id } = document.device.drivers[driver]!;
  return text.playing(id, table[driver]!.output + 1, low, high);
}
