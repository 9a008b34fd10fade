import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { extentOf } from '../../../store/arrays.ts';
import { arrayText as text } from '../../text/array.ts';
import { useElementWidth } from '../plot/use-element-width.ts';
import { ArrangeTools } from './arrange-tools.tsx';
import styles from './array-editor.module.css';
import { arrayFrames, type Zoom } from './array-frame.ts';
import { ArrayView } from './array-view.tsx';
import { NamedChoice } from './named-choice.tsx';
import { SelectedTools } from './selected-tools.tsx';
import type { ArrayEditor as Editor } from './use-array-editor.ts';

const ZOOMS = (['device', 'scene'] as const).map((value) => ({ value, label: text.zoom[value] }));
const SNAPS_MM = [0, 1, 5, 10];
const SNAPS = SNAPS_MM.map((millimetres) => ({
  value: String(millimetres),
  label: millimetres === 0 ? text.snap.off : text.snap.of(millimetres),
}));
/** Both views stand side by side from here on. */
const BESIDE_PX = 520;
const GAP_PX = 8;

/** The device from above and from the front at one scale, where its drivers, its baffle and the listener are dragged. */
export function ArrayEditor({ editor }: { readonly editor: Editor }): ReactNode {
  const [box, widthPx] = useElementWidth<HTMLDivElement>();
  const titleId = useId();
  const { document, zoom, held } = editor;
  const viewPx = widthPx >= BESIDE_PX ? Math.floor((widthPx - GAP_PX) / 2) : widthPx;
  const frames = arrayFrames(held ?? document, zoom, viewPx);
  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {text.title}
      </h3>
      <div className={styles.bar}>
        <NamedChoice<Zoom> label={text.zoom.label} value={zoom} segments={ZOOMS} onChange={editor.setZoom} />
        <NamedChoice
          label={text.snap.label}
          value={String(1000 * editor.snapM)}
          segments={SNAPS}
          onChange={(millimetres) => editor.setSnapM(Number(millimetres) / 1000)}
        />
      </div>
      <div ref={box} className={styles.views}>
        {widthPx > 0 &&
          [frames.above, frames.front].map((frame) => (
            <ArrayView key={frame.vertical} document={document} frame={frame} editor={editor} />
          ))}
      </div>
      <Message editor={editor} />
      <ArrangeTools editor={editor} />
      <SelectedTools editor={editor} />
    </figure>
  );
}

/** What was done, or why not; else what there is to see. */
function Message({ editor }: { readonly editor: Editor }): ReactNode {
  const { message, document } = editor;
  const { device, listener } = document;
  return (
    <figcaption className={styles.message}>
      <span role="status" className={message?.kind === 'refused' ? styles.refused : undefined}>
        {message?.kind === 'refused' && <CircleAlert size={15} aria-hidden />}
        {message?.text}
      </span>
      {message === null && (
        <span>
          {text.summary(device.drivers.length, extentOf(device).widthM, Math.hypot(...listener.positionM))}
        </span>
      )}
    </figcaption>
  );
}
