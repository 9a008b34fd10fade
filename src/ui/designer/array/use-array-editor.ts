import { useState } from 'react';
import { firstOverlap, refusalOf, type Position } from '../../../store/arrays.ts';
import type { DesignDocument, DesignFailure } from '../../../store/index.ts';
import { arrayText as text } from '../../text/array.ts';
import { useEditing, type Editing } from '../use-editing.ts';
import type { Zoom } from './array-frame.ts';
import type { SnapHint } from './drag-place.ts';
import { ruleWords } from '../../text/refusals.ts';

export interface ArrayMessage {
  readonly kind: 'done' | 'refused';
  readonly text: string;
}

/** A driver where it may not be, and the one that is in its way. */
export interface Ghost {
  readonly index: number;
  readonly positionM: Position;
  readonly other: number | null;
}

/** What is being done to the device, beside the design itself. */
export interface ArrayEditor extends Editing {
  /** Number of the driver in the order of the outputs. */
  readonly selected: number | null;
  select(index: number | null): void;
  readonly zoom: Zoom;
  setZoom(zoom: Zoom): void;
  /** Spacing of the grid that dragged things are drawn to, metres; 0 for none. */
  readonly snapM: number;
  setSnapM(stepM: number): void;
  readonly message: ArrayMessage | null;
  readonly hint: SnapHint | null;
  readonly ghost: Ghost | null;
  /** The design as it was when the pointer took hold of something: the drawing keeps its scale until it is let go. */
  readonly held: DesignDocument | null;
  hold(): void;
  letGo(): void;
  /**
   * Makes an edit, unless it breaks a rule that the design now keeps: then says which, and leaves the design as it is.
   * @returns whether it was made
   */
  attempt(document: DesignDocument, about?: Attempt): boolean;
}

export interface Attempt {
  /** What to say once it is done. */
  readonly done?: string;
  readonly hint?: SnapHint | null;
  /** The driver that is moved. */
  readonly moved?: Pick<Ghost, 'index' | 'positionM'>;
}

const SNAP_AT_FIRST_M = 0.005;

export function useArrayEditor(): ArrayEditor {
  const editing = useEditing();
  const [selected, select] = useState<number | null>(null);
  const [zoom, setZoom] = useState<Zoom>('device');
  const [snapM, setSnapM] = useState(SNAP_AT_FIRST_M);
  const [message, setMessage] = useState<ArrayMessage | null>(null);
  const [hint, setHint] = useState<SnapHint | null>(null);
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const [held, setHeld] = useState<DesignDocument | null>(null);
  const { document, edit } = editing;

  const attempt = (next: DesignDocument, { done, hint: snapped, moved }: Attempt = {}): boolean => {
    const refusal = refusalOf(next);
    // What is already refused may be worked on until it is not.
    if (refusal && !refusalOf(document)) {
      const reason = reasonOf(refusal, next, moved?.index);
      setMessage({ kind: 'refused', text: `${reason} ${text.refused.stays}` });
      setGhost(moved ? { ...moved, other: overlapOf(refusal, next, moved.index)?.other ?? null } : null);
      setHint(null);
      return false;
    }
    setMessage(done === undefined ? null : { kind: 'done', text: done });
    setGhost(null);
    setHint(snapped ?? null);
    edit(next);
    return true;
  };
  return {
    ...editing,
    selected: selected !== null && selected < document.device.drivers.length ? selected : null,
    select(index) {
      select(index);
      setGhost(null);
    },
    zoom,
    setZoom,
    snapM,
    setSnapM,
    message,
    hint,
    ghost,
    held,
    hold() {
      setHeld(document);
      setMessage(null);
    },
    letGo() {
      setHeld(null);
      setHint(null);
      setGhost(null);
    },
    attempt,
  };
}

/** The rule that a design breaks, as the field of an error names it; two drivers in one place by their names. */
export function reasonOf(refusal: DesignFailure, document: DesignDocument, moved?: number): string {
  const overlap = overlapOf(refusal, document, moved);
  if (!overlap) return `${refusal.field}: ${ruleWords(refusal.said)}.`;
  const { drivers } = document.device;
  return text.refused.overlap(drivers[overlap.index].id, drivers[overlap.other].id, overlap.byM);
}

/** The overlap that a design is refused for; the driver that is moved is the one that overlaps the other. */
function overlapOf({ code }: DesignFailure, { device }: DesignDocument, moved?: number) {
  const overlap = code === 'overlap' ? firstOverlap(device) : null;
  return overlap && overlap.other === moved ? { ...overlap, index: moved, other: overlap.index } : overlap;
}
