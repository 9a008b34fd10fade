import type { ReactNode } from 'react';
import { withDriverAt, withoutDriver } from '../../../store/arrays.ts';
import { classNames } from '../../kit/index.ts';
import { arrayText as text } from '../../text/array.ts';
import { withDevice } from '../edits.ts';
import { useDragHandle } from '../plot/use-drag-handle.ts';
import { signalOf, type ArrayFrame } from './array-frame.ts';
import styles from './array-view.module.css';
import { dragPlace, PULL_PX, type Placed } from './drag-place.ts';
import { DriverMark } from './driver-mark.tsx';
import type { DriverShape } from './driver-shape.ts';
import { KEY_STEP_M, stepPlace } from './step-place.ts';
import type { ArrayEditor } from './use-array-editor.ts';

/** A driver that is taken hold of: dragged in its view, or moved with the arrow keys once it has the focus. */
export function DriverHandle(props: {
  readonly shape: DriverShape;
  readonly index: number;
  readonly frame: ArrayFrame;
  readonly view: string;
  readonly targetPx: number;
  readonly showId: boolean;
  readonly showNumber: boolean;
  readonly editor: ArrayEditor;
}): ReactNode {
  const { shape, index, frame, editor, targetPx } = props;
  const { document, ghost } = editor;
  const { device } = document;
  const driver = device.drivers[index];
  const [front, left, up] = driver.positionM;
  const move = ({ positionM, hint }: Placed): void => {
    const next = withDevice(document, withDriverAt(device, index, positionM));
    editor.attempt(next, { hint, moved: { index, positionM } });
  };
  const [x, y] = frame.at(driver.positionM);
  const dragging = useDragHandle<SVGGElement>({
    at: { x, y },
    onHold: editor.hold,
    onLetGo: editor.letGo,
    onDrag(toX, toY) {
      const to = { vertical: frame.vertical, ...frame.placeAt(toX, toY) };
      const snap = { stepM: editor.snapM, pullM: PULL_PX / frame.pxPerM };
      move(dragPlace(device, index, to, snap));
    },
    onStep(right, above) {
      const positionM = stepPlace(device, index, frame.vertical, right, above, KEY_STEP_M);
      move({ positionM, hint: null });
    },
    onRemove:
      device.drivers.length > 1
        ? () => {
            const next = withDevice(document, withoutDriver(device, index));
            if (editor.attempt(next, { done: text.done.removed(driver.id) })) editor.select(null);
          }
        : undefined,
  });
  const isSelected = editor.selected === index;
  return (
    <g
      role="slider"
      tabIndex={0}
      className={classNames(styles.handle, isSelected && styles.selected)}
      aria-label={text.driver(index + 1, driver.id, props.view)}
      aria-valuenow={Math.round(1000 * left)}
      aria-valuetext={text.place(front, left, up)}
      aria-description={device.baffle.kind === 'rigid-sphere' ? text.keysOnSphere : text.keys}
      onFocus={() => editor.select(index)}
      {...dragging}
    >
      <title>{`${driver.id}: ${text.place(front, left, up)}`}</title>
      <circle
        className={styles.target}
        cx={shape.x}
        cy={shape.y}
        r={Math.max(targetPx, Math.min(shape.thinPx, shape.widePx))}
      />
      <ellipse
        className={styles.ring}
        cx={shape.x}
        cy={shape.y}
        rx={shape.thinPx + 4}
        ry={shape.widePx + 4}
        transform={`rotate(${shape.turnDeg} ${shape.x} ${shape.y})`}
      />
      <DriverMark
        shape={shape}
        number={index + 1}
        id={driver.id}
        tone={signalOf(driver.positionM)}
        frame={frame}
        showId={props.showId || isSelected}
        showNumber={props.showNumber || isSelected}
        isInTheWay={ghost?.other === index}
      />
    </g>
  );
}
