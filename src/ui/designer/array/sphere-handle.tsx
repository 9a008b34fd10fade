import type { ReactNode } from 'react';
import { deviceOn, tidyMetres } from '../../../store/arrays.ts';
import { arrayText as text } from '../../text/array.ts';
import { withDevice } from '../edits.ts';
import { useDragHandle } from '../plot/use-drag-handle.ts';
import type { ArrayFrame } from './array-frame.ts';
import styles from './array-view.module.css';
import { onGrid } from './on-grid.ts';
import { KEY_STEP_M } from './step-place.ts';
import type { ArrayEditor } from './use-array-editor.ts';

/** Where on the outline it sits: up to the right, where drivers seldom are. */
const ANGLE = -Math.PI / 4;

/** Takes hold of the sphere's outline; the drivers follow it, each in its direction. */
export function SphereHandle(props: {
  readonly editor: ArrayEditor;
  readonly frame: ArrayFrame;
  readonly view: string;
}): ReactNode {
  const { editor, frame } = props;
  const { document, snapM } = editor;
  const { baffle } = document.device;
  const radiusM = baffle.kind === 'rigid-sphere' ? baffle.radiusM : 0;
  const [originX, originY] = frame.at([0, 0, 0]);
  const radiusPx = radiusM * frame.pxPerM;
  const at = { x: originX + radiusPx * Math.cos(ANGLE), y: originY + radiusPx * Math.sin(ANGLE) };
  const resize = (wantedM: number): void => {
    const next = tidyMetres(wantedM);
    if (next <= 0 || next === radiusM) return;
    editor.attempt(withDevice(document, deviceOn({ kind: 'rigid-sphere', radiusM: next }, document.device)));
  };
  const dragging = useDragHandle<SVGGElement>({
    at,
    onHold: editor.hold,
    onLetGo: editor.letGo,
    onDrag: (x, y) => resize(onGrid(Math.hypot(x - originX, y - originY) / frame.pxPerM, snapM)),
    onStep: (right, up) => resize(radiusM + (right + up) * KEY_STEP_M),
  });
  return (
    <g
      role="slider"
      tabIndex={0}
      className={styles.handle}
      aria-label={text.sphereHandle(props.view)}
      aria-valuenow={Math.round(1000 * radiusM)}
      aria-valuetext={text.scale(radiusM)}
      {...dragging}
    >
      <title>{`${text.sphereHandle(props.view)}: ${text.scale(radiusM)}`}</title>
      <circle className={styles.target} cx={at.x} cy={at.y} r={16} />
      <rect
        className={styles.knob}
        x={at.x - 5}
        y={at.y - 5}
        width={10}
        height={10}
        rx={2}
        transform={`rotate(45 ${at.x} ${at.y})`}
      />
    </g>
  );
}
