import { X } from 'lucide-react';
import { Fragment, useState, type ReactNode } from 'react';
import { withoutDriver } from '../../../store/arrays.ts';
import { FieldError, IconButton, VisuallyHidden, classNames } from '../../kit/index.ts';
import { arrayText } from '../../text/array.ts';
import { designerText } from '../../text/designer.ts';
import { withDevice, withDriver } from '../edits.ts';
import { LengthField } from '../length-field.tsx';
import type { Editing } from '../use-editing.ts';
import { BandCells, GainCell } from './band-cells.tsx';
import styles from './driver-table.module.css';
import { IdField } from './id-field.tsx';
import { NamedChoice } from './named-choice.tsx';
import { PlaceCells, type PlacesBy } from './place-cells.tsx';
import type { ArrayEditor } from './use-array-editor.ts';

const text = arrayText.table;
const LENGTH = 'cm';
const PLACES = (['angles', 'coordinates'] as const).map((value) => ({ value, label: text[value] }));

/** The drivers in numbers, in the order of the outputs. */
export function DriverTable({ editor }: { readonly editor: ArrayEditor }): ReactNode {
  const { document, errorAt } = editor;
  const { drivers, baffle } = document.device;
  const [onSphereBy, setOnSphereBy] = useState<PlacesBy>('angles');
  const isOnSphere = baffle.kind === 'rigid-sphere';
  const by = isOnSphere ? onSphereBy : 'coordinates';
  const columns = headings(by);
  const listError = errorAt('device.drivers');
  const rowErrors = drivers.map((_, index) => rowErrorAt(errorAt, index));
  return (
    <section aria-label={text.label} className={styles.section}>
      {isOnSphere && (
        <NamedChoice label={text.by} value={onSphereBy} segments={PLACES} onChange={setOnSphereBy} />
      )}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map(([name, unit]) => (
                <th key={name} scope="col">
                  {name} {unit && <span className={styles.unit}>{unit}</span>}
                </th>
              ))}
              <th scope="col">
                <VisuallyHidden>{text.remove}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {drivers.map((_, index) => (
              <Fragment key={index}>
                <DriverRow editor={editor} index={index} by={by} />
                {rowErrors[index] !== undefined && (
                  <tr>
                    <td colSpan={columns.length + 1}>
                      <FieldError>{rowErrors[index]}</FieldError>
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {listError !== undefined && rowErrors.every((error) => error === undefined) && (
        <FieldError>{listError}</FieldError>
      )}
      <p className={styles.hint}>{text.hint}</p>
    </section>
  );
}

function headings(by: PlacesBy): readonly (readonly [name: string, unit: string])[] {
  const places =
    by === 'angles'
      ? ([
          [text.azimuth, '°'],
          [text.elevation, '°'],
        ] as const)
      : ([
          [text.front, LENGTH],
          [text.left, LENGTH],
          [text.up, LENGTH],
        ] as const);
  return [
    [text.number, ''],
    [text.id, ''],
    ...places,
    [text.radius, LENGTH],
    [text.bandLow, 'Hz'],
    [text.bandHigh, 'Hz'],
    [text.gain, 'dB'],
  ];
}

/** What is against a driver, whichever of its fields it is. */
function rowErrorAt(errorAt: Editing['errorAt'], index: number): string | undefined {
  const row = `device.drivers[${index}]`;
  const length = errorAt(`${row}.positionM`) ?? errorAt(`${row}.radiusM`);
  return length === undefined ? errorAt(row) : designerText.failure.inMetres(length);
}

function DriverRow(props: {
  readonly editor: ArrayEditor;
  readonly index: number;
  readonly by: PlacesBy;
}): ReactNode {
  const { editor, index, by } = props;
  const { document, edit } = editor;
  const { drivers } = document.device;
  const driver = drivers[index];
  return (
    <tr
      className={classNames(editor.selected === index && styles.selected)}
      onFocus={() => editor.select(index)}
    >
      <th scope="row">{index + 1}</th>
      <td className={styles.id}>
        <IdField
          label={text.of(text.id, driver.id)}
          id={driver.id}
          onCommit={(id) => edit(withDriver(document, index, { id }))}
        />
      </td>
      <PlaceCells editing={editor} index={index} by={by} />
      <td>
        <LengthField
          label={text.of(text.radius, driver.id)}
          hideLabel
          hideSteps
          hideUnit
          valueM={driver.radiusM}
          unit={LENGTH}
          onCommit={(radiusM) => edit(withDriver(document, index, { radiusM }))}
        />
      </td>
      <BandCells editing={editor} index={index} />
      <GainCell editing={editor} index={index} />
      <td>
        <IconButton
          label={text.removeDriver(driver.id)}
          variant="quiet"
          size="small"
          disabled={drivers.length === 1}
          onClick={() => {
            editor.select(null);
            edit(withDevice(document, withoutDriver(document.device, index)));
          }}
        >
          <X size={15} aria-hidden />
        </IconButton>
      </td>
    </tr>
  );
}
