import { Copy, FlipHorizontal2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  isOnAxis,
  withDuplicate,
  withMirrorImage,
  withoutDriver,
  type Device,
} from '../../../store/arrays.ts';
import { Button } from '../../kit/index.ts';
import { arrayText as text } from '../../text/array.ts';
import { MOST_DRIVERS, withDevice } from '../edits.ts';
import styles from './array-editor.module.css';
import type { ArrayEditor } from './use-array-editor.ts';

const { selected: words, actions, done } = text;

/** What is done to the driver that was chosen last, in the drawing or in the table. */
export function SelectedTools({ editor }: { readonly editor: ArrayEditor }): ReactNode {
  const { document, selected, attempt, select } = editor;
  const { device } = document;
  if (selected === null) return <div className={styles.selected}>{words.none}</div>;
  const driver = device.drivers[selected];
  const isFull = device.drivers.length >= MOST_DRIVERS;
  const onAxis = isOnAxis(driver);
  const mirror = (): void => {
    const next = withMirrorImage(device, selected);
    const image = imageOf(device, next);
    attempt(withDevice(document, next), { done: done.mirrored(driver.id, image) });
  };
  const duplicate = (): void => {
    const next = withDuplicate(device, selected);
    const index = next.drivers.length - 1;
    if (attempt(withDevice(document, next), { done: done.added(next.drivers[index].id) })) select(index);
  };
  const remove = (): void => {
    if (attempt(withDevice(document, withoutDriver(device, selected)), { done: done.removed(driver.id) }))
      select(null);
  };
  return (
    <div role="group" aria-label={words.label(selected + 1, driver.id)} className={styles.selected}>
      <strong>{words.label(selected + 1, driver.id)}</strong>
      <Button
        variant="quiet"
        size="small"
        disabled={onAxis || isFull}
        title={onAxis ? words.onAxis : isFull ? actions.full : undefined}
        onClick={mirror}
      >
        <FlipHorizontal2 size={15} aria-hidden />
        {words.mirror}
      </Button>
      <Button
        variant="quiet"
        size="small"
        disabled={isFull}
        title={isFull ? actions.full : undefined}
        onClick={duplicate}
      >
        <Copy size={15} aria-hidden />
        {words.duplicate}
      </Button>
      <Button
        variant="quiet"
        size="small"
        disabled={device.drivers.length === 1}
        title={device.drivers.length === 1 ? words.last : undefined}
        onClick={remove}
      >
        <X size={15} aria-hidden />
        {words.remove}
      </Button>
    </div>
  );
}

/** The driver that mirroring made anew, be it in the place of another. */
function imageOf(before: Device, after: Device): string {
  return after.drivers.find((driver, index) => driver !== before.drivers[index])!.id;
}
