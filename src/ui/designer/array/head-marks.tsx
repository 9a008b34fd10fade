import type { ReactNode } from 'react';
import type { Position } from '../../../store/arrays.ts';
import type { DesignDocument } from '../../../store/index.ts';
import { ListenerFigure, placeHead } from '../../stage/listener-figure.tsx';
import { arrayText as text } from '../../text/array.ts';
import { withCancellation, withListener } from '../edits.ts';
import { useDragHandle } from '../plot/use-drag-handle.ts';
import type { ArrayFrame } from './array-frame.ts';
import styles from './array-view.module.css';
import { freePlace, PULL_PX, type Placed } from './drag-place.ts';
import { KEY_STEP_M, steppedInView } from './step-place.ts';
import type { ArrayEditor } from './use-array-editor.ts';

const NO_OFFSETS: readonly Position[] = [];

function offsetsOf({ sides }: DesignDocument): readonly Position[] {
  return sides.cancellation?.headOffsetsM ?? NO_OFFSETS;
}

function sum(a: Position, b: Position): Position {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

/** The heads as seen from the front: to scale, and not to be taken hold of. */
export function FixedHeads({ document, frame }: { document: DesignDocument; frame: ArrayFrame }): ReactNode {
  const { positionM, headRadiusM } = document.listener;
  const heads = [positionM, ...offsetsOf(document).map((offset) => sum(positionM, offset))];
  return (
    <g aria-hidden>
      {heads.map((place, index) => {
        const [x, y] = frame.at(place);
        return (
          <circle
            key={index}
            className={index === 0 ? styles.head : styles.offset}
            cx={x}
            cy={y}
            r={headRadiusM * frame.pxPerM}
          />
        );
      })}
    </g>
  );
}

/** The listener and the further head positions, as seen from above, to be dragged. */
export function HeadHandles({ editor, frame }: { editor: ArrayEditor; frame: ArrayFrame }): ReactNode {
  const { document } = editor;
  const { positionM, headRadiusM } = document.listener;
  const radiusPx = headRadiusM * frame.pxPerM;
  const [originX, originY] = frame.at([0, 0, 0]);
  const head = placeHead(document, { originPx: { x: originX, y: originY }, pxPerMetre: frame.pxPerM });
  const offsets = offsetsOf(document);
  return (
    <>
      <HeadHandle
        label={text.listenerHandle}
        valueText={text.place(...positionM)}
        positionM={positionM}
        frame={frame}
        editor={editor}
        targetPx={Math.max(16, radiusPx)}
        onMove={({ positionM: place, hint }) => {
          editor.attempt(withListener(document, { positionM: place }), { hint });
        }}
      >
        <ListenerFigure head={head} headphones={false} />
      </HeadHandle>
      {offsets.map((offset, index) => {
        const place = sum(positionM, offset);
        const [x, y] = frame.at(place);
        // The listener's own place is dragged with the listener.
        if (Math.hypot(...offset) === 0) return null;
        return (
          <HeadHandle
            key={index}
            label={text.offsetHandle(index)}
            valueText={text.offsetPlace(offset[0], offset[1])}
            positionM={place}
            frame={frame}
            editor={editor}
            targetPx={12}
            onMove={({ positionM: [front, left, up], hint }) => {
              const moved: Position = [
                Number((front - positionM[0]).toFixed(6)),
                Number((left - positionM[1]).toFixed(6)),
                Number((up - positionM[2]).toFixed(6)),
              ];
              const headOffsetsM = offsets.map((old, at) => (at === index ? moved : old));
              editor.attempt(withCancellation(document, { headOffsetsM }), { hint });
            }}
          >
            <circle className={styles.offset} cx={x} cy={y} r={radiusPx} />
            <circle className={styles.offsetKnob} cx={x} cy={y} r={5} />
          </HeadHandle>
        );
      })}
    </>
  );
}

function HeadHandle(props: {
  readonly label: string;
  readonly valueText: string;
  readonly positionM: Position;
  readonly frame: ArrayFrame;
  readonly editor: ArrayEditor;
  readonly targetPx: number;
  readonly onMove: (to: Placed) => void;
  readonly children: ReactNode;
}): ReactNode {
  const { positionM, frame, editor, onMove } = props;
  const [x, y] = frame.at(positionM);
  const dragging = useDragHandle<SVGGElement>({
    at: { x, y },
    onHold: editor.hold,
    onLetGo: editor.letGo,
    onDrag(toX, toY) {
      const to = { vertical: frame.vertical, ...frame.placeAt(toX, toY) };
      onMove(freePlace(positionM, to, { stepM: editor.snapM, pullM: PULL_PX / frame.pxPerM }));
    },
    onStep: (right, up) =>
      onMove({ positionM: steppedInView(positionM, frame.vertical, right, up, KEY_STEP_M), hint: null }),
  });
  return (
    <g
      role="slider"
      tabIndex={0}
      className={styles.handle}
      aria-label={props.label}
      aria-valuenow={Math.round(1000 * positionM[1])}
      aria-valuetext={props.valueText}
      {...dragging}
    >
      <title>{`${props.label}: ${props.valueText}`}</title>
      {props.children}
      <circle className={styles.target} cx={x} cy={y} r={props.targetPx} />
    </g>
  );
}
