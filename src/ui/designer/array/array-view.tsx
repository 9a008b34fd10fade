import type { ReactNode } from 'react';
import { isOnAxis } from '../../../store/arrays.ts';
import type { DesignDocument } from '../../../store/index.ts';
import { classNames } from '../../kit/index.ts';
import { arrayText as text } from '../../text/array.ts';
import { signalOf, type ArrayFrame } from './array-frame.ts';
import styles from './array-view.module.css';
import type { SnapHint } from './drag-place.ts';
import { DriverHandle } from './driver-handle.tsx';
import { DriverMark } from './driver-mark.tsx';
import { driverShape, freeRadiusPx, type DriverShape } from './driver-shape.ts';
import { FixedHeads, HeadHandles } from './head-marks.tsx';
import { SphereHandle } from './sphere-handle.tsx';
import type { ArrayEditor } from './use-array-editor.ts';

/** A finger's target around a driver, where there is room. */
const MOST_TARGET_PX = 18;
const LETTER_PX = 5.6;
const LINE_PX = 13;

/** The device from one side, to scale; with an editor its drivers can be taken hold of. */
export function ArrayView(props: {
  readonly document: DesignDocument;
  readonly frame: ArrayFrame;
  readonly editor: ArrayEditor | null;
}): ReactNode {
  const { document, frame, editor } = props;
  const { baffle, drivers } = document.device;
  const title = frame.vertical === 0 ? text.above : text.front;
  const shapes = drivers.map((driver) => driverShape(driver, baffle, frame));
  const showIds = fit(
    shapes,
    drivers.map(({ id }) => id.length),
  );
  const showNumbers = fit(
    shapes,
    drivers.map((_, index) => String(index + 1).length),
  );
  const isScene = editor?.zoom === 'scene';
  return (
    <div className={styles.frame}>
      <svg
        className={styles.view}
        width={frame.widthPx}
        height={frame.heightPx}
        role={editor ? 'group' : 'img'}
        aria-label={title}
        viewBox={`0 0 ${frame.widthPx} ${frame.heightPx}`}
      >
        <Grid frame={frame} isAxisHinted={editor?.hint?.kind === 'axis'} />
        <Outline document={document} frame={frame} />
        <text className={styles.label} x={10} y={18}>
          {title}
        </text>
        {isScene && frame.vertical === 2 && <FixedHeads document={document} frame={frame} />}
        {editor?.hint?.kind === 'mirror' && <MirrorHint positionM={editor.hint.positionM} frame={frame} />}
        {drawingOrder(document, shapes).map((index) =>
          editor ? (
            <DriverHandle
              key={index}
              index={index}
              shape={shapes[index]}
              frame={frame}
              view={title}
              targetPx={freeRadiusPx(shapes, index, MOST_TARGET_PX)}
              showId={showIds}
              showNumber={showNumbers}
              editor={editor}
            />
          ) : (
            <DriverMark
              key={index}
              shape={shapes[index]}
              number={index + 1}
              id={drivers[index].id}
              tone={signalOf(drivers[index].positionM)}
              frame={frame}
              showId={showIds}
              showNumber={showNumbers}
            />
          ),
        )}
        {editor && <GhostMark editor={editor} frame={frame} />}
        {editor && !isScene && baffle.kind === 'rigid-sphere' && (
          <SphereHandle editor={editor} frame={frame} view={title} />
        )}
        {isScene && frame.vertical === 0 && <HeadHandles editor={editor} frame={frame} />}
      </svg>
      {editor && <Said editor={editor} />}
    </div>
  );
}

/** Far ones first, and of those large ones first: a tweeter in a woofer's centre stays in sight. */
function drawingOrder({ device }: DesignDocument, shapes: readonly DriverShape[]): number[] {
  const order = device.drivers.map((_, index) => index);
  const depth = (index: number): number => (shapes[index].isBehind ? 0 : 1);
  return order.sort(
    (a, b) => depth(a) - depth(b) || device.drivers[b].radiusM - device.drivers[a].radiusM || a - b,
  );
}

/** Whether words of so many letters have room at their drivers, none over another. */
function fit(shapes: readonly DriverShape[], lengths: readonly number[]): boolean {
  return shapes.every((a, i) =>
    shapes.every(
      (b, j) =>
        j <= i ||
        Math.abs(a.y - b.y) >= LINE_PX ||
        Math.abs(a.x - b.x) >= ((lengths[i] + lengths[j]) / 2) * LETTER_PX + 4,
    ),
  );
}

