import { DEFAULT_WINDOW_DEG } from '../../store/index.ts';
import { nullsText as text } from '../text/nulls.ts';
import { withBeam, withBeamNulls, withSideNulls } from './edits.ts';
import type { NullEditing } from './plot/null-handles.tsx';
import type { Editing } from './use-editing.ts';

/** The nulls and the window of the centre's beam, to be edited on a picture; null without a beam. */
export function centreNullEditing({ document, edit }: Editing, isMirrored: boolean): NullEditing | null {
  const { beam } = document.centre;
  return (
    beam && {
      names: text.centre,
      nulls: beam,
      isMirrored,
      onChange: (nulls) => edit(withBeamNulls(document, nulls)),
      window: {
        name: text.window,
        deg: beam.windowDeg ?? DEFAULT_WINDOW_DEG,
        onChange: (windowDeg) => edit(withBeam(document, { windowDeg })),
      },
    }
  );
}

/** The nulls of the side beams; null where there are none. */
export function sideNullEditing({ document, edit }: Editing, isMirrored: boolean): NullEditing | null {
  const nulls = document.sides.cancellation?.sideNulls;
  if (!nulls) return null;
  return {
    names: text.sides,
    nulls,
    isMirrored,
    onChange: (sideNulls) => edit(withSideNulls(document, sideNulls)),
  };
}
