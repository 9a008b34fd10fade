import { useState, type ReactNode } from 'react';
import type { PictureOf, Room, SoundstageState } from '../../../store/index.ts';
import { selectPictureProgress, selectView } from '../../../store/selectors.ts';
import { Button, Select } from '../../kit/index.ts';
import { depthText as text } from '../../text/depth.ts';
import { useActions, useSoundstage } from '../../use-soundstage.tsx';
import { DEFAULT_ROOM } from '../edits.ts';
import { optionsOf } from '../options.ts';
import { DrawingPlace } from '../plot/drawing-place.tsx';
import { useEditing } from '../use-editing.ts';
import { usePicture } from '../use-picture.ts';
import { Workbench } from '../workbench.tsx';
import { DepthPlot, type DepthPictureName } from './depth-plot.tsx';
import { DepthTable } from './depth-table.tsx';
import styles from './depth.module.css';
import { RoomFields } from './room-fields.tsx';

const PICTURES = optionsOf<DepthPictureName>(text.pictures);
const REQUEST = { kind: 'depth' } as const;

const selectHasRoom = (state: SoundstageState): boolean =>
  (selectView(state)?.document.room ?? null) !== null;

/** How near the sound seems in a room: direct against diffuse sound, of the design and of the plain matrix. */
export function DepthTab(): ReactNode {
  const hasRoom = useSoundstage(selectHasRoom);
  const editing = useEditing();
  const { document, edit } = editing;
  return (
    <Workbench
      isTall
      plot={
        hasRoom ? (
          <Depth />
        ) : (
          <div className={styles.empty}>
            <p>{text.noRoom}</p>
            <Button onClick={() => edit({ ...document, room: DEFAULT_ROOM })}>{text.addRoom}</Button>
          </div>
        )
      }
    >
      <RoomFields {...editing} />
    </Workbench>
  );
}

function Depth(): ReactNode {
  const picture = usePicture(REQUEST);
  const progress = useSoundstage(selectPictureProgress);
  const { cancelPicture } = useActions();
  const [shown, setShown] = useState<DepthPictureName>('ratio');
  // Until a newer picture is there, one of a design without a room may be.
  const room = picture?.document.room ?? null;
  return (
    <>
      <div className={styles.options}>
        <Select label={text.picture} value={shown} options={PICTURES} onChange={setShown} />
      </div>
      <DrawingPlace label={text.drawing} progress={progress} onCancel={cancelPicture} waiting={text.waiting}>
        {picture && room && <Drawn picture={picture} room={room} shown={shown} />}
      </DrawingPlace>
    </>
  );
}

function Drawn(props: {
  readonly picture: PictureOf<'depth'>;
  readonly room: Room;
  readonly shown: DepthPictureName;
}): ReactNode {
  const { picture, room, shown } = props;
  const distanceM = Math.hypot(...picture.document.listener.positionM);
  return (
    <div className={styles.drawn}>
      <DepthPlot
        document={picture.document}
        figures={picture.data}
        room={room}
        distanceM={distanceM}
        shown={shown}
      />
      <DepthTable figures={picture.data} room={room} distanceM={distanceM} />
    </div>
  );
}
