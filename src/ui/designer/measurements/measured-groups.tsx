import { Download, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { fileStem, requiredMeasurements, type MeasurementKind } from '../../../store/index.ts';
import { selectListening, selectMeasurements } from '../../../store/selectors.ts';
import { IconButton, Notice, Select } from '../../kit/index.ts';
import { MEASUREMENT_KINDS, measuredText as text, measurementLabel } from '../../text/measured.ts';
import { useActions, useSoundstage } from '../../use-soundstage.tsx';
import { saveBlob } from '../plot/save-file.ts';
import type { Editing } from '../use-editing.ts';
import { designHelpText } from '../../text/design-help.ts';
import { ControlGroup } from '../workbench.tsx';
import styles from './measured.module.css';
import { MeasurementDialog } from './measurement-dialog.tsx';

const HELP = {
  plant: designHelpText.design.measuredEars,
  drivers: designHelpText.design.measuredDrivers,
} as const;

const MODEL = 'model';

/** What of the design is measured instead of computed: responses at the ears, and of the drivers around the device. */
export function MeasuredGroups({ document }: Pick<Editing, 'document'>): ReactNode {
  return MEASUREMENT_KINDS.map((kind) => <MeasuredGroup key={kind} kind={kind} document={document} />);
}

function MeasuredGroup({
  kind,
  document,
}: Pick<Editing, 'document'> & { readonly kind: MeasurementKind }): ReactNode {
  const { chooseMeasurement } = useActions();
  const { list } = useSoundstage(selectMeasurements);
  const words = text.kinds[kind];
  const kept = (list ?? []).filter((one) => one.kind === kind);
  const used = requiredMeasurements(document).find((one) => one.kind === kind);
  const here = kept.find(({ id }) => id === used?.sha256);
  const drivers = document.device.drivers.length;
  return (
    <ControlGroup title={words.title} help={HELP[kind]}>
      <Select
        label={words.select}
        value={used?.sha256 ?? MODEL}
        options={[
          { value: MODEL, label: words.model },
          ...kept.map((one) => ({ value: one.id, label: measurementLabel(one, drivers) })),
          ...(used && !here ? [{ value: used.sha256, label: used.name }] : []),
        ]}
        onChange={(id) => chooseMeasurement(kind, id === MODEL ? null : id)}
      />
      <div className={styles.actions}>
        <MeasurementDialog kind={kind} drivers={document.device.drivers} />
        {here && <KeptActions id={here.id} name={here.name} />}
      </div>
      {used && list !== null && !here && (
        <Notice severity="warning" title={text.missing(used.name)}>
          <p>{text.missingBody}</p>
        </Notice>
      )}
      {here && (
        <div className={styles.words}>
          <p>{text.facts(here.info)}.</p>
          <OwnPairWords />
          <p>{words.inUse}</p>
          <p>{words.stays}</p>
        </div>
      )}
    </ControlGroup>
  );
}

function KeptActions({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const { measurementFile, removeMeasurement } = useActions();
  const save = async (): Promise<void> => {
    const file = await measurementFile(id);
    if (file) saveBlob(file, `${fileStem(name)}.wav`);
  };
  return (
    <>
      <IconButton label={text.save(name)} variant="quiet" size="small" onClick={() => void save()}>
        <Download size={15} aria-hidden />
      </IconButton>
      <IconButton
        label={text.forget(name)}
        variant="quiet"
        size="small"
        onClick={() => void removeMeasurement(id)}
      >
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </>
  );
}

function OwnPairWords(): ReactNode {
  const { kind } = useSoundstage(selectListening);
  return kind === 'loudspeakers' && <p className={styles.important}>{text.ownPair}</p>;
}
