import { useMemo } from 'react';
import { selectHeads, selectHeard } from '../../../store/selectors.ts';
import type { RatioCurves } from '../../plots/ratio-figure.ts';
import { designerText } from '../../text/designer.ts';
import { headsText, shortHeadName } from '../../text/heads.ts';
import { useSoundstage } from '../../use-soundstage.tsx';

/** Name of the measured head that hears, as it fits into a legend; null where the model hears alone. */
export function useHeadName(): string | null {
  const { chosen } = useSoundstage(selectHeads);
  return chosen && shortHeadName(chosen.name);
}

/** Separation on the measured head, for the plot of the model's; undefined where there is none. */
export function useHeardSeparation(): RatioCurves['heard'] {
  const heard = useSoundstage(selectHeard);
  const name = useHeadName();
  return useMemo(
    () =>
      heard && name !== null
        ? {
            name: headsText.on(designerText.cancellation.achieved, name),
            ratioDb: heard.sides.separationDb,
          }
        : undefined,
    [heard, name],
  );
}
