import type { ReactNode } from 'react';
import type { DesignDocument } from '../../store/index.ts';
import { designerText } from '../text/designer.ts';
import styles from './device-drawing.module.css';
import { drawingFrame, signalOf, type DrawingFrame } from './drawing-geometry.ts';
import { useElementWidth } from './plot/use-element-width.ts';

const text = designerText.device;
const TONE = { left: styles.left, right: styles.right, centre: styles.centre };

/** The device to scale: seen from the audience, and from above with the front downwards. */
export function DeviceDrawing({ document }: { readonly document: DesignDocument }): ReactNode {
  const [box, widthPx] = useElementWidth<HTMLDivElement>();
  const { drivers } = document.device;
  const lefts = drivers.map(({ positionM }) => positionM[1]);
  const widthCm = ((Math.max(...lefts) - Math.min(...lefts)) * 100).toFixed(1);
  const distanceM = Math.hypot(...document.listener.positionM).toFixed(2);
  const views = [
    { title: text.front, vertical: 2 },
    { title: text.above, vertical: 0 },
  ] as const;
  return (
    <figure className={styles.figure}>
      <h3 className={styles.title}>{text.plot}</h3>
      <div ref={box} className={styles.views}>
        {widthPx > 0 &&
          views.map(({ title, vertical }) => (
            <View
              key={title}
              title={title}
              frame={drawingFrame(document, vertical, widthPx)}
              document={document}
            />
          ))}
      </div>
      <figcaption className={styles.caption}>{text.summary(drivers.length, widthCm, distanceM)}</figcaption>
    </figure>
  );
}

function View(props: {
  readonly title: string;
  readonly frame: DrawingFrame;
  readonly document: DesignDocument;
}): ReactNode {
  const { frame, document } = props;
  const { baffle, drivers } = document.device;
  const [originX, originY] = frame.at([0, 0, 0]);
  return (
    <svg
      className={styles.view}
      width={frame.widthPx}
      height={frame.heightPx}
      role="img"
      aria-label={props.title}
      viewBox={`0 0 ${frame.widthPx} ${frame.heightPx}`}
    >
      <Grid frame={frame} />
      {baffle.kind === 'rigid-sphere' && (
        <circle className={styles.baffle} cx={originX} cy={originY} r={baffle.radiusM * frame.pxPerM} />
      )}
      {baffle.kind === 'infinite-plane' && frame.vertical === 0 && (
        <line className={styles.wall} x1={0} x2={frame.widthPx} y1={originY} y2={originY} />
      )}
      {drivers.map((driver, index) => {
        const [x, y] = frame.at(driver.positionM);
        return (
          <g key={index} className={TONE[signalOf(driver.positionM)]}>
            <circle className={styles.driver} cx={x} cy={y} r={Math.max(3, driver.radiusM * frame.pxPerM)} />
            <circle
              className={styles.cap}
              cx={x}
              cy={y}
              r={Math.max(1, driver.radiusM * frame.pxPerM * 0.35)}
            />
          </g>
        );
      })}
      <text className={styles.label} x={10} y={18}>
        {props.title}
      </text>
    </svg>
  );
}

/** A ten-centimetre grid, the axis of symmetry stronger, and the scale in words. */
function Grid({ frame }: { readonly frame: DrawingFrame }): ReactNode {
  const [originX, originY] = frame.at([0, 0, 0]);
  return (
    <g className={styles.grid} aria-hidden>
      {frame.gridM.map((offsetM) => {
        const x = originX - offsetM * frame.pxPerM;
        return (
          <line key={`x${offsetM}`} data-axis={offsetM === 0} x1={x} x2={x} y1={0} y2={frame.heightPx} />
        );
      })}
      {frame.gridM.map((offsetM) => {
        const y = originY - offsetM * frame.pxPerM;
        return <line key={`y${offsetM}`} data-axis={offsetM === 0} x1={0} x2={frame.widthPx} y1={y} y2={y} />;
      })}
      <g className={styles.scale}>
        <line
          x1={frame.widthPx - 12 - frame.gridStepM * frame.pxPerM}
          x2={frame.widthPx - 12}
          y1={frame.heightPx - 12}
          y2={frame.heightPx - 12}
        />
        <text x={frame.widthPx - 12} y={frame.heightPx - 18} textAnchor="end">
          {`${Math.round(frame.gridStepM * 100)} cm`}
        </text>
      </g>
    </g>
  );
}
