import type { HeadHeard } from '../../../store/index.ts';
import type { RatioCurves } from '../../plots/ratio-figure.ts';
import { designerText } from '../../text/designer.ts';
import { headsText } from '../../text/heads.ts';

/** Separation on a measured head, as a curve beside the model's. @param name as it fits into a legend */
export function heardSeparation({ sides }: HeadHeard, name: string): NonNullable<RatioCurves['heard']> {
  return { name: headsText.on(designerText.cancellation.achieved, name), ratioDb: sides.separationDb };
}
