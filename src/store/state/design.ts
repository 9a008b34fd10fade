import type { Amounts } from '../../design/amounts.ts';
import type { DesignDocument } from '../../design/document.ts';
import type { ZoneBand } from '../../design/zone-band.ts';
import type { ZoneQuantity } from '../../design/zone-field.ts';
import type { ZoneMaps } from '../../design/zone-maps.ts';
import type { ZoneThresholds } from '../../design/zone-rules.ts';
import type { DesignFailure, DesignView } from '../../protocol/designer-protocol.ts';
import type { Listening, LoudspeakerPair } from '../../protocol/listening-protocol.ts';

export type PresetId = 'laptop' | 'smart-speaker' | 'soundbar';

export interface SavedVersion {
  /** Of the design in the library. */
  readonly id: string;
  readonly version: number;
  readonly document: DesignDocument;
}

/** What undo and redo travel between. */
export interface DesignPoint {
  /** The device that came along and was begun with; `null` for a design from elsewhere. */
  readonly presetId: PresetId | null;
  /** As edited: may be refused, see `failure`; what plays then is the last good one. */
  readonly document: DesignDocument;
  /** The version in the library that it was opened from or last saved as. */
  readonly saved: SavedVersion | null;
  /** Which design this is since the page was opened: edits keep it, another design has another. */
  readonly lineage: number;
}

export interface DesignerState extends DesignPoint {
  /** The newest document that could be designed. */
  readonly accepted: DesignDocument;
  /** How much of it is heard and shown: the listener's, beside every document. */
  readonly amounts: Amounts;
  readonly listening: Listening;
  /** The way of listening that was chosen: `listening` differs while the output has too few channels for it. */
  readonly wanted: Listening['kind'];
  /** The listener's own pair, kept while on headphones. */
  readonly pair: LoudspeakerPair;
  /** A design is under way. Show progress only after 200 ms. */
  readonly designing: boolean;
  readonly view: DesignView | null;
  readonly failure: DesignFailure | null;
  /** Of an earlier design, or coarse, while `zoneProgress` is not null. */
  readonly zone: ZoneMaps | null;
  /** 0…1 while a map is computed, else null. */
  readonly zoneProgress: number | null;
  readonly zoneBandHz: ZoneBand;
  /** What a quantity is to reach, or to keep within. */
  readonly zoneThresholds: ZoneThresholds;
}

/** The way back and forth between steps of editing. */
export interface StepActions {
  /** The document and its preset as before the last step; designed and heard like an edit. */
  undo(): void;
  redo(): void;
  /** The pointer went down: what is edited until it is let go, in one place, is one step to undo. */
  pressed(): void;
  released(): void;
  /** Another control has the focus: what it edits is a step of its own. */
  focusMoved(): void;
}

/** What a designer does with the document, the way of listening and the zones. */
export interface DesignerActions {
  usePreset(presetId: PresetId): void;
  /** Replaces the document; it is validated and designed in the worker, newest wins. */
  edit(document: DesignDocument): void;
  setListening(listening: Listening): void;
  /** A way of listening, on the listener's own pair as it was last; heard as soon as the output has the channels for it. */
  listenOn(kind: Listening['kind']): void;
  setZoneThreshold(quantity: ZoneQuantity, threshold: number): void;
  /** Maps the zones over another band. */
  setZoneBand(bandHz: ZoneBand): void;
  /** Leaves the zones as they are mapped so far. */
  cancelZones(): void;
}

/** How much of the design is heard: the listener's, beside the document. */
export interface AmountActions {
  setAmounts(change: Partial<Amounts>): void;
  /** All as designed. */
  resetAmounts(): void;
  /** Puts into the document, as a step to undo, what a document can say of the amounts. */
  makeAmountsDesign(): void;
}
