import type { ReactNode } from 'react';
import { Select } from '../kit/index.ts';
import { designerText } from '../text/designer.ts';
import { DeviceDrawing } from './device-drawing.tsx';
import { DriverTable } from './driver-table.tsx';
import * as edits from './edits.ts';
import { LengthField } from './length-field.tsx';
import { ListenerFields } from './listener-fields.tsx';
import styles from './rows.module.css';
import { useEditing, type Editing } from './use-editing.ts';
import { ControlGroup, Workbench } from './workbench.tsx';

const text = designerText.device;
const BAFFLES = (Object.keys(text.baffles) as edits.BaffleKind[]).map((value) => ({
  value,
  label: text.baffles[value],
}));
const TAPS = [256, 512, 1024, 2048, 4096, 8192, 16_384].map((taps) => ({
  value: String(taps),
  label: text.tapsOption(taps),
}));

/** What plays, and who listens: drivers on their baffle, drawn to scale, and the listener's place. */
export function DeviceTab(): ReactNode {
  const editing = useEditing();
  return (
    <Workbench
      isTall
      plot={
        <>
          <DeviceDrawing document={editing.document} />
          <DriverTable {...editing} />
        </>
      }
    >
      <BaffleFields {...editing} />
      <ListenerFields {...editing} />
      <FilterFields {...editing} />
    </Workbench>
  );
}

function BaffleFields({ document, edit, errorAt }: Editing): ReactNode {
  const { baffle } = document.device;
  return (
    <ControlGroup title={text.baffle}>
      <div className={styles.pair}>
        <Select
          label={text.baffleKind}
          value={baffle.kind}
          options={BAFFLES}
          onChange={(kind) => edit(edits.withBaffle(document, edits.baffleOfKind(document, kind)))}
        />
        {baffle.kind === 'rigid-sphere' && (
          <LengthField
            label={text.baffleRadius}
            valueM={baffle.radiusM}
            unit="cm"
            hideSteps
            error={errorAt('device.baffle.radiusM')}
            onCommit={(radiusM) => edit(edits.withBaffle(document, { kind: 'rigid-sphere', radiusM }))}
          />
        )}
      </div>
    </ControlGroup>
  );
}

function FilterFields({ document, edit }: Editing): ReactNode {
  return (
    <ControlGroup title={text.filters}>
      <Select
        label={text.taps}
        value={String(document.filterTaps)}
        options={TAPS}
        onChange={(taps) => edit({ ...document, filterTaps: Number(taps) })}
      />
    </ControlGroup>
  );
}
