import { useMemo } from 'react';
import { isSameValue, type DesignDocument, type HeadHeard } from '../../../store/index.ts';
import { selectHeads, selectHeard } from '../../../store/selectors.ts';
import type { RatioCurves } from '../../plots/ratio-figure.ts';
import { useSoundstage } from '../../use-soundstage.tsx';
import { heardSeparation } from './heard-separation.ts';

/** Name of the measured head that hears, as it fits into a legend; null where the model hears alone. */
export function useHeadName(): string | null {
  const { chosen } = useSoundstage(selectHeads);
  return chosen && shortHeadName(chosen.name);
}

/** Separation on the measured head, for the plot of the model's; undefined where there is none. */
export function useHeardSeparation(): RatioCurves['heard'] {
  const heard = useSoundstage(selectHeard);
  const name = useHeadName();
  return useMemo(() => (heard && name !== null ? heardSeparation(heard, name) : undefined), [heard, name]);
}

/** The measured head's hearing of a design; null where none hears, or what it heard is another design or device. */
export function useHeardOf(
  document: DesignDocument,
): { readonly name: string; readonly heard: HeadHeard } | null {
  const heard = useSoundstage(selectHeard);
  const name = useHeadName();
  return useMemo(
    () => (heard && name !== null && isSameValue(heard.document, document) ? { name, heard } : null),
    [heard, name, document],
  );
}

/** A head's name as it fits into a legend. */
function shortHeadName(name: string): string {
  return name.length > 28 ? `${name.slice(0, 27).trimEnd()}…` : name;
}
