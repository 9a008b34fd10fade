import type { ReactNode } from 'react';
import { DEFAULT_WINDOW_DEG } from '../../store/index.ts';
import { NumberField, Switch } from '../kit/index.ts';
import { designHelpText } from '../text/design-help.ts';
import { nullsText as text } from '../text/nulls.ts';
import { DEFAULT_SIDE_NULLS, withBeam, withoutSideNulls, withSideNulls } from './edits.ts';
import { centreNullEditing, sideNullEditing } from './null-editing.ts';
import { NullFields } from './null-fields.tsx';
import type { Editing } from './use-editing.ts';
import { usePutAside } from './use-put-aside.ts';
import { ControlGroup } from './workbench.tsx';

const BEAM = 'centre.beam';
const SIDES = 'sides.cancellation.sideNulls';

/** The nulls of the centre's beam and the window that it leaves alone. */
export function CentreNulls(
  props: Editing & { readonly isMirrored: boolean; readonly onMirrored: (isMirrored: boolean) => void },
): ReactNode {
  const { document, edit, errorAt, isMirrored, onMirrored } = props;
  const nulls = centreNullEditing(props, isMirrored);
  if (!nulls) return null;
  return (
    <>
      <ControlGroup title={text.centre.title} help={designHelpText.design.nulls}>
        <Switch label={text.mirrored} checked={isMirrored} onChange={onMirrored} />
        <NullFields {...nulls} field={BEAM} errorAt={errorAt} />
      </ControlGroup>
      <ControlGroup title={text.window} hint={text.windowHint} help={designHelpText.design.window}>
        <NumberField
          label={text.windowField}
          value={document.centre.beam?.windowDeg ?? DEFAULT_WINDOW_DEG}
          unit="°"
          step={5}
          error={errorAt(`${BEAM}.windowDeg`)}
          onCommit={(windowDeg) => edit(withBeam(document, { windowDeg }))}
        />
      </ControlGroup>
    </>
  );
}

/** Nulls that the left and right beams are given besides the far ear. */
export function SideNulls(props: Editing & { readonly isMirrored: boolean }): ReactNode {
  const { document, edit, errorAt, isMirrored } = props;
  const { cancellation } = document.sides;
  const nulls = sideNullEditing(props, isMirrored);
  const putAside = usePutAside(cancellation?.sideNulls ?? null, DEFAULT_SIDE_NULLS);
  const hint = cancellation === null ? text.sidesWithout : nulls ? text.sidesHint : text.sidesOff;
  return (
    <ControlGroup
      title={text.sides.title}
      help={designHelpText.design.sideNulls}
      hint={hint}
      toggle={
        <Switch
          label={text.sides.title}
          checked={nulls !== null}
          disabled={cancellation === null}
          onChange={(on) => edit(on ? withSideNulls(document, putAside) : withoutSideNulls(document))}
        />
      }
    >
      {nulls && <NullFields {...nulls} field={SIDES} errorAt={errorAt} />}
    </ControlGroup>
  );
}
