import type { ReactNode } from 'react';
import { NumberField } from '../kit/index.ts';
import { designerText } from '../text/designer.ts';
import { designHelpText } from '../text/design-help.ts';
import * as edits from './edits.ts';
import { LengthField } from './length-field.tsx';
import styles from './rows.module.css';
import type { Editing } from './use-editing.ts';
import { ControlGroup } from './workbench.tsx';

const text = designerText.device;
const POSITION = [text.distance, text.lateral, text.height] as const;

/** Where the listener sits, and their head. */
export function ListenerFields({ document, edit, errorAt }: Editing): ReactNode {
  const { listener } = document;
  return (
    <ControlGroup title={text.listener} help={designHelpText.design.ears}>
      <div className={styles.pair}>
        {POSITION.map((label, axis) => (
          <LengthField
            key={label}
            label={label}
            valueM={listener.positionM[axis]}
            unit="m"
            hideSteps
            error={errorAt(`listener.positionM[${axis}]`) ?? (axis === 0 ? wholeError(errorAt) : undefined)}
            onCommit={(valueM) =>
              edit(
                edits.withListener(document, {
                  positionM: edits.withCoordinate(listener.positionM, axis as 0 | 1 | 2, valueM),
                }),
              )
            }
          />
        ))}
        <LengthField
          label={text.headRadius}
          valueM={listener.headRadiusM}
          unit="cm"
          hideSteps
          error={errorAt('listener.headRadiusM')}
          onCommit={(headRadiusM) => edit(edits.withListener(document, { headRadiusM }))}
        />
        <NumberField
          label={text.earAzimuth}
          value={listener.earAzimuthDeg}
          unit="°"
          hideSteps
          step={1}
          hint={text.earHint}
          error={errorAt('listener.earAzimuthDeg')}
          onCommit={(earAzimuthDeg) => edit(edits.withListener(document, { earAzimuthDeg }))}
        />
      </div>
    </ControlGroup>
  );
}

function wholeError(errorAt: Editing['errorAt']): string | undefined {
  const named = [0, 1, 2].some((axis) => errorAt(`listener.positionM[${axis}]`) !== undefined);
  return named ? undefined : errorAt('listener.positionM');
}
