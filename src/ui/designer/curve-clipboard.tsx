import { useEffect, useState, type ReactNode } from 'react';
import type { GainCurve } from '../../store/index.ts';
import { Notice, VisuallyHidden } from '../kit/index.ts';
import { curveTableText as text } from '../text/curve-table.ts';
import { formatCurveTable, parseCurveTable, type TableReading } from './curve-table.ts';

/** What keeps its own clipboard. */
const OWN_TEXT = 'input, textarea, select, [contenteditable], [role=dialog]';

const takesText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(OWN_TEXT) !== null;

/** While it is there, pasting a table anywhere but into a field makes it the curve, and copying with nothing selected takes it. */
export function CurveClipboard(props: {
  readonly label: string;
  readonly curve: GainCurve;
  readonly onChange: (curve: GainCurve) => void;
}): ReactNode {
  const { label, curve, onChange } = props;
  const [reading, setReading] = useState<TableReading | null>(null);
  useEffect(() => {
    const scope = new AbortController();
    const paste = (event: ClipboardEvent): void => {
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      // Files are for the player.
      if (takesText(event.target) || pasted === '') return;
      event.preventDefault();
      const read = parseCurveTable(pasted);
      setReading(read);
      if (read.ok) onChange(read.curve);
    };
    const copy = (event: ClipboardEvent): void => {
      if (takesText(event.target) || !document.getSelection()?.isCollapsed) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', formatCurveTable(curve));
    };
    document.addEventListener('paste', paste, { signal: scope.signal });
    document.addEventListener('copy', copy, { signal: scope.signal });
    return () => scope.abort();
  }, [curve, onChange]);
  return (
    <>
      <VisuallyHidden>
        <span role="status">{reading?.ok && text.pasted(label, reading.curve.length)}</span>
      </VisuallyHidden>
      <div role="alert">
        {reading && !reading.ok && (
          <Notice
            severity="warning"
            title={text.refusal(reading)}
            dismissLabel={text.dismiss}
            onDismiss={() => setReading(null)}
          />
        )}
      </div>
    </>
  );
}
