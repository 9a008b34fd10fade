import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, FieldError, IconButton, NumberField, VisuallyHidden } from '../kit/index.ts';
import { designerText } from '../text/designer.ts';
import styles from './driver-table.module.css';
import * as edits from './edits.ts';
import { LengthField } from './length-field.tsx';
import type { Editing } from './use-editing.ts';

const text = designerText.device;
const { columns } = text;

/** The drivers: in centimetres, or by direction where they sit on a sphere. */
export function DriverTable(editing: Editing): ReactNode {
  const { document, edit, errorAt } = editing;
  const { drivers, baffle } = document.device;
  const isOnSphere = baffle.kind === 'rigid-sphere';
  const place = isOnSphere ? [columns.azimuth, columns.elevation] : [columns.front, columns.left, columns.up];
  const listError = errorAt('device.drivers');
  return (
    <section aria-label={text.drivers} className={styles.section}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {[text.driver, ...place, columns.radius].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">
                <VisuallyHidden>{columns.remove}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {drivers.map((driver, index) => (
              <tr key={index}>
                <th scope="row">{driver.id}</th>
                {isOnSphere ? (
                  <SphereCells {...editing} radiusM={baffle.radiusM} index={index} />
                ) : (
                  <PositionCells {...editing} index={index} />
                )}
                <td>
                  <LengthField
                    label={text.of(columns.radius, driver.id)}
                    hideLabel
                    hideSteps
                    valueM={driver.radiusM}
                    unit="cm"
                    error={errorAt(`device.drivers[${index}].radiusM`)}
                    onCommit={(radiusM) => edit(edits.withDriver(document, index, { radiusM }))}
                  />
                </td>
                <td>
                  <IconButton
                    label={text.removeDriver(driver.id)}
                    variant="quiet"
                    size="small"
                    disabled={drivers.length === 1}
                    onClick={() => edit(edits.withoutDriver(document, index))}
                  >
                    <X size={15} aria-hidden />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {drivers.length > 1 || listError === undefined ? null : <FieldError>{listError}</FieldError>}
      <Button
        variant="quiet"
        size="small"
        disabled={drivers.length >= edits.MOST_DRIVERS}
        onClick={() => edit(edits.withNewDriver(document))}
      >
        <Plus size={15} aria-hidden />
        {text.addDriver}
      </Button>
    </section>
  );
}

type CellsProps = Editing & { readonly index: number };

function PositionCells({ document, edit, errorAt, index }: CellsProps): ReactNode {
  const driver = document.device.drivers[index];
  const field = `device.drivers[${index}].positionM`;
  return [columns.front, columns.left, columns.up].map((name, axis) => (
    <td key={name}>
      <LengthField
        label={text.of(name, driver.id)}
        hideLabel
        hideSteps
        valueM={driver.positionM[axis]}
        unit="cm"
        error={errorAt(`${field}[${axis}]`)}
        onCommit={(valueM) =>
          edit(
            edits.withDriver(document, index, {
              positionM: edits.withCoordinate(driver.positionM, axis as 0 | 1 | 2, valueM),
            }),
          )
        }
      />
    </td>
  ));
}

function SphereCells({
  document,
  edit,
  errorAt,
  index,
  radiusM,
}: CellsProps & { readonly radiusM: number }): ReactNode {
  const driver = document.device.drivers[index];
  const direction = edits.directionOf(driver.positionM);
  const angles = [
    ['azimuthDeg', columns.azimuth],
    ['elevationDeg', columns.elevation],
  ] as const;
  return angles.map(([key, name]) => (
    <td key={key}>
      <NumberField
        label={text.of(name, driver.id)}
        hideLabel
        hideSteps
        value={Number(direction[key].toFixed(2))}
        unit="°"
        step={1}
        error={key === 'azimuthDeg' ? errorAt(`device.drivers[${index}].positionM`) : undefined}
        onCommit={(angle) =>
          edit(
            edits.withDriver(document, index, {
              positionM: edits.positionOn(radiusM, { ...direction, [key]: angle }),
            }),
          )
        }
      />
    </td>
  ));
}
