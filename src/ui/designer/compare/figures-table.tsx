import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { compareFigures, FIGURE_RULES, type ComparedFigure, type DesignStudy } from '../../../store/index.ts';
import { compareText as text } from '../../text/compare.ts';
import styles from './compare.module.css';
import { FIGURE_SHOWN, figureValue } from './figure-values.ts';

/** Both designs in numbers, the better one marked where the difference is worth it. */
export function FiguresTable(props: { readonly ours: DesignStudy; readonly theirs: DesignStudy }): ReactNode {
  const rows = compareFigures(props.ours.figures, props.theirs.figures);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={text.table}>
      <table className={styles.table}>
        <caption className={styles.note}>{text.tableNote}</caption>
        <thead>
          <tr>
            <th scope="col">{text.columns.figure}</th>
            <th scope="col">{text.ours}</th>
            <th scope="col">{text.theirs}</th>
            <th scope="col">{text.columns.difference}</th>
            <th scope="col">{text.columns.better}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FigureRow key={row.figure} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FigureRow({ row }: { readonly row: ComparedFigure }): ReactNode {
  const { name, why } = text.figures[row.figure];
  const shown = (value: number | null): string =>
    value === null ? text.none : figureValue(row.figure, value);
  const { matters, isRatio = false } = FIGURE_RULES[row.figure];
  const worth = isRatio
    ? text.mattersAsLevel(`${matters} dB`)
    : text.matters(`${matters} ${FIGURE_SHOWN[row.figure].unit}`);
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={styles.why}>
          {why}, {worth}
        </span>
      </th>
      <td data-better={row.better === 'ours'}>{shown(row.ours)}</td>
      <td data-better={row.better === 'theirs'}>{shown(row.theirs)}</td>
      <td>
        {row.difference === null ? text.none : `${row.difference > 0 ? '+' : ''}${shown(row.difference)}`}
      </td>
      <td className={styles.better}>
        {row.better ? (
          <>
            <Check size={14} aria-hidden />
            {text[row.better]}
          </>
        ) : (
          <span className={styles.quiet}>{row.difference === null ? text.none : text.alike}</span>
        )}
      </td>
    </tr>
  );
}
