import type { SoundstageState } from '../../store/index.ts';
import { listeningText } from '../text/index.ts';

/** What the designed device is called: a preset as everywhere, a design from elsewhere by its own name. */
export function selectDeviceName({ designer }: SoundstageState): string {
  const { presetId, document } = designer;
  return presetId === null ? listeningText.ownDesign(document.name) : listeningText.presets[presetId].name;
}
