import { useCallback } from 'react';
import type { DesignDocument } from '../../store/index.ts';
import { selectDocument, selectFailure } from '../../store/selectors.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { ruleBrokenAt } from './failure.ts';

export interface Editing {
  readonly document: DesignDocument;
  readonly edit: (document: DesignDocument) => void;
  /** What the design has against a field, by its path in the document. */
  readonly errorAt: (field: string) => string | undefined;
}

/** The document as edited, and the way to edit it. */
export function useEditing(): Editing {
  const document = useSoundstage(selectDocument);
  const failure = useSoundstage(selectFailure);
  const { edit } = useActions();
  const errorAt = useCallback((field: string) => ruleBrokenAt(failure, field), [failure]);
  return { document, edit, errorAt };
}
