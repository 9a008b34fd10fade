import { useRef, type ReactNode } from 'react';
import { withDriverAt, withoutDriver } from '../../../store/arrays.ts';
import { classNames } from '../../kit/index.ts';
import { arrayText as text } from '../../text/array.ts';
import { withDevice } from '../edits.ts';
import { useDragHandle } from '../plot/use-drag-handle.ts';
import type { ArrayFrame } from './array-frame.ts';
import styles from './array-view.module.css';
import { dragPlace, gripOf, PULL_PX, type Placed } from './drag-place.ts';
import type { DriverShape } from './driver-shape.ts';
import { Piston } from './piston.tsx';
import { KEY_STEP_M, stepPlace } from './step-place.ts';
import type { ArrayEditor } from './use-array-editor.ts';

/** A driver that is taken hold of: dragged in its view, or moved with the arrow keys once it has the focus. */
export function DriverHandle(props: {
  readonly shape: DriverShape;
  readonly index: number;
  readonly frame: ArrayFrame;
  readonly view: string;
  readonly targetPx: number;
  /** Another one is in front of it: it is taken hold of by the keyboard, or in the other view. */
  readonly isHidden: boolean;
  readonly editor: ArrayEditor;
}): ReactNode {
  const { shape, index, frame, editor, targetPx } = props;
  const { document } = editor;
  const { device } = document;
  const driver = device.drivers[index];
  const [front, left, up] = driver.positionM;
  const handle = useRef<SVGGElement>(null);
  const move = ({ positionM, hint }: Placed): void => {
    const next = withDevice(document, withDriverAt(device, index, positionM));
    editor.attempt(next, { hint, moved: { index, positionM } });
  };
  const [x, y] = frame.at(gripOf(device, driver.positionM, frame.vertical));
  const dragging = useDragHandle<SVGGElement>({
    at: { x, y },
    onHold: editor.hold,
    onLetGo: editor.letGo,
    onDrag(toX, toY) {
      const to = { vertical: frame.vertical, ...frame.placeAt(toX, toY) };
      const snap = { stepM: editor.snapM, pullM: PULL_PX / frame.pxPerM };
      move(dragPlace(device, index, to, snap, editor.held?.device));
    },
    onStep(right, above) {
      const positionM = stepPlace(device, index, frame.vertical, right, above, KEY_STEP_M);
      move({ positionM, hint: null });
    },
    onRemove:
      device.drivers.length > 1
        ? () => {
            const next = withDevice(document, withoutDriver(device, index));
            // The focus stays, on the driver that is next in the order.
            const after = Math.min(index, next.device.drivers.length - 1);
            if (!editor.attempt(next, { done: text.done.removed(driver.id) })) return;
            editor.select(after);
            focusDriver(handle.current?.ownerSVGElement ?? null, after);
          }
        : undefined,
  });
  return (
    <g
      ref={handle}
      role="slider"
      data-driver={index}
      tabIndex={0}
      className={classNames(
        styles.handle,
        editor.selected === index && styles.selected,
        props.isHidden && styles.hidden,
      )}
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
      <Piston className={styles.ring} shape={shape} beyondPx={4} />
    </g>
  );
}

/** Once the drawing has that driver in its place: of the last one, which is gone, the focus would go to the page. */
function focusDriver(drawing: SVGSVGElement | null, index: number): void {
  requestAnimationFrame(() => drawing?.querySelector<SVGGElement>(`[data-driver="${index}"]`)?.focus());
}
