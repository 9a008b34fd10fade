import type { ReactNode } from 'react';
import { isOnAxis } from '../../../store/arrays.ts';
import type { DesignDocument } from '../../../store/index.ts';
import { classNames } from '../../kit/index.ts';
import { arrayText as text } from '../../text/array.ts';
import { signalOf, type ArrayFrame } from './array-frame.ts';
import styles from './array-view.module.css';
import type { SnapHint } from './drag-place.ts';
import { DriverHandle } from './driver-handle.tsx';
import { numberPlaces, wordsThatFit } from './driver-labels.ts';
import { DriverMark } from './driver-mark.tsx';
import { driverShape, freeRadiusPx, isHidden, type DriverShape } from './driver-shape.ts';
import { FixedHeads, HeadHandles } from './head-marks.tsx';
import { Piston } from './piston.tsx';
import { SphereHandle } from './sphere-handle.tsx';
import type { ArrayEditor } from './use-array-editor.ts';
import { Grid, Outline } from './view-ground.tsx';

/** A finger's target around a driver, where there is room. */
const MOST_TARGET_PX = 18;

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
  const order = drawingOrder(document, shapes);
  const numbersAt = numberPlaces(shapes);
  const showNumbers = wordsThatFit(
    numbersAt,
    drivers.map((_, index) => String(index + 1).length),
    order,
  );
  const showIds = wordsThatFit(
    shapes,
    drivers.map(({ id }) => id.length),
    order,
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
        {order.map((index) => (
          <DriverMark
            key={index}
            shape={shapes[index]}
            number={index + 1}
            id={drivers[index].id}
            tone={signalOf(drivers[index].positionM)}
            frame={frame}
            showId={showIds[index] || editor?.selected === index}
            numberAt={numbersAt[index]}
            showNumber={showNumbers[index] || editor?.selected === index}
            isInTheWay={editor?.ghost?.other === index}
          />
        ))}
        {editor &&
          handleOrder(document).map((index) => (
            <DriverHandle
              key={index}
              index={index}
              shape={shapes[index]}
              frame={frame}
              view={title}
              targetPx={freeRadiusPx(shapes, index, MOST_TARGET_PX)}
              isHidden={isHidden(shapes, index)}
              editor={editor}
            />
          ))}
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

/** Large ones below small ones, and in no order that a drag or a key could change: what is moved in the page loses the focus. */
function handleOrder({ device: { drivers } }: DesignDocument): number[] {
  return drivers.map((_, index) => index).sort((a, b) => drivers[b].radiusM - drivers[a].radiusM || a - b);
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
    <g aria-hidden>
      <Piston className={styles.ghost} shape={shape} />
    </g>
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
