import { ArrowLeftRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { EarMapping, Inspected, MeasurementAnswer, MeasurementDraft } from '../../../store/index.ts';
import { Button, TextField } from '../../kit/index.ts';
import { measuredText as text } from '../../text/measured.ts';
import { LengthField } from '../length-field.tsx';
import { MappingTable } from './mapping-table.tsx';
import styles from './measured.module.css';

type Take = (name: string, answer: MeasurementAnswer) => void;

/** Before it is known better: a turntable in a room. */
const USUAL_DISTANCE_M = 1;

/** What files were found to hold, to be put right and taken. */
export function DraftForm(props: {
  readonly draft: MeasurementDraft;
  readonly driverIds: readonly string[];
  readonly onTake: Take;
}): ReactNode {
  const { found, name: firstName } = props.draft;
  const [name, setName] = useState(firstName);
  const isNamed = name.trim() !== '';
  const common = {
    driverIds: props.driverIds,
    children: (
      <TextField
        label={text.name}
        value={name}
        maxLength={60}
        error={isNamed ? undefined : text.nameless}
        onChange={setName}
      />
    ),
    onTake: (answer: MeasurementAnswer) => isNamed && props.onTake(name.trim(), answer),
  };
  return found.kind === 'plant' ? (
    <PlantForm found={found} {...common} />
  ) : (
    <DriversForm found={found} {...common} />
  );
}

interface FormProps<Kind extends Inspected['kind']> {
  readonly found: Extract<Inspected, { kind: Kind }>;
  readonly driverIds: readonly string[];
  readonly onTake: (answer: MeasurementAnswer) => void;
  /** The field of its name. */
  readonly children: ReactNode;
}

function PlantForm({ found, driverIds, onTake, children }: FormProps<'plant'>): ReactNode {
  const [mapping, setMapping] = useState<EarMapping>(found.mapping);
  const withEar = (driver: number, ear: number, channel: number): EarMapping =>
    mapping.map((ears, at) => {
      const [left, right] = ears;
      if (at !== driver) return ears;
      return ear === 0 ? ([channel, right] as const) : ([left, channel] as const);
    });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onTake({ kind: 'plant', mapping });
      }}
    >
      {children}
      <MappingTable
        caption={text.mapping.plant}
        columns={text.ears}
        driverIds={driverIds}
        choices={found.channels}
        chosen={mapping}
        labelOf={text.ear}
        onChoose={(driver, ear, channel) => setMapping(withEar(driver, ear, channel))}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          {text.kinds.plant.use}
        </Button>
        <Button onClick={() => setMapping(mapping.map(([left, right]) => [right, left]))}>
          <ArrowLeftRight size={15} aria-hidden />
          {text.swap}
        </Button>
        <span className={styles.words}>{text.found(found.sampleRateHz)}</span>
      </div>
    </form>
  );
}

function DriversForm({ found, driverIds, onTake, children }: FormProps<'drivers'>): ReactNode {
  const [mapping, setMapping] = useState(found.mapping);
  const [distanceM, setDistanceM] = useState(found.distanceM ?? USUAL_DISTANCE_M);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onTake({ kind: 'drivers', mapping, distanceM });
      }}
    >
      {children}
      <LengthField
        label={text.distance}
        valueM={distanceM}
        unit="m"
        lowM={0.1}
        highM={100}
        onCommit={setDistanceM}
      />
      <MappingTable
        caption={text.mapping.drivers}
        columns={[text.files]}
        driverIds={driverIds}
        choices={found.groups}
        chosen={mapping.map((group) => [group])}
        labelOf={text.filesOf}
        onChoose={(driver, _, group) =>
          setMapping(mapping.map((before, at) => (at === driver ? group : before)))
        }
      />
      {found.taken && <p className={styles.words}>{text.taken(found.taken)}</p>}
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          {text.kinds.drivers.use}
        </Button>
        <span className={styles.words}>
          {text.found(found.sampleRateHz)}, {text.azimuths(found.azimuthsDeg)}
        </span>
      </div>
    </form>
  );
}
