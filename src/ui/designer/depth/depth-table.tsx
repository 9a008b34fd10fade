import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  COLUMNS,
  heardDepth,
  JUST_NOTICEABLE_DB,
  type DepthFigures,
  type HeardDepth,
  type Room,
} from '../../../store/index.ts';
import { decibels, difference, metres } from '../../plots/units.ts';
import { depthText as text } from '../../text/depth.ts';
import styles from './depth.module.css';

interface Row {
  readonly name: string;
  readonly shown: (depth: HeardDepth) => string;
  /** Where a difference is heard from. */
  readonly compared?: { readonly of: (depth: HeardDepth) => number; readonly noticeableDb: number };
}

const ROWS: readonly Row[] = [
  { name: text.rows.index, shown: ({ indexDb }) => decibels(indexDb) },
  { name: text.rows.critical, shown: ({ criticalM }) => metres(criticalM) },
  {
    name: text.rows.ratio,
    shown: ({ ratioDb }) => decibels(ratioDb),
    compared: { of: ({ ratioDb }) => ratioDb, noticeableDb: JUST_NOTICEABLE_DB.ratio },
  },
  {
    name: text.rows.clarity,
    shown: ({ clarityDb }) => decibels(clarityDb),
    compared: { of: ({ clarityDb }) => clarityDb, noticeableDb: JUST_NOTICEABLE_DB.clarity },
  },
];

/** Every column's figures at the listener, before and after, and whether the difference is heard. */
export function DepthTable(props: {
  readonly figures: DepthFigures;
  readonly room: Room;
  readonly distanceM: number;
}): ReactNode {
  const { figures, room, distanceM } = props;
  const heard = (depths: DepthFigures['design']) => depths.map((depth) => heardDepth(depth, room, distanceM));
  const [design, matrix] = [heard(figures.design), heard(figures.matrix)];
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={text.table}>
      <table className={styles.table}>
        <caption>{text.tableNote(JUST_NOTICEABLE_DB.ratio, JUST_NOTICEABLE_DB.clarity)}</caption>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {text.table}
            </th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {text.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        {ROWS.map(({ name, shown, compared }) => (
          <tbody key={name}>
            <tr>
              <th scope="rowgroup" rowSpan={compared ? 3 : 2}>
                {name}
              </th>
              <th scope="row">{text.design}</th>
              {design.map((depth, i) => (
                <td key={i}>{shown(depth)}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{text.plain}</th>
              {matrix.map((depth, i) => (
                <td key={i}>{shown(depth)}</td>
              ))}
            </tr>
            {compared && (
              <tr>
                <th scope="row">{text.difference}</th>
                {design.map((depth, i) => (
                  <td key={i}>
                    <Difference
                      valueDb={compared.of(depth) - compared.of(matrix[i])}
                      noticeableDb={compared.noticeableDb}
                    />
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** A difference with whether it is heard, in a mark and in words. */
function Difference(props: { readonly valueDb: number; readonly noticeableDb: number }): ReactNode {
  const isHeard = Math.abs(props.valueDb) >= props.noticeableDb;
  return (
    <span className={styles.difference} data-heard={isHeard}>
      {difference(props.valueDb)}
      <span className={styles.heard}>
        {isHeard && <Check size={12} aria-hidden />}
        {isHeard ? text.heard : text.notHeard}
      </span>
    </span>
  );
}
