import { useEffect, useMemo, type ReactNode } from 'react';
import { isSameValue, type DesignView, type PictureOf } from '../../store/index.ts';
import { selectPicture, selectPictureProgress } from '../../store/selectors.ts';
import { Button, Progress, Switch, useLasting } from '../kit/index.ts';
import { analysisText } from '../text/analysis.ts';
import { designerText } from '../text/designer.ts';
import { designHelpText } from '../text/design-help.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { mismatchRequest, type Choosing, type MismatchQuantity } from './analysis/choice.ts';
import { MismatchFields } from './analysis/mismatch-fields.tsx';
import styles from './mismatch-band.module.css';
import rows from './rows.module.css';
import { ControlGroup } from './workbench.tsx';

const text = designerText.mismatch;

/** The band around a ratio of this very design; none while it is not asked for, or not there yet. */
export function useMismatchBand(
  view: DesignView,
  quantity: MismatchQuantity,
  isWanted: boolean,
): PictureOf<'mismatch'>['data'][MismatchQuantity] | undefined {
  const picture = useSoundstage(selectPicture);
  return useMemo(
    () =>
      isWanted && picture?.kind === 'mismatch' && isSameValue(picture.document, view.document)
        ? picture.data[quantity]
        : undefined,
    [picture, view.document, quantity, isWanted],
  );
}

/** Whether drivers that are off are shown as a band around the curves, and by how much they may be off. */
export function MismatchGroup(choosing: Choosing): ReactNode {
  const { choice, onChoose } = choosing;
  return (
    <ControlGroup
      title={text.title}
      hint={text.hint}
      help={designHelpText.design.mismatch}
      toggle={
        <Switch
          label={text.title}
          checked={choice.showsMismatch}
          onChange={(showsMismatch) => onChoose({ ...choice, showsMismatch })}
        />
      }
    >
      {choice.showsMismatch && (
        <>
          <div className={rows.pair}>
            <MismatchFields {...choosing} />
          </div>
          <Drawing choosing={choosing} />
        </>
      )}
    </ControlGroup>
  );
}

/** Has the band drawn for as long as it is there. */
function Drawing({ choosing: { choice, onChoose } }: { readonly choosing: Choosing }): ReactNode {
  const { look } = useActions();
  const { gainDb, phaseDeg } = choice;
  const progress = useSoundstage(selectPictureProgress);
  const isLong = useLasting(progress !== null);
  useEffect(() => look(mismatchRequest({ gainDb, phaseDeg })), [look, gainDb, phaseDeg]);
  useEffect(() => () => look(null), [look]);
  return (
    <div className={styles.progress}>
      {isLong && (
        <>
          <Progress label={text.drawing} fraction={progress} />
          <Button size="small" onClick={() => onChoose({ ...choice, showsMismatch: false })}>
            {designerText.plot.cancel(analysisText.pictures.mismatch.toLowerCase())}
          </Button>
        </>
      )}
    </div>
  );
}
