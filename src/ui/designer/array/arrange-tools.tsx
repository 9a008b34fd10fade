import { FlipHorizontal2, ListOrdered, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  isOnAxis,
  renumbered,
  withLeftMirrored,
  withNewDriver,
  type NumberingOrder,
} from '../../../store/arrays.ts';
import { Button } from '../../kit/index.ts';
import { arrayText as text } from '../../text/array.ts';
import { MOST_DRIVERS, withDevice } from '../edits.ts';
import styles from './array-editor.module.css';
import { GeneratorDialog } from './generator-dialog.tsx';
import type { ArrayEditor } from './use-array-editor.ts';

const { actions, done } = text;
const ORDERS: readonly { readonly order: NumberingOrder; readonly label: string }[] = [
  { order: 'left-to-right', label: actions.numberLeft },
  { order: 'front-to-back', label: actions.numberFront },
];

/** What is done to the drivers as a whole. */
export function ArrangeTools({ editor }: { readonly editor: ArrayEditor }): ReactNode {
  const { document, attempt } = editor;
  const { device } = document;
  const lefts = device.drivers.filter((driver) => !isOnAxis(driver) && driver.positionM[1] > 0);
  const isFull = device.drivers.length >= MOST_DRIVERS;
  const add = (): void => {
    const next = withNewDriver(device);
    const index = next.drivers.length - 1;
    if (attempt(withDevice(document, next), { done: done.added(next.drivers[index].id) }))
      editor.select(index);
  };
  return (
    <div role="group" aria-label={actions.label} className={styles.tools}>
      <Button size="small" disabled={isFull} title={isFull ? actions.full : undefined} onClick={add}>
        <Plus size={15} aria-hidden />
        {actions.add}
      </Button>
      <GeneratorDialog editor={editor} />
      <Button
        variant="quiet"
        size="small"
        disabled={lefts.length === 0}
        title={lefts.length === 0 ? actions.nothingLeft : undefined}
        onClick={() =>
          attempt(withDevice(document, withLeftMirrored(device)), { done: done.halfMirrored(lefts.length) })
        }
      >
        <FlipHorizontal2 size={15} aria-hidden />
        {actions.mirrorHalf}
      </Button>
      {ORDERS.map(({ order, label }) => (
        <Button
          key={order}
          variant="quiet"
          size="small"
          disabled={device.drivers.length === 1}
          onClick={() => {
            editor.select(null);
            attempt(withDevice(document, renumbered(device, order)), { done: done.renumbered });
          }}
        >
          <ListOrdered size={15} aria-hidden />
          {label}
        </Button>
      ))}
    </div>
  );
}
