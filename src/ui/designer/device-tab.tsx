import type { ReactNode } from 'react';
import { Select } from '../kit/index.ts';
import { designerText } from '../text/designer.ts';
import { designHelpText } from '../text/design-help.ts';
import { ArrayEditor } from './array/array-editor.tsx';
import { BaffleFields } from './array/baffle-fields.tsx';
import { BandStrip } from './array/band-strip.tsx';
import { DriverTable } from './array/driver-table.tsx';
import { useArrayEditor } from './array/use-array-editor.ts';
import { HeadOffsets } from './head-offsets.tsx';
import { ListenerFields } from './listener-fields.tsx';
import { MeasuredGroups } from './measurements/measured-groups.tsx';
import type { Editing } from './use-editing.ts';
import { ControlGroup, Workbench } from './workbench.tsx';

const text = designerText.device;
const TAPS = [256, 512, 1024, 2048, 4096, 8192, 16_384].map((taps) => ({
  value: String(taps),
  label: text.tapsOption(taps),
}));

/** What plays, and who listens: drivers on their baffle, drawn to scale, and the listener's place. */
export function DeviceTab(): ReactNode {
  const editor = useArrayEditor();
  return (
    <Workbench
      isTall
      plot={
        <>
          <ArrayEditor editor={editor} />
          <DriverTable editor={editor} />
          <BandStrip drivers={editor.document.device.drivers} />
        </>
      }
    >
      <BaffleFields editor={editor} />
      <ListenerFields {...editor} />
      <HeadOffsets {...editor} />
      <MeasuredGroups {...editor} />
      <FilterFields {...editor} />
    </Workbench>
  );
}

function FilterFields({ document, edit }: Editing): ReactNode {
  return (
    <ControlGroup title={text.filters} help={designHelpText.design.taps}>
      <Select
        label={text.taps}
        value={String(document.filterTaps)}
        options={TAPS}
        onChange={(taps) => edit({ ...document, filterTaps: Number(taps) })}
      />
    </ControlGroup>
  );
}
