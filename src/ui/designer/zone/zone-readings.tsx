import type { ReactNode } from 'react';
import {
  ZONE_QUANTITIES,
  type DesignDocument,
  type ZoneFigures,
  type ZoneMaps,
} from '../../../store/index.ts';
import { tidyMetres } from '../../../store/arrays.ts';
import { selectListening } from '../../../store/selectors.ts';
import { Button } from '../../kit/index.ts';
import { nearestPlace } from '../../plots/zone-readings.ts';
import { designHelpText } from '../../text/design-help.ts';
import { zoneValue } from '../../plots/zone-value.ts';
import { zoneText as text } from '../../text/zone.ts';
import { useActions, useSoundstage } from '../../use-soundstage.tsx';
import { withListener } from '../edits.ts';
import { ControlGroup } from '../workbench.tsx';
import { pointOf } from './zone-cursor.tsx';
import type { ChoosingZone, ZonePoint } from './zone-tab.tsx';
import styles from './zone-tab.module.css';

/** Every figure at a place of the map, or at the listener's own. */
export function figuresAt(zone: ZoneMaps, point: ZonePoint | null): ZoneFigures {
  if (point === null) return zone.seat;
  const at = nearestPlace(zone, point.frontM, point.leftM);
  const entries = ZONE_QUANTITIES.map((quantity) => [quantity, zone.values[quantity][at] ?? NaN]);
  return Object.fromEntries(entries) as ZoneFigures;
}

/** All figures at the point beside those at the listener, and the way to sit down there. */
export function ZoneReadings(
  props: ChoosingZone & { readonly zone: ZoneMaps; readonly document: DesignDocument },
): ReactNode {
  const { zone, document, choice, onChoose } = props;
  const here = figuresAt(zone, choice.point);
  const { frontM, leftM } = pointOf(choice.point, document);
  const { edit } = useActions();
  const isOwnPair = useSoundstage(selectListening).kind === 'loudspeakers';
  const sitDown = (): void => {
    const up = document.listener.positionM[2];
    edit(withListener(document, { positionM: [tidyMetres(frontM), tidyMetres(leftM), up] }));
    onChoose({ ...choice, point: null });
  };
  return (
    <ControlGroup
      title={text.reading}
      help={designHelpText.design.zone}
      hint={isOwnPair ? text.ownPair : text.readingHint}
    >
      <p className={styles.place}>{text.pointAt(frontM, leftM)}</p>
      <table className={styles.figures}>
        <thead>
          <tr>
            {Object.values(text.columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ZONE_QUANTITIES.map((quantity) => (
            <tr key={quantity} data-shown={quantity === choice.quantity}>
              <th scope="row">{text.quantities[quantity]}</th>
              <td>{zoneValue(quantity, here[quantity])}</td>
              <td>{zoneValue(quantity, zone.seat[quantity])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.actions}>
        <Button size="small" disabled={choice.point === null || isOwnPair} onClick={sitDown}>
          {text.moveListener}
        </Button>
        <Button
          variant="quiet"
          size="small"
          disabled={choice.point === null}
          onClick={() => onChoose({ ...choice, point: null })}
        >
          {text.backToListener}
        </Button>
      </div>
    </ControlGroup>
  );
}
