import type { ReactNode } from 'react';
import { baffleOfKind, deviceOn, type Baffle, type BaffleKind, type Device } from '../../../store/arrays.ts';
import { SegmentedControl } from '../../kit/index.ts';
import { arrayText } from '../../text/array.ts';
import { designerText } from '../../text/designer.ts';
import { designHelpText } from '../../text/design-help.ts';
import { withDevice } from '../edits.ts';
import { LengthField } from '../length-field.tsx';
import { ControlGroup } from '../workbench.tsx';
import type { ArrayEditor } from './use-array-editor.ts';

const text = designerText.device;
const KINDS = Object.keys(text.baffles) as BaffleKind[];
const BAFFLES = KINDS.map((value) => ({ value, label: text.baffles[value] }));
const MEASURED = { value: 'measured', label: text.measuredBaffle } as const;

/** What the drivers are mounted in. Another kind carries them over, and says how far. */
export function BaffleFields({ editor }: { readonly editor: ArrayEditor }): ReactNode {
  const { document, errorAt, attempt } = editor;
  const { device } = document;
  const change = (baffle: Baffle): void => {
    const next = deviceOn(baffle, device);
    attempt(withDevice(document, next), { done: carriedOver(device, next) });
  };
  return (
    <ControlGroup title={text.baffle} help={designHelpText.design.baffle}>
      <SegmentedControl
        label={text.baffleKind}
        fill
        value={device.baffle.kind}
        segments={device.baffle.kind === 'measured' ? [...BAFFLES, MEASURED] : BAFFLES}
        onChange={(kind) => kind !== 'measured' && change(baffleOfKind(kind, device))}
      />
      {device.baffle.kind === 'rigid-sphere' && (
        <LengthField
          label={text.baffleRadius}
          valueM={device.baffle.radiusM}
          unit="cm"
          error={errorAt('device.baffle.radiusM')}
          onCommit={(radiusM) =>
            editor.edit(withDevice(document, deviceOn({ kind: 'rigid-sphere', radiusM }, device)))
          }
        />
      )}
    </ControlGroup>
  );
}

/** How many drivers another baffle has moved, and how far. */
function carriedOver(before: Device, after: Device): string {
  const { done } = arrayText;
  if (after.baffle.kind === 'none') return done.free;
  const movedM = after.drivers
    .map(({ positionM: [front, left, up] }, index) => {
      const [f, l, u] = before.drivers[index].positionM;
      return Math.hypot(front - f, left - l, up - u);
    })
    .filter((distanceM) => distanceM > 1e-6);
  const words = after.baffle.kind === 'rigid-sphere' ? done.ontoSphere : done.intoWall;
  return words(movedM.length, Math.max(0, ...movedM));
}
