import { Shapes } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  extentOf,
  firstValues,
  generateArray,
  refusalOf,
  type ArrayKind,
  type ArrayValues,
} from '../../../store/arrays.ts';
import type { DesignDocument } from '../../../store/index.ts';
import { Button, Dialog, Notice, Select } from '../../kit/index.ts';
import { frequency } from '../../plots/units.ts';
import { arrayText } from '../../text/array.ts';
import { designHelpText } from '../../text/design-help.ts';
import { withDevice } from '../edits.ts';
import { useElementWidth } from '../plot/use-element-width.ts';
import { arrayFrames } from './array-frame.ts';
import { ArrayView } from './array-view.tsx';
import styles from './generator-dialog.module.css';
import { GeneratorFields, type FieldValues } from './generator-fields.tsx';
import { reasonOf, type ArrayEditor } from './use-array-editor.ts';

const text = arrayText.generator;
const KINDS = (Object.keys(text.kinds) as ArrayKind[]).map((value) => ({ value, label: text.kinds[value] }));

/** Drivers in a regular order, looked at before they take the place of those that are there. */
export function GeneratorDialog({ editor }: { readonly editor: ArrayEditor }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={
        <Button size="small">
          <Shapes size={15} aria-hidden />
          {arrayText.actions.generate}
        </Button>
      }
      title={text.title}
      about={text.about}
      closeLabel={text.close}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <Generator
        document={editor.document}
        onApply={(document) => {
          const { length } = document.device.drivers;
          editor.select(null);
          if (editor.attempt(document, { done: arrayText.done.generated(length) })) setOpen(false);
        }}
      />
    </Dialog>
  );
}

function Generator(props: {
  readonly document: DesignDocument;
  readonly onApply: (document: DesignDocument) => void;
}): ReactNode {
  const [kind, setKind] = useState<ArrayKind>('line');
  const [values, setValues] = useState<Partial<Record<ArrayKind, FieldValues>>>({});
  const current = values[kind] ?? firstValues(kind);
  const { baffle } = props.document.device;
  const flat = baffle.kind === 'infinite-plane' ? 'infinite-plane' : 'none';
  // The fields of a kind are those that its generator asks for.
  const device = generateArray(kind, current as ArrayValues<typeof kind>, flat);
  const document = withDevice(props.document, device);
  const refusal = refusalOf(document);
  return (
    <div className={styles.generator}>
      <div className={styles.choices}>
        <Select
          label={text.kind}
          help={designHelpText.design.generators}
          value={kind}
          options={KINDS}
          onChange={setKind}
        />
        <p className={styles.explained}>{text.explained[kind]}</p>
        <GeneratorFields
          kind={kind}
          values={current}
          onChange={(changed) => setValues({ ...values, [kind]: changed })}
        />
      </div>
      <div className={styles.preview}>
        <Preview document={document} />
        <Figures document={document} />
        <div role="status">
          {refusal && (
            <Notice severity="error" title={text.refused}>
              <p>{reasonOf(refusal, document)}</p>
            </Notice>
          )}
        </div>
        <Button
          className={styles.apply}
          variant="primary"
          disabled={refusal !== null}
          onClick={() => props.onApply(document)}
        >
          {text.apply}
        </Button>
      </div>
    </div>
  );
}

function Preview({ document }: { readonly document: DesignDocument }): ReactNode {
  const [box, widthPx] = useElementWidth<HTMLDivElement>();
  const frames = arrayFrames(document, 'device', Math.floor((widthPx - 8) / 2));
  return (
    <div ref={box} className={styles.views}>
      {widthPx > 0 &&
        [frames.above, frames.front].map((frame) => (
          <ArrayView key={frame.vertical} document={document} frame={frame} editor={null} />
        ))}
    </div>
  );
}

/** Its extents, and where its neighbours come to be half a wave apart: above, a beam of it has more than one main lobe. */
function Figures({ document }: { readonly document: DesignDocument }): ReactNode {
  const { widthM, depthM, heightM, nearestM } = extentOf(document.device);
  const figures = [
    [text.width, arrayText.scale(widthM)],
    [text.depth, arrayText.scale(depthM)],
    [text.height, arrayText.scale(heightM)],
    ...(nearestM === null
      ? []
      : ([
          [text.nearest, arrayText.scale(nearestM)],
          [text.halfWave, frequency(document.speedOfSoundMps / (2 * nearestM))],
        ] as const)),
  ] as const;
  return (
    <dl className={styles.figures} aria-label={text.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
