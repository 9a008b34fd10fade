import type { ReactNode } from 'react';
import { Select } from '../../kit/index.ts';
import { measuredText as text } from '../../text/measured.ts';
import styles from './measured.module.css';

/** What was found, driver by driver: each cell names one of it. */
export function MappingTable(props: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly driverIds: readonly string[];
  /** What there is to choose from, by name. */
  readonly choices: readonly string[];
  /** (drivers, columns) indices into the choices. */
  readonly chosen: readonly (readonly number[])[];
  readonly labelOf: (driver: string, column: number) => string;
  readonly onChoose: (driver: number, column: number, choice: number) => void;
}): ReactNode {
  const options = props.choices.map((label, at) => ({ value: String(at), label }));
  return (
    <table className={styles.table}>
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.driver}</th>
          {props.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.driverIds.map((id, driver) => (
          <tr key={id}>
            <th scope="row">{id}</th>
            {props.columns.map((column, at) => (
              <td key={column}>
                <Select
                  label={props.labelOf(id, at)}
                  hideLabel
                  value={String(props.chosen[driver]?.[at] ?? '')}
                  options={options}
                  onChange={(choice) => props.onChoose(driver, at, Number(choice))}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
