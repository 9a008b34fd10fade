import type { SoundstageState } from '../../store/index.ts';
import { playerText } from '../text/index.ts';

/** What is played on, as the choice of outputs calls it. */
export function selectOutputName({ player: { outputs } }: SoundstageState): string {
  const device = outputs?.devices.find(({ id }) => id === outputs.deviceId);
  return device?.label ?? playerText.output.system;
}
