import type { OtherDesign, OtherOrigin, SavedDesign, Snapshot } from '../../../store/index.ts';
import { PRESETS, type DesignDocument, type PresetId } from '../../../store/index.ts';
import { compareText as text } from '../../text/compare.ts';
import { listeningText, PRESET_IDS } from '../../text/listening.ts';

/** A design that can be chosen, under a key of its own. */
export interface Choosable extends OtherDesign {
  readonly key: string;
  readonly label: string;
}

export function keyOf(origin: OtherOrigin): string {
  switch (origin.kind) {
    case 'before':
      return 'before';
    case 'preset':
      return `preset:${origin.presetId}`;
    case 'saved':
    case 'snapshot':
      return `${origin.kind}:${origin.id}`;
    case 'file':
      return 'file';
  }
}

/** All that a design can be held against; what was opened from a file stays among it while it is chosen. */
export function choosable(from: {
  readonly before: DesignDocument;
  readonly snapshots: readonly Snapshot[];
  readonly saved: readonly SavedDesign[];
  readonly chosen: OtherDesign | null;
}): Choosable[] {
  const named = (origin: OtherOrigin, label: string, document: DesignDocument): Choosable => ({
    key: keyOf(origin),
    origin,
    label,
    document,
  });
  const { chosen } = from;
  return [
    named({ kind: 'before' }, text.before, from.before),
    ...from.snapshots.map(({ id, takenAtMs, document }) =>
      named({ kind: 'snapshot', id }, text.snapshot(id, takenAtMs), document),
    ),
    ...PRESET_IDS.map((presetId: PresetId) =>
      named(
        { kind: 'preset', presetId },
        text.preset(listeningText.presets[presetId].name),
        PRESETS[presetId],
      ),
    ),
    ...from.saved.flatMap(({ id, name, version, document }) =>
      document ? [named({ kind: 'saved', id }, text.saved(name, version), document)] : [],
    ),
    ...(chosen?.origin.kind === 'file'
      ? [named(chosen.origin, text.file(chosen.origin.fileName), chosen.document)]
      : []),
  ];
}
