import { selectIsEdited, selectOpenDesign, selectPresetId, selectSaved } from '../../store/selectors.ts';
import { designsText } from '../text/designs.ts';
import { useSoundstage } from '../use-soundstage.tsx';

/** Which version the design is, and whether it was edited since. */
export function useStateInWords(): string {
  const open = useSoundstage(selectOpenDesign);
  const saved = useSoundstage(selectSaved);
  const presetId = useSoundstage(selectPresetId);
  const isEdited = useSoundstage(selectIsEdited);
  const { state } = designsText;
  if (open && saved) {
    if (open.version > saved.version) return state.behind(saved.version, open.version);
    return isEdited ? state.edited(saved.version) : state.saved(saved.version);
  }
  if (presetId === null) return state.own;
  return isEdited ? state.presetEdited : state.preset;
}
