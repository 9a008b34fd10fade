import type { ReactNode } from 'react';
import { directionOf, positionOn } from '../../../store/arrays.ts';
import { NumberField } from '../../kit/index.ts';
import { arrayText } from '../../text/array.ts';
import { withCoordinate, withDriver } from '../edits.ts';
import { LengthField } from '../length-field.tsx';
import type { Editing } from '../use-editing.ts';

const text = arrayText.table;

/** How the place of a driver is given: on a sphere by its direction, which keeps it there, or everywhere by coordinates. */
export type PlacesBy = 'angles' | 'coordinates';

export function PlaceCells(props: {
  readonly editing: Editing;
  readonly index: number;
  readonly by: PlacesBy;
}): ReactNode {
  const { baffle } = props.editing.document.device;
  return props.by === 'angles' && baffle.kind === 'rigid-sphere' ? (
    <AngleCells {...props} radiusM={baffle.radiusM} />
  ) : (
    <CoordinateCells {...props} />
  );
}

interface CellsProps {
  readonly editing: Editing;
  readonly index: number;
}

function CoordinateCells({ editing: { document, edit }, index }: CellsProps): ReactNode {
  const { id, positionM } = document.device.drivers[index];
  return [text.front, text.left, text.up].map((name, axis) => (
    <td key={name}>
      <LengthField
        label={text.of(name, id)}
        hideLabel
        hideSteps
        hideUnit
        valueM={positionM[axis]}
        unit="cm"
        onCommit={(valueM) =>
          edit(
            withDriver(document, index, {
              positionM: withCoordinate(positionM, axis as 0 | 1 | 2, valueM),
            }),
          )
        }
      />
    </td>
  ));
}

function AngleCells(props: CellsProps & { readonly radiusM: number }): ReactNode {
  const { index, radiusM } = props;
  const { document, edit } = props.editing;
  const { id, positionM } = document.device.drivers[index];
  const direction = directionOf(positionM);
  const angles = [
    ['azimuthDeg', text.azimuth],
    ['elevationDeg', text.elevation],
  ] as const;
  return angles.map(([key, name]) => (
    <td key={key}>
      <NumberField
        label={text.of(name, id)}
        hideLabel
        hideSteps
        hideUnit
        value={Number(direction[key].toFixed(2))}
        unit="°"
        step={1}
        onCommit={(angle) =>
          edit(
            withDriver(document, index, { positionM: positionOn(radiusM, { ...direction, [key]: angle }) }),
          )
        }
      />
    </td>
  ));
}
