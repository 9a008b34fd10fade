import { useState, type ReactNode } from 'react';
import { TextField } from '../../kit/index.ts';
import { arrayText as text } from '../../text/array.ts';

const LONGEST_ID = 40;

/** The name of a driver, taken over on Enter and on leaving the field; Escape brings the old one back. */
export function IdField(props: {
  readonly label: string;
  readonly id: string;
  readonly onCommit: (id: string) => void;
}): ReactNode {
  const [draft, setDraft] = useState<string | null>(null);
  const typed = draft ?? props.id;
  const commit = (): void => {
    const id = typed.trim();
    if (draft === null || id === '') return;
    setDraft(null);
    if (id !== props.id) props.onCommit(id);
  };
  return (
    <TextField
      hideLabel
      label={props.label}
      value={typed}
      maxLength={LONGEST_ID}
      isDraft={draft !== null}
      error={typed.trim() === '' ? text.table.nameless : undefined}
      onChange={setDraft}
      onCommit={commit}
      onRevert={() => setDraft(null)}
    />
  );
}
