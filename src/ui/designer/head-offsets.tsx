import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../kit/index.ts';
import { designerText } from '../text/designer.ts';
import { designHelpText } from '../text/design-help.ts';
import { measuredText } from '../text/measured.ts';
import * as edits from './edits.ts';
import { LengthField } from './length-field.tsx';
import styles from './rows.module.css';
import type { Editing } from './use-editing.ts';
import { ControlGroup } from './workbench.tsx';

const text = designerText.cancellation;
const FIELD = 'sides.cancellation';

/** Head positions that the cancellation is held to at once, relative to the listener. */
export function HeadOffsets({ document, edit, errorAt }: Editing): ReactNode {
  const { cancellation } = document.sides;
  if (!cancellation) return null;
  if (document.plant) return <ControlGroup title={text.offsets} hint={measuredText.onePlace} />;
  const offsets = cancellation.headOffsetsM;
  const change = (headOffsetsM: typeof offsets): void =>
    edit(edits.withCancellation(document, { headOffsetsM }));
  const axes = [text.offsetAxis.front, text.offsetAxis.left, text.offsetAxis.up];
  return (
    <ControlGroup title={text.offsets} hint={text.offsetsHint} help={designHelpText.design.offsets}>
      <div className={styles.offset} aria-hidden>
        {axes.map((axis) => (
          <span key={axis} className={styles.column}>
            {axis}
          </span>
        ))}
      </div>
      <ol className={styles.rows}>
        {offsets.map((offset, index) => (
          <li key={index} className={styles.offset}>
            {axes.map((axis, at) => (
              <LengthField
                key={axis}
                label={`${text.offset(index)}, ${axis}`}
                hideLabel
                hideSteps
                valueM={offset[at]}
                unit="cm"
                error={at === 0 ? errorAt(`${FIELD}.headOffsetsM[${index}]`) : undefined}
                onCommit={(valueM) =>
                  change(
                    offsets.map((old, i) =>
                      i === index ? edits.withCoordinate(old, at as 0 | 1 | 2, valueM) : old,
                    ),
                  )
                }
              />
            ))}
            <IconButton
              label={text.removeOffset(index)}
              variant="quiet"
              size="small"
              disabled={offsets.length === 1}
              onClick={() => change(offsets.filter((_, at) => at !== index))}
            >
              <X size={15} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
      <Button
        className={styles.add}
        variant="quiet"
        size="small"
        onClick={() => change([...offsets, [0, edits.nextOffsetLeftM(offsets), 0]])}
      >
        <Plus size={15} aria-hidden />
        {text.addOffset}
      </Button>
    </ControlGroup>
  );
}
