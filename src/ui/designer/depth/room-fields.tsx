import type { ReactNode } from 'react';
import { volumeM3 } from '../../../store/index.ts';
import { NumberField, Switch } from '../../kit/index.ts';
import { depthText as text } from '../../text/depth.ts';
import { designHelpText } from '../../text/design-help.ts';
import { DEFAULT_ROOM, withCoordinate, withRoom } from '../edits.ts';
import { LengthField } from '../length-field.tsx';
import rows from '../rows.module.css';
import type { Editing } from '../use-editing.ts';
import { usePutAside } from '../use-put-aside.ts';
import { ControlGroup } from '../workbench.tsx';
import { formatFixed } from '../../format.ts';

const AXES = [0, 1, 2] as const;

/** The room that the device stands in, or none: free field. */
export function RoomFields({ document, edit, errorAt }: Editing): ReactNode {
  const { room } = document;
  const putAside = usePutAside(room, DEFAULT_ROOM);
  const lengths = (field: 'sizeM' | 'devicePositionM', labels: readonly string[]) =>
    room &&
    AXES.map((axis) => (
      <LengthField
        key={labels[axis]}
        label={labels[axis]}
        valueM={room[field][axis]}
        unit="m"
        hideSteps
        error={errorAt(`room.${field}[${axis}]`)}
        onCommit={(valueM) =>
          edit(withRoom(document, { [field]: withCoordinate(room[field], axis, valueM) }))
        }
      />
    ));
  return (
    <ControlGroup
      title={text.room}
      help={designHelpText.design.room}
      {...(room && { hint: text.roomHint(formatFixed(volumeM3(room), 1)) })}
      toggle={
        <Switch
          label={text.room}
          checked={room !== null}
          onChange={(on) => edit({ ...document, room: on ? putAside : null })}
        />
      }
    >
      {room && (
        <div className={rows.pair}>
          {lengths('sizeM', text.size)}
          <NumberField
            label={text.reverberation}
            value={room.reverberationTimeS}
            unit="s"
            step={0.05}
            hideSteps
            error={errorAt('room.reverberationTimeS')}
            onCommit={(reverberationTimeS) => edit(withRoom(document, { reverberationTimeS }))}
          />
          {lengths('devicePositionM', text.device)}
        </div>
      )}
    </ControlGroup>
  );
}
