import { useId, type ReactNode } from 'react';
import { Button } from '../../kit/index.ts';
import { designerText } from '../../text/designer.ts';
import styles from './plot.module.css';

const text = designerText.plot;

/** Ways to take a figure along. */
export interface FigureSaves {
  readonly png: () => void;
  readonly svg: () => void;
  readonly csv: () => void;
}

/** What stands around every figure: its title, what its lines are, its controls; its caption and exports below. */
export function FigureFrame(props: {
  readonly title: string;
  readonly caption: string;
  readonly captionId: string;
  readonly legend?: ReactNode;
  readonly controls?: ReactNode;
  readonly options?: ReactNode;
  /** There where the figure is zoomed. */
  readonly onResetZoom?: (() => void) | undefined;
  readonly saves: FigureSaves;
  /** More words under the caption. */
  readonly notes?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const { title, saves } = props;
  const titleId = useId();
  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h3 id={titleId} className={styles.title}>
          {title}
        </h3>
        {props.legend}
        {props.controls && <div className={styles.controls}>{props.controls}</div>}
      </header>
      {props.options}
      {props.children}
      <figcaption className={styles.foot}>
        <p id={props.captionId} className={styles.caption}>
          {props.caption}
        </p>
        <div className={styles.exports} role="group" aria-label={text.exports(title)}>
          {props.onResetZoom && (
            <Button variant="quiet" size="small" onClick={props.onResetZoom}>
              {text.resetZoom}
            </Button>
          )}
          {(['png', 'svg', 'csv'] as const).map((kind) => (
            <Button
              key={kind}
              variant="quiet"
              size="small"
              aria-label={text.save(title, text[kind])}
              onClick={saves[kind]}
            >
              {text[kind]}
            </Button>
          ))}
        </div>
      </figcaption>
      {props.notes}
    </figure>
  );
}
