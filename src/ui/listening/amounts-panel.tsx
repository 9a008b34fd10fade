import { memo, type ReactNode } from 'react';
import {
  AMOUNT_RANGES,
  isAsDesigned,
  selectAmounts,
  selectDocument,
  selectView,
  type Amounts,
  type DesignDocument,
} from '../../store/index.ts';
import { formatExact, formatSignedDb } from '../format.ts';
import { Button, Panel, Slider } from '../kit/index.ts';
import { amountsText } from '../text/index.ts';
import { useActions, useSoundstage, useUnhurried } from '../use-soundstage.tsx';
import { technicalWords } from './amount-words.ts';
import { MakeDesignButton } from './make-design-button.tsx';
import styles from './amounts-panel.module.css';

/** A design's own angle of nothing at all is heard as the widest. */
const NO_PAIR_DEG = AMOUNT_RANGES.widthDeg.max;
const PERCENT = 100;

/** How much of the design is heard, while it plays. */
export function AmountsPanel(): ReactNode {
  const amounts = useSoundstage(selectAmounts);
  const document = useUnhurried(selectDocument);
  const heardBeam = (useUnhurried(selectView)?.document ?? document).centre.beam !== null;
  return <AmountSliders {...{ amounts, document, heardBeam }} />;
}

interface AmountsProps {
  readonly amounts: Amounts;
  readonly document: DesignDocument;
  readonly heardBeam: boolean;
}

const AmountSliders = memo(function AmountSliders({ amounts, document, heardBeam }: AmountsProps): ReactNode {
  const { setAmounts, resetAmounts } = useActions();
  const { cancellation, virtualSpeakerAzimuthDeg } = document.sides;
  const technical = technicalWords(amounts, document, heardBeam);
  const widthDeg = amounts.widthDeg ?? virtualSpeakerAzimuthDeg;
  const ofDocument = (key: 'cancellation' | 'presence') => ({
    label: amountsText[key].label,
    help: amountsText[key].help,
    hint: technical[key],
    unit: '%',
    min: PERCENT * AMOUNT_RANGES[key].min,
    max: PERCENT * AMOUNT_RANGES[key].max,
    step: 5,
    value: Math.round(PERCENT * amounts[key]),
    onChange: (percent: number) => setAmounts({ [key]: percent / PERCENT }),
  });
  return (
    <Panel
      title={amountsText.section}
      help={amountsText.help}
      actions={
        <Button
          size="small"
          disabled={isAsDesigned(amounts)}
          onClick={({ currentTarget }) => {
            focusFirst(currentTarget);
            resetAmounts();
          }}
        >
          {amountsText.reset}
        </Button>
      }
    >
      <div className={styles.amounts}>
        <Slider
          {...AMOUNT_RANGES.centreDb}
          label={amountsText.centreDb.label}
          help={amountsText.centreDb.help}
          hint={technical.centreDb}
          unit="dB"
          step={0.5}
          value={amounts.centreDb}
          format={formatSignedDb}
          onChange={(centreDb) => setAmounts({ centreDb })}
        />
        <Slider
          {...AMOUNT_RANGES.widthDeg}
          label={amountsText.widthDeg.label}
          help={amountsText.widthDeg.help}
          hint={technical.widthDeg}
          {...(widthDeg !== null && { unit: '°' })}
          step={1}
          value={widthDeg ?? NO_PAIR_DEG}
          format={(value) => (widthDeg === null ? amountsText.widthDeg.full : formatExact(value))}
          disabled={cancellation === null}
          onChange={(next) => setAmounts({ widthDeg: next === virtualSpeakerAzimuthDeg ? null : next })}
        />
        <Slider {...ofDocument('cancellation')} disabled={cancellation === null} />
        <Slider {...ofDocument('presence')} disabled={!heardBeam} />
        <MakeDesignButton onPress={focusFirst} />
      </div>
    </Panel>
  );
});

/** To the first of the sliders: the button that was pressed is about to go, or to rest. */
function focusFirst(from: Element): void {
  from.closest('section')?.querySelector<HTMLElement>('[role=slider]')?.focus();
}
