import type { ReactNode } from 'react';
import type { ZoneQuantity } from '../../../store/index.ts';
import { selectView, selectZone, selectZoneProgress } from '../../../store/selectors.ts';
import { zoneText as text } from '../../text/zone.ts';
import { useActions, useSoundstage } from '../../use-soundstage.tsx';
import { HeadOffsets } from '../head-offsets.tsx';
import { ListenerFields } from '../listener-fields.tsx';
import { DrawingPlace } from '../plot/drawing-place.tsx';
import { useEditing } from '../use-editing.ts';
import { Workbench } from '../workbench.tsx';
import { ZoneOptions } from './zone-options.tsx';
import { ZonePlot } from './zone-plot.tsx';
import { ZoneReadings } from './zone-readings.tsx';
import styles from './zone-tab.module.css';

/** A place of the head's centre. */
export interface ZonePoint {
  readonly frontM: number;
  readonly leftM: number;
}

/** What is looked at in the zone, and where. */
export interface ZoneChoice {
  readonly quantity: ZoneQuantity;
  /** `null`: at the listener. */
  readonly point: ZonePoint | null;
}

export const FIRST_ZONE_CHOICE: ZoneChoice = { quantity: 'separation', point: null };

export interface ChoosingZone {
  readonly choice: ZoneChoice;
  readonly onChoose: (choice: ZoneChoice) => void;
}

/** What is heard where in the room. */
export function ZoneTab({ choice, onChoose }: ChoosingZone): ReactNode {
  const view = useSoundstage(selectView);
  const zone = useSoundstage(selectZone);
  const progress = useSoundstage(selectZoneProgress);
  const { cancelZones } = useActions();
  const editing = useEditing();
  const choosing = { choice, onChoose };
  return (
    <Workbench
      isTall
      plot={
        <div className={styles.map}>
          <ZoneOptions {...choosing} />
          <DrawingPlace
            label={text.progress}
            progress={progress}
            onCancel={cancelZones}
            waiting={text.waiting}
          >
            {zone && view && <ZonePlot zone={zone} document={view.document} {...choosing} />}
          </DrawingPlace>
        </div>
      }
    >
      {zone && view && <ZoneReadings zone={zone} document={view.document} {...choosing} />}
      <HeadOffsets {...editing} />
      <ListenerFields {...editing} />
    </Workbench>
  );
}
