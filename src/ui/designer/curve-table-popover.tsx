import { Check, Copy, Table } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { GainCurve } from '../../store/index.ts';
import { Button, Popover, TextArea, VisuallyHidden } from '../kit/index.ts';
import { curveTableText as text } from '../text/curve-table.ts';
import { formatCurveTable, parseCurveTable } from './curve-table.ts';
import styles from './curve-table-popover.module.css';

const LINES = 10;

/** A curve as text of two columns: to be read, copied, pasted over. */
export function CurveTablePopover(props: {
  readonly curve: GainCurve;
  readonly onChange: (curve: GainCurve) => void;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      title={text.title}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size="small">
          <Table size={15} aria-hidden />
          {text.open}
        </Button>
      }
    >
      <TableForm
        curve={props.curve}
        onSubmit={(curve) => {
          setOpen(false);
          props.onChange(curve);
        }}
      />
    </Popover>
  );
}

function TableForm(props: {
  readonly curve: GainCurve;
  readonly onSubmit: (curve: GainCurve) => void;
}): ReactNode {
  const [table, setTable] = useState(() => formatCurveTable(props.curve));
  const [copying, setCopying] = useState<'copied' | 'refused' | null>(null);
  const reading = parseCurveTable(table);
  const copy = (): void =>
    void navigator.clipboard.writeText(table).then(
      () => setCopying('copied'),
      () => setCopying('refused'),
    );
  const isCopied = copying === 'copied';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reading.ok) props.onSubmit(reading.curve);
      }}
    >
      <TextArea
        label={text.field}
        hint={text.hint}
        rows={LINES}
        value={table}
        error={reading.ok ? undefined : text.refusal(reading)}
        onChange={(next) => {
          setTable(next);
          setCopying(null);
        }}
      />
      <p role="status">{copying === 'refused' && text.notCopied}</p>
      <VisuallyHidden>
        <p role="status">{isCopied && text.copied}</p>
      </VisuallyHidden>
      <div className={styles.actions}>
        <Button type="submit" disabled={!reading.ok}>
          {text.use}
        </Button>
        <Button variant="quiet" onClick={copy}>
          {isCopied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
          {isCopied ? text.copied : text.copy}
        </Button>
      </div>
    </form>
  );
}