/** A grid, the device's axes stronger, and its spacing in words. */
function Grid({ frame, isAxisHinted }: { frame: ArrayFrame; isAxisHinted: boolean }): ReactNode {
  const [originX, originY] = frame.at([0, 0, 0]);
  const scalePx = frame.gridStepM * frame.pxPerM;
  const [right, bottom] = [frame.widthPx - 12, frame.heightPx - 10];
  return (
    <g className={styles.grid} aria-hidden>
      {frame.leftsM.map((leftM) => {
        const x = originX - leftM * frame.pxPerM;
        return <line key={`x${leftM}`} data-axis={leftM === 0} x1={x} x2={x} y1={0} y2={frame.heightPx} />;
      })}
      {frame.alongsM.map((alongM) => {
        const y = originY + (frame.vertical === 0 ? 1 : -1) * alongM * frame.pxPerM;
        return <line key={`y${alongM}`} data-axis={alongM === 0} x1={0} x2={frame.widthPx} y1={y} y2={y} />;
      })}
      {isAxisHinted && (
        <line className={styles.hinted} x1={originX} x2={originX} y1={0} y2={frame.heightPx} />
      )}
      <g className={styles.scale}>
        <line x1={right - scalePx} x2={right} y1={bottom} y2={bottom} />
        <text x={right} y={bottom - 6} textAnchor="end">
          {text.scale(frame.gridStepM)}
        </text>
      </g>
    </g>
  );
}

function Outline({ document, frame }: { document: DesignDocument; frame: ArrayFrame }): ReactNode {
  const { baffle } = document.device;
  const [originX, originY] = frame.at([0, 0, 0]);
  if (baffle.kind === 'rigid-sphere')
    return <circle className={styles.baffle} cx={originX} cy={originY} r={baffle.radiusM * frame.pxPerM} />;
  if (baffle.kind === 'none') return null;
  return frame.vertical === 0 ? (
    <>
      <rect className={styles.baffle} x={0} y={0} width={frame.widthPx} height={originY} />
      <line className={styles.wall} x1={0} x2={frame.widthPx} y1={originY} y2={originY} />
    </>
  ) : (
    <rect className={styles.baffle} x={0} y={0} width={frame.widthPx} height={frame.heightPx} />
  );
}

/** The driver whose mirror image the dragged one is drawn to. */
function MirrorHint(props: { positionM: readonly [number, number, number]; frame: ArrayFrame }): ReactNode {
  const { positionM, frame } = props;
  const [x, y] = frame.at(positionM);
  const [originX] = frame.at([0, 0, 0]);
  if (isOnAxis({ positionM })) return null;
  return <line className={styles.hinted} x1={x} x2={2 * originX - x} y1={y} y2={y} aria-hidden />;
}

/** Where a driver was dragged to and may not be. */
function GhostMark({ editor, frame }: { editor: ArrayEditor; frame: ArrayFrame }): ReactNode {
  const { ghost, document } = editor;
  if (!ghost) return null;
  const { baffle, drivers } = document.device;
  const shape = driverShape({ ...drivers[ghost.index], positionM: ghost.positionM }, baffle, frame);
  return (
    <ellipse
      className={styles.ghost}
      cx={shape.x}
      cy={shape.y}
      rx={shape.thinPx}
      ry={shape.widePx}
      transform={`rotate(${shape.turnDeg} ${shape.x} ${shape.y})`}
      aria-hidden
    />
  );
}

/** What a dragged thing is drawn to, or why it may not be there, in sight of the finger; the message beside the views says it too. */
function Said({ editor }: { readonly editor: ArrayEditor }): ReactNode {
  const { ghost, hint, message } = editor;
  if (ghost && message)
    return (
      <p className={classNames(styles.said, styles.refused)} aria-hidden>
        {message.text}
      </p>
    );
  return hint ? (
    <p className={styles.said} aria-hidden>
      {hintText(hint)}
    </p>
  ) : null;
}

function hintText(hint: SnapHint): string {
  if (hint.kind === 'axis') return text.snap.hint.axis;
  return hint.kind === 'mirror' ? text.snap.hint.mirror(hint.of) : text.snap.hint.grid(hint.stepM);
}
